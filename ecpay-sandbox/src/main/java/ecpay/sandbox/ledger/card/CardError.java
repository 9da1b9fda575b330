package ecpay.sandbox.ledger.card;

/** Why an action on a card is refused. */
public enum CardError {
  /** The state does not allow the action (R-CAP-02). */
  STATE("error_state_%s", "the state does not allow it"),
  /** The amount does not fit; also every refund of what is not captured (lessons of the field). */
  AMOUNT("error_amount_%s", "the amount does not fit"),
  /** Later than 21 days after the authorization (R-CAP-07). */
  OVER_DAY("error_overDAY", "more than 21 days have passed"),
  /** From 20:15:00 to 20:30:00 while automatic capture is on (R-CAP-06). */
  QUIET_WINDOW("error_quiet_%s", "no action from 20:15 to 20:30"),
  /** The merchant's account does not cover the refund. */
  BALANCE("error_balance_%s", "the balance does not cover it");

  private final String pattern;
  private final String reason;

  CardError(String pattern, String reason) {
    this.pattern = pattern;
    this.reason = reason;
  }

  /** ECPay's short text, as in {@code error_amount_R}. */
  public String text(CardAction action) {
    return pattern.formatted(action);
  }

  /** The reason in words. */
  public String reason() {
    return reason;
  }
}
