package ecpay.domain.allowance;

/** Something about an allowance that a person must look at, and what to do about it. */
public enum AllowanceIncident {
  UNKNOWN_ALLOWANCE(
      "ECPay reports consent to an allowance that is not in the books: look it up (R-ALW-27)"),
  LATE_CONSENT(
      "ECPay reports consent to an expired or cancelled allowance: ECPay is asked (R-ALW-28)"),
  REMAINING_DIFFERS(
      "ECPay's remaining amount is not ours: compare the allowances of the invoice (R-ALW-29)"),
  RESEND_NEEDS_A_PERSON(
      "ECPay answered HTTP 500 and made no allowance: correct the cause, then ask again (R-TRN-06)");

  private final String advice;

  AllowanceIncident(String advice) {
    this.advice = advice;
  }

  /** What happened and what to do, for an operator. */
  public String advice() {
    return advice;
  }
}
