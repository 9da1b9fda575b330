package ecpay.acceptance.architecture.broken.clock;

import java.time.Instant;

/** Breaks "no clock of its own". */
public record ReadsTheClock() {
  /** The time that no test can set. */
  public Instant time() {
    return Instant.now();
  }
}
