package ecpay.app.jobs;

import java.time.Duration;

/**
 * How long to pause after so many attempts in a row: 2 seconds, doubling up to 15 minutes. After
 * {@value #PATIENT_ATTEMPTS} a person is told, and from then on it is tried once an hour: the cause
 * may be mended without anybody thinking of us, and what is waiting may have a deadline of its own
 * (R-INV-22, R-ALW-24).
 */
final class BackOff {
  static final int PATIENT_ATTEMPTS = 20;

  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Duration GIVEN_UP = Duration.ofHours(1);

  private BackOff() {}

  /**
   * @param attempts failed ones in a row, from 1
   */
  static Duration after(int attempts) {
    if (attempts >= PATIENT_ATTEMPTS) {
      return GIVEN_UP;
    }
    Duration doubled = FIRST.multipliedBy(1L << Math.min(attempts - 1, 20));
    return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }
}
