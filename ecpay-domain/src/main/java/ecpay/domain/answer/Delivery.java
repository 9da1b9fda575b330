package ecpay.domain.answer;

import java.time.Instant;
import java.util.Optional;

/** How far the call has come that carries out a change. */
public sealed interface Delivery {

  /**
   * It is to be sent.
   *
   * @param repeat whether an earlier call got lost, so that ECPay may refuse what it has done
   */
  record Due(boolean repeat) implements Delivery {
    /** It never left. */
    public static final Due NEW = new Due(false);

    /** It got lost, and ECPay's books do not show that it was acted upon. */
    public static final Due REPEAT = new Due(true);

    /** The call is about to leave. */
    public Sent sending(Instant at) {
      return new Sent(at, repeat);
    }
  }

  /** It left; its end is not known, so ECPay must be asked before another one leaves. */
  record Sent(Instant at, boolean repeat) implements Delivery {
    /** The call surely never arrived. */
    public Due notSent() {
      return new Due(repeat);
    }
  }

  /**
   * Nobody knows whether ECPay acted (R-PAY-13).
   *
   * @param at when our side of the call ended
   * @param resendable whether it may leave again by itself once ECPay says that nothing happened;
   *     false after HTTP 500 (R-TRN-06)
   */
  record Lost(Instant at, boolean resendable) implements Delivery {}

  /** When the call that is in doubt left or was given up; empty while none is. */
  default Optional<Instant> inDoubtSince() {
    return switch (this) {
      case Due _ -> Optional.empty();
      case Sent(Instant at, boolean _) -> Optional.of(at);
      case Lost(Instant at, boolean _) -> Optional.of(at);
    };
  }

  /** Whether it may leave again by itself. */
  default boolean mayRepeat() {
    return !(this instanceof Lost(Instant _, boolean resendable)) || resendable;
  }

  /** Whether a refusal may mean that an earlier call was acted upon. */
  default boolean isRepeat() {
    return switch (this) {
      case Due(boolean repeat) -> repeat;
      case Sent(Instant _, boolean repeat) -> repeat;
      case Lost _ -> true;
    };
  }
}
