package ecpay.domain.payment;

/** Something about a payment that a person must look at, and what to do about it. */
public enum PaymentIncident {
  UNKNOWN_ORDER("ECPay reports a trade number that is not in the books: look it up at ECPay"),
  FOREIGN_MERCHANT("the notice names another MerchantID: check the keys and the callback address"),
  AMOUNT_MISMATCH(
      "ECPay tells another amount than the order's: do not ship; if ECPay holds the money, give it"
          + " back in its back office, and only then let the order be paid otherwise"),
  SIMULATED_PAYMENT(
      "a simulated payment was reported: no money came, do not ship; the order may be paid"),
  PAID_AFTER_FAILURE("money came for an attempt that had failed or expired: check before shipping"),
  SECOND_PAYMENT("the order was already paid by another attempt: refund this one (R-ORD-03)");

  private final String advice;

  PaymentIncident(String advice) {
    this.advice = advice;
  }

  /** What happened and what to do, for an operator. */
  public String advice() {
    return advice;
  }
}
