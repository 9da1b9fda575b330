package ecpay.domain.card;

/** What DoAction can do with a card payment. */
public enum CardAction {
  /** Take the money. */
  CAPTURE("C"),
  /** Give money back that is captured, or is about to be. */
  REFUND("R"),
  /** Take the request to capture back. */
  CANCEL_CAPTURE("E"),
  /** Release the authorisation: no money is taken. */
  ABANDON("N");

  private final String letter;

  CardAction(String letter) {
    this.letter = letter;
  }

  /** As DoAction's Action names it. */
  public String letter() {
    return letter;
  }
}
