package ecpay.domain.card;

/** Something about a card that a person must look at, and what to do about it. */
public enum CardIncident {
  AUTHORIZATION_AGES(
      "authorised 80 days ago and not captured: on day 90 the bank releases it; more than 21 days"
          + " on only ECPay's customer service captures (R-CAP-08)"),
  AUTHORIZATION_RELEASED(
      "authorised 90 days ago and never captured: the money is not coming; take the order's"
          + " invoice back, or charge again (R-CAP-08)"),
  CARD_NOT_ASKED(
      "nobody can ask ECPay whether this card was captured: set payment.card-check-code, which"
          + " ECPay's back office shows, for cards that paid on its page; until then look at such"
          + " payments there before day 90 (R-CAP-01, R-CAP-08)"),
  AUTHORIZATION_UNSEEN(
      "ECPay did not tell until a day after the release whether this card was captured: look at the"
          + " payment in its back office; if it was not, its money is not coming: take the order's"
          + " invoice back, or charge again (R-CAP-08)"),
  CAPTURE_REFUSED("ECPay refused to capture the card: see its words in the call journal"),
  CAPTURE_UNCLEAR(
      "ECPay answered HTTP 500 and did not capture: correct the cause, then ask again (R-TRN-06)");

  private final String advice;

  CardIncident(String advice) {
    this.advice = advice;
  }

  /** What happened and what to do, for an operator. */
  public String advice() {
    return advice;
  }
}
