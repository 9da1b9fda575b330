package ecpay.domain.contract;

import ecpay.domain.contract.PeriodicContract.State;
import ecpay.domain.rule.IllegalMoveException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/** When the latest refused charge may be tried again: never twice for one refusal (R-PAY-13). */
final class Retrial {
  /** A call may take so long, and ECPay's clock be behind, when it says when it tried. */
  private static final Duration MARGIN = Duration.ofMinutes(2);

  private Retrial() {}

  /**
   * @throws IllegalMoveException R-PAY-18 where nothing is to be tried again, R-PAY-13 while nobody
   *     knows what came of the last time
   */
  static void demand(PeriodicContract contract) {
    String word = ContractAction.REAUTHORIZE.word();
    if (contract.state() == State.STOPPED) {
      throw new IllegalMoveException("R-PAY-18", "the contract is stopped", word);
    }
    if (contract.charges().getLast().isCharged()) {
      throw new IllegalMoveException("R-PAY-18", "the latest charge did not fail", word);
    }
    if (contract.triedAgainAt().filter(at -> !isKnown(contract, at)).isPresent()) {
      throw new IllegalMoveException(
          "R-PAY-13",
          "what came of trying it again is not known: ECPay tells it, or is asked a day later",
          word);
    }
  }

  /**
   * When it counts as tried: so late that what was there when it was wanted is not taken for what
   * came of it.
   */
  static Instant timeOf(PeriodicContract contract, Instant at) {
    Instant wanted = contract.pending().map(PendingAction::wantedAt).orElse(at);
    return contract.charges().stream()
        .map(Charge::at)
        .filter(charge -> !charge.isAfter(wanted))
        .map(charge -> charge.plus(MARGIN))
        .filter(at::isBefore)
        .max(Comparator.naturalOrder())
        .orElse(at);
  }

  /** Another refusal came of it, or ECPay was asked when it had to know. */
  private static boolean isKnown(PeriodicContract contract, Instant triedAt) {
    return contract.charges().getLast().at().isAfter(triedAt.minus(MARGIN))
        || !contract.lookedAt().isBefore(triedAt.plus(Turns.GRACE));
  }
}
