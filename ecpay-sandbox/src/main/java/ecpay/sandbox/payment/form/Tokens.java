package ecpay.sandbox.payment.form;

import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Formats;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;

/** How long a Token lives: ten minutes (R-PAY-02). */
public final class Tokens {
  private static final Duration LIFE = Duration.ofMinutes(10);

  private Tokens() {}

  /** The end of a token that is given now. */
  public static Instant expiry(SandboxClock clock) {
    return clock.instant().plus(LIFE);
  }

  /** TokenExpireDate. */
  public static String text(Instant expiry) {
    return LocalDateTime.ofInstant(expiry, SandboxClock.TAIPEI).format(Formats.PAYMENT_TIME);
  }
}
