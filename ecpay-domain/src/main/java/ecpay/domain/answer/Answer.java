package ecpay.domain.answer;

import java.util.function.Function;

/**
 * What became of a call to ECPay. The four kinds are never mixed up, because only a refusal and a
 * call that was surely not sent may be repeated as if nothing had happened (seed 002).
 *
 * @param <T> what an accepted call brings
 */
public sealed interface Answer<T> {

  /** ECPay did it: TransCode 1 and the operation's own success (R-PAY-05). */
  record Accepted<T>(T value) implements Answer<T> {}

  /** Everything but a yes. */
  sealed interface Unaccepted<T> extends Answer<T> {
    /** What to put behind the name of the operation, for an operator. */
    String why();
  }

  /**
   * ECPay said no; nothing happened.
   *
   * @param code ECPay's RtnCode, or {@code TransCode n} when the envelope itself was refused
   * @param message ECPay's words, for an operator
   */
  record Refused<T>(String code, String message) implements Unaccepted<T> {
    @Override
    public String why() {
      return "refused: " + code + " " + message;
    }
  }

  /** The call surely never reached ECPay, or was turned away at its door: nothing happened. */
  record NotSent<T>(String reason) implements Unaccepted<T> {
    @Override
    public String why() {
      return "not sent: " + reason;
    }
  }

  /**
   * The call may have happened (R-PAY-13): ask ECPay, never repeat blindly.
   *
   * @param resendable whether, once ECPay says that nothing happened, the same request may be sent
   *     again by itself; false after HTTP 500, which only a person may repeat (R-TRN-06)
   */
  record Unknown<T>(String reason, boolean resendable) implements Unaccepted<T> {
    @Override
    public String why() {
      return "without answer: " + reason;
    }
  }

  /** The same kind of answer with another value. */
  default <R> Answer<R> map(Function<? super T, ? extends R> change) {
    return switch (this) {
      case Accepted<T>(T value) -> new Accepted<>(change.apply(value));
      case Refused<T>(String code, String message) -> new Refused<>(code, message);
      case NotSent<T>(String reason) -> new NotSent<>(reason);
      case Unknown<T>(String reason, boolean resendable) -> new Unknown<>(reason, resendable);
    };
  }
}
