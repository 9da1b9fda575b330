package ecpay.domain.merchant;

import static ecpay.domain.rule.Violations.demand;

/**
 * Where ECPay reports to.
 *
 * @param paymentReturn server callback of payments (CB-01)
 * @param paymentResult where ECPay sends the buyer's browser (CB-02); another one (R-ORD-12)
 * @param periodReturn server callback of later periodic charges (CB-03)
 * @param cardBound where ECPay sends the browser of a member whose card was bound (CB-04)
 * @param hosted those of ECPay's hosted page
 * @param allowanceReturn server callback of online allowances (CB-11, R-ALW-19)
 * @param delayedInvoice server callback of delayed invoices (CB-10), which nothing authenticates
 */
public record CallbackUrls(
    CallbackUrl paymentReturn,
    CallbackUrl paymentResult,
    CallbackUrl periodReturn,
    CallbackUrl cardBound,
    Hosted hosted,
    CallbackUrl allowanceReturn,
    CallbackUrl delayedInvoice) {
  public CallbackUrls {
    demand(
        !paymentReturn.equals(paymentResult),
        "R-ORD-12",
        "paymentResult",
        "ReturnURL and OrderResultURL differ");
  }

  /**
   * Where AIO reports to.
   *
   * @param paymentReturn ReturnURL (CB-05)
   * @param paymentInfo PaymentInfoURL, for codes that were issued (CB-06)
   * @param periodReturn PeriodReturnURL (CB-07)
   * @param paymentResult OrderResultURL, for the buyer's browser (CB-08)
   * @param clientBack ClientBackURL, the buyer's way back to the shop without data (CB-09)
   */
  public record Hosted(
      CallbackUrl paymentReturn,
      CallbackUrl paymentInfo,
      CallbackUrl periodReturn,
      CallbackUrl paymentResult,
      CallbackUrl clientBack) {
    public Hosted {
      demand(
          !paymentReturn.equals(paymentResult),
          "R-ORD-12",
          "paymentResult",
          "ReturnURL and OrderResultURL differ");
    }
  }

  /** The addresses that the platform itself serves below {@code base}. */
  public static CallbackUrls below(String base) {
    return new CallbackUrls(
        new CallbackUrl(base + "/payment"),
        new CallbackUrl(base + "/payment-result"),
        new CallbackUrl(base + "/period"),
        new CallbackUrl(base + "/card-bound"),
        new Hosted(
            new CallbackUrl(base + "/hosted-payment"),
            new CallbackUrl(base + "/payment-info"),
            new CallbackUrl(base + "/hosted-period"),
            new CallbackUrl(base + "/hosted-payment-result"),
            new CallbackUrl(base + "/back")),
        new CallbackUrl(base + "/allowance"),
        new CallbackUrl(base + "/invoice"));
  }
}
