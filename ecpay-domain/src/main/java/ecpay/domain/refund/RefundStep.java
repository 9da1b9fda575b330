package ecpay.domain.refund;

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

  public boolean isMoney() {
    return act instanceof RefundAct.OfMoney;
  }
}
