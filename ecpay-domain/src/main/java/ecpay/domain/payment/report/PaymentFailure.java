package ecpay.domain.payment.report;

/**
 * Why an attempt failed.
 *
 * @param code ECPay's RtnCode, or our own word
 * @param message for an operator
 */
public record PaymentFailure(String code, String message) {
  private static final String NEVER_HAPPENED = "NEVER_HAPPENED";

  /** ECPay did not know of a call that was lost on its way. */
  public static PaymentFailure neverHappened() {
    return new PaymentFailure(
        NEVER_HAPPENED, "ECPay knows of no such payment; nothing was charged");
  }

  /** Whether ECPay has not said so itself and may still think of it otherwise (R-PAY-13). */
  public boolean isOurGuess() {
    return code.equals(NEVER_HAPPENED);
  }

  /**
   * The one of two failures that stays: the same whichever came first, so that any order of notices
   * ends in the same state (R-CBK-04).
   */
  public PaymentFailure or(PaymentFailure other) {
    int order =
        code.equals(other.code) ? message.compareTo(other.message) : code.compareTo(other.code);
    return order <= 0 ? this : other;
  }
}
