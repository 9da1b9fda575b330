package ecpay.domain.invoice;

/** Something about an invoice that a person must look at, and what to do about it. */
public enum InvoiceIncident {
  ISSUE_REFUSED("ECPay refused to issue: correct the cause it names, then ask again"),
  BUYER_CHECK_FAILED(
      "the tax authority does not know the buyer's barcode, donation code or company number:"
          + " correct it, then ask again (R-INV-07, R-INV-14, R-INV-15)"),
  NOT_ISSUED_IN_TIME(
      "ECPay has not issued the delayed invoice a day after its time: see why; its parts are held"
          + " until ECPay issues it or you cancel it (R-INV-34)"),
  DELAY_UNCLEAR(
      "it is not known whether ECPay took the delayed invoice, whose parts are held: cancel it and"
          + " ask for another one, or wait for its time (R-TRN-06)"),
  RESEND_NEEDS_A_PERSON(
      "ECPay made no invoice and may not be asked again by itself: correct the cause (R-TRN-06)"),
  AMOUNT_DIFFERS("ECPay's books show another amount under this RelateNumber: compare them"),
  BEARER_DIFFERS(
      "ECPay's books show another buyer, carrier or donation under this RelateNumber: compare them,"
          + " then re-issue or void it"),
  CHANGE_REFUSED("ECPay refused to change the invoice, which is as it was: see why, ask again"),
  CHANGE_UNCLEAR(
      "a call to change the invoice was lost, and it is not known whether ECPay acted: compare"
          + " ECPay's back office, then ask again"),
  NOT_UPLOADED(
      "ECPay has not confirmed the upload to the tax authority within 48 hours: ask ECPay"
          + " (R-INV-21)"),
  WINNER_CANNOT_BE_TOLD(
      "the lottery is drawn on the 29th and this invoice has no email address: add one to be able"
          + " to tell a winner (R-INV-35)"),
  VOID_NOT_DONE(
      "the void window closes soon and this void has not gone through: see why (R-INV-22)"),
  ISSUED_AFTER_ALL(
      "ECPay issued a delayed invoice that was refused or cancelled: void it if its parts were"
          + " invoiced anew (R-INV-34)"),
  VOIDED_ELSEWHERE(
      "ECPay's books show this invoice as void, which nobody here asked for: void it here, too, to"
          + " make our books agree");

  private final String advice;

  InvoiceIncident(String advice) {
    this.advice = advice;
  }

  /** What happened and what to do, for an operator. */
  public String advice() {
    return advice;
  }
}
