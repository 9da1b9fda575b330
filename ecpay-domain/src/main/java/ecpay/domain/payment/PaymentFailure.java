package ecpay.domain.payment;

/**
 * Why an attempt failed.
 *
 * @param code ECPay's RtnCode, or our own word
 * @param message for an operator
 */
public record PaymentFailure(String code, String message) {

  /**
   * The one of two failures that stays: the same whichever came first, so that any order of notices
   * ends in the same state (R-CBK-04).
   */
  PaymentFailure or(PaymentFailure other) {
    int order =
        code.equals(other.code) ? message.compareTo(other.message) : code.compareTo(other.code);
    return order <= 0 ? this : other;
  }
}
