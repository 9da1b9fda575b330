package ecpay.domain.inbox;

/** What ECPay is told about a callback. */
public sealed interface Acknowledgement {

  /** Authentic and kept: answer {@code 1|OK} (R-CBK-01), whatever was made of it. */
  record Received() implements Acknowledgement {}

  /**
   * Not authentic: never {@code 1|OK}, but {@code 0|} and this reason (D-26).
   *
   * @param reason short and uniform
   */
  record Refused(String reason) implements Acknowledgement {}
}
