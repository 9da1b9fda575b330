package ecpay.domain.refund;

/** Something about a refund that a person must look at, and what to do about it. */
public enum RefundIncident {
  PAY_BY_HAND("ECPay cannot give this back: pay it by bank transfer, then say so (R-CAP-09)"),
  REFUND_STOPPED(
      "a step of the refund failed: correct the cause it names, then continue the refund, or cancel"
          + " it while no money has moved (R-CAP-13)"),
  PAID_BACK_UNTAKEN(
      "it was paid back by hand while ECPay showed the card as authorised only, and not captured:"
          + " look at the card there; if it is not captured, capture it, or the shop has given back"
          + " what it never got (R-CAP-02, R-CAP-09)"),
  REFUND_WAITS(
      "the bank has not done for ten days what the refund waits for, as the refund says: ask ECPay"
          + " why; what its back office gives back or captures is found there within the hour"
          + " (R-CAP-02)");

  private final String advice;

  RefundIncident(String advice) {
    this.advice = advice;
  }

  /** What happened and what to do, for an operator. */
  public String advice() {
    return advice;
  }
}
