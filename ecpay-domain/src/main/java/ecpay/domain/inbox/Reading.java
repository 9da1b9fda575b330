package ecpay.domain.inbox;

/**
 * What a reader makes of a body that claims to come from ECPay (R-CBK-01).
 *
 * @param <R> what an authentic one reports
 */
public sealed interface Reading<R> {
  /** Came from ECPay. */
  record Authentic<R>(R report) implements Reading<R> {}

  /**
   * Did not, or cannot be shown to.
   *
   * @param reason short and uniform, without detail for an attacker
   */
  record Refused<R>(String reason) implements Reading<R> {}
}
