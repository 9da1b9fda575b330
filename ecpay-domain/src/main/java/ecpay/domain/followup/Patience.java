package ecpay.domain.followup;

import java.time.Duration;
import java.time.Instant;

/**
 * How long after a call left it is certain that ECPay has stopped working on it, so that asking
 * tells the truth. Longer than the connect and read time-outs together.
 *
 * @param span default 90 seconds
 */
public record Patience(Duration span) {
  public static final Patience DEFAULT = new Patience(Duration.ofSeconds(90));

  /** When ECPay may be asked about a call that left, or was given up, at that time. */
  public Instant after(Instant call) {
    return call.plus(span);
  }
}
