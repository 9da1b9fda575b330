package ecpay.domain.bookkeeping;

/**
 * The sums over a term. What was voided is not among what counts.
 *
 * @param invoices live invoices issued in the term
 * @param voidInvoices void invoices issued in the term
 * @param allowances live allowances issued in the term, whatever term their invoice is of
 * @param voidAllowances void allowances issued in the term
 */
public record Totals(Sum invoices, Sum voidInvoices, Sum allowances, Sum voidAllowances) {

  /**
   * Whole TWD by kind of tax; net, tax, zero-rated, exempt and special rate add up to the total.
   *
   * @param count how many documents
   */
  public record Sum(
      long count,
      long taxableNet,
      long tax,
      long zeroRated,
      long exempt,
      long specialRate,
      long total) {
    public static final Sum NONE = new Sum(0, 0, 0, 0, 0, 0, 0);
  }
}
