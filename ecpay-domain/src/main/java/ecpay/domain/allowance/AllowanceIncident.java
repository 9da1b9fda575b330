package ecpay.domain.allowance;

/** Something about an allowance that a person must look at, and what to do about it. */
public enum AllowanceIncident {
  UNKNOWN_ALLOWANCE(
      "ECPay reports consent to an allowance that is not in the books: look it up (R-ALW-27)"),
  LATE_CONSENT(
      "ECPay reports consent to an expired or cancelled allowance: ECPay is asked (R-ALW-28)"),
  REMAINING_DIFFERS(
      "ECPay's remaining amount is not ours: compare the allowances of the invoice (R-ALW-29)"),
  OUTCOME_UNCLEAR(
      "ECPay's books do not tell what became of the allowance: see its back office, then settle it"
          + " by hand (R-PAY-13)"),
  ALLOWANCE_REFUSED(
      "ECPay refused to make the allowance: correct the cause it names, then ask again"),
  WITHDRAWAL_REFUSED("ECPay refused to take the allowance back; it is as it was: see why"),
  WITHDRAWAL_UNCLEAR(
      "a call to take the allowance back was lost or overtaken by the buyer's consent: compare"
          + " ECPay's back office"),
  BUYER_WAS_FASTER(
      "the buyer consented before the allowance was cancelled: void it if it must go (R-ALW-24)"),
  SIGNATURE_OWED(
      "a paper allowance is issued and its signature is still owed: obtain it and record it"
          + " (R-ALW-33)"),
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
