package ecpay.acceptance.telling;

/** What ECPay's stage environment does not have, and a story may need. */
public enum StageLimit {
  BROWSER("a buyer pays in a browser only: on ECPay's page, or by its own script in the shop's"),
  TEST_CARDS("stage accepts only its test cards"),
  CODES("nobody pays a code of ECPay's stage"),
  CAPTURE("ECPay's stage neither captures nor refunds cards (R-CAP-12)"),
  REAUTH("stage offers no ReAuth"),
  BANK("no bank refuses on demand"),
  TIME("nobody makes time pass on ECPay's stage"),
  LOST_ANSWERS("ECPay cannot be told to lose an answer or to hold its reports back"),
  WRONG_NOTICES("nobody sends wrong notices in the name of ECPay's stage"),
  INVOICE_NOTICES("stage never calls back for a delayed invoice (CB-10)"),
  CONSENT_MAIL("stage sends no consent mail"),
  FILES("nobody makes ECPay's files say something wrong"),
  UPLOADS("nobody can hold the uploads of ECPay back"),
  TAX_AUTHORITY("nobody can switch the tax authority off, or knows whom it does not know"),
  NUMBERS("the stage merchant's numbers are everybody's, and are not ours to use up"),
  PLATFORM("no e-invoice platform of the stage is known (U-02)");

  private final String why;

  StageLimit(String why) {
    this.why = why;
  }

  /** Why a story that needs it cannot be played there. */
  public String why() {
    return why;
  }
}
