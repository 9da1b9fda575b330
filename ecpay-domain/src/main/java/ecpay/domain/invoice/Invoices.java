package ecpay.domain.invoice;

import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;
import java.util.Optional;

/** Port: the invoices in the books, one per order. Lock the order before changing one. */
public interface Invoices {
  /** Adds a new invoice; one order has at most one (R-INV-34). */
  void add(Invoice invoice);

  /** Writes the new state of an invoice that is already there. */
  void save(Invoice invoice);

  Optional<Invoice> find(MerchantId merchant, InvoiceId id);

  Optional<Invoice> ofOrder(MerchantId merchant, OrderId order);

  Optional<Invoice> findByNumber(MerchantId merchant, InvoiceNumber number);
}
