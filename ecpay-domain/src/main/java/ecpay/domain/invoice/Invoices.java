package ecpay.domain.invoice;

import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;
import java.util.List;
import java.util.Optional;

/** Port: the invoices in the books. Lock the order before changing one. */
public interface Invoices {
  /** Adds a new invoice; a reference is used once per order. */
  void add(Invoice invoice);

  /** Writes the new state of an invoice that is already there. */
  void save(Invoice invoice);

  Optional<Invoice> find(MerchantId merchant, InvoiceId id);

  /** All invoices of an order, oldest first. */
  List<Invoice> ofOrder(MerchantId merchant, OrderId order);

  Optional<Invoice> findByNumber(MerchantId merchant, InvoiceNumber number);

  /**
   * Those that wait for numbers, oldest first.
   *
   * @param most how many at most, 1 to 1000
   */
  List<Invoice.AwaitingNumbers> awaitingNumbers(MerchantId merchant, int most);
}
