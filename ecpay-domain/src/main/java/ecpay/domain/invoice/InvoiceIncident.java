package ecpay.domain.invoice;

/** Something about an invoice that a person must look at, and what to do about it. */
public enum InvoiceIncident {
  ISSUE_REFUSED("ECPay refused to issue: correct the cause it names, then ask again"),
  RESEND_NEEDS_A_PERSON(
      "ECPay made no invoice and may not be asked again by itself: correct the cause (R-TRN-06)"),
  AMOUNT_DIFFERS("ECPay's books show another amount under this RelateNumber: compare them");

  private final String advice;

  InvoiceIncident(String advice) {
    this.advice = advice;
  }

  /** What happened and what to do, for an operator. */
  public String advice() {
    return advice;
  }
}
