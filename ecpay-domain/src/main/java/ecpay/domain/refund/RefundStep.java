package ecpay.domain.refund;

import java.time.Instant;
import java.util.Optional;

/**
 * One step of a refund.
 *
 * @param number from 1, never given to another step of the same refund
 */
public record RefundStep(int number, RefundAct act, StepState state) {

  RefundStep in(StepState other) {
    return new RefundStep(number, act, other);
  }

  public boolean isDone() {
    return state instanceof StepState.Done;
  }

  /** When it was done; empty before. */
  public Optional<Instant> doneAt() {
    return state instanceof StepState.Done done ? Optional.of(done.at()) : Optional.empty();
  }

  public boolean isMoney() {
    return act instanceof RefundAct.OfMoney;
  }
}
