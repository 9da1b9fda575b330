package ecpay.domain.merchant;

import static ecpay.domain.rule.Violations.demand;

/**
 * Where ECPay reports to.
 *
 * @param paymentReturn server callback of payments (CB-01)
 * @param paymentResult where ECPay sends the buyer's browser (CB-02); another one (R-ORD-12)
 * @param allowanceReturn server callback of online allowances (CB-11, R-ALW-19)
 * @param delayedInvoice server callback of delayed invoices (CB-10), which nothing authenticates
 */
public record CallbackUrls(
    CallbackUrl paymentReturn,
    CallbackUrl paymentResult,
    CallbackUrl allowanceReturn,
    CallbackUrl delayedInvoice) {
  public CallbackUrls {
    demand(
        !paymentReturn.equals(paymentResult),
        "R-ORD-12",
        "paymentResult",
        "ReturnURL and OrderResultURL differ");
  }
}
