package ecpay.domain.invoice;

import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

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

  /** Gives the number of every invoice issued on that day, Taipei, one by one. */
  void numbersIssuedOn(MerchantId merchant, LocalDate day, Consumer<InvoiceNumber> each);

  /**
   * What of a two-month term still has to be done before its documents can no longer be voided.
   *
   * @param from first day of the term, Taipei
   * @param through its last day
   */
  OpenEnds openEnds(MerchantId merchant, LocalDate from, LocalDate through);

  /**
   * @param liveInvoices invoices issued in that time that count
   * @param pendingVoids those of them whose void or re-issue has not gone through
   */
  record OpenEnds(long liveInvoices, long pendingVoids) {}

  /**
   * Those whose void or re-issue has not gone through, of the invoices issued in that time.
   *
   * @param most how many at most, 1 to 1000
   */
  List<Invoice> pendingVoids(MerchantId merchant, LocalDate from, LocalDate through, int most);

  /**
   * Those that wait for numbers, oldest first.
   *
   * @param most how many at most, 1 to 1000
   */
  List<Invoice.AwaitingNumbers> awaitingNumbers(MerchantId merchant, int most);
}
