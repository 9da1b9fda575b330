package ecpay.sandbox.payment.form;

import ecpay.sandbox.ledger.trade.CardOutcome;
import java.util.Map;
import java.util.Optional;

/** The card numbers the form accepts, and what each leads to. Any other number is refused. */
public final class TestCards {
  private static final Map<String, CardOutcome> OUTCOMES =
      Map.of(
          "4311952222222222", CardOutcome.APPROVED,
          "4938177777777777", CardOutcome.APPROVED,
          "4311952222220001", CardOutcome.APPROVED_WITHOUT_3D,
          "4311952222220058", CardOutcome.REFUSED,
          "4311952222220043", CardOutcome.AUTHENTICATION_FAILED,
          "4311952222220115", CardOutcome.TIMED_OUT,
          "4311952222220116", CardOutcome.APPROVED_LATE);

  private TestCards() {}

  /** What this card leads to, if it is a test card. */
  public static Optional<CardOutcome> outcome(String number) {
    return Optional.ofNullable(OUTCOMES.get(number));
  }
}
