package ecpay.domain.bookkeeping;

import ecpay.domain.merchant.MerchantId;
import ecpay.domain.track.Term;
import java.util.function.Consumer;

/**
 * Port: the books of a two-month term (R-INV-30), read in one piece. A document belongs to the term
 * of the day, Taipei, on which it was issued.
 */
public interface Ledger {

  /**
   * Opens the books as they are at this moment; rows and sums that are read from them agree,
   * however many there are and whatever is written meanwhile. To be closed.
   */
  TermBooks open(MerchantId merchant, Term term);

  /** The books of one term at one moment. Rows come one by one and are never all in memory. */
  interface TermBooks extends AutoCloseable {

    /** All invoices issued in the term, void ones included, by number. */
    void invoices(Consumer<InvoiceEntry> each);

    /** All allowances issued in the term, void ones included, by number. */
    void allowances(Consumer<AllowanceEntry> each);

    /** The sums over those. */
    Totals totals();

    @Override
    void close();
  }
}
