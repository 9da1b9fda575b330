package ecpay.sandbox.ledger.card;

import java.util.Optional;

/** What DoAction can ask for. */
public enum CardAction {
  /** Capture. */
  C,
  /** Refund. */
  R,
  /** Take the capture request back. */
  E,
  /** Abandon the authorization. */
  N;

  /** The action of that letter. */
  public static Optional<CardAction> named(String letter) {
    for (var action : values()) {
      if (action.name().equals(letter)) {
        return Optional.of(action);
      }
    }
    return Optional.empty();
  }
}
