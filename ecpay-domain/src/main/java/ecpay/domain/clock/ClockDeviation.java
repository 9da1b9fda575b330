package ecpay.domain.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * How far our clock is from ECPay's (R-TRN-03).
 *
 * @param ahead more than zero when ours is ahead, less when it is behind
 */
public record ClockDeviation(Duration ahead) {
  public static final ClockDeviation NONE = new ClockDeviation(Duration.ZERO);

  private static final Duration ALARMING = Duration.ofMinutes(1);
  private static final Duration BLOCKING = Duration.ofMinutes(10);
  private static final Duration THEIR_UNIT = Duration.ofSeconds(1);

  /**
   * What is certain about the deviation when ECPay, somewhere between a request and its answer,
   * read this from its own clock: a slow answer alone is none.
   *
   * @param sent by our clock
   * @param theirs in whole seconds, as ECPay tells the time
   * @param answered by our clock
   */
  public static ClockDeviation between(Instant sent, Instant theirs, Instant answered) {
    // Our clock may have been put back in between.
    Instant from = sent.isBefore(answered) ? sent : answered;
    Instant until = sent.isBefore(answered) ? answered : sent;
    Instant theirsAtMost = theirs.plus(THEIR_UNIT);
    if (from.isAfter(theirsAtMost)) {
      return new ClockDeviation(Duration.between(theirsAtMost, from));
    }
    return until.isBefore(theirs) ? new ClockDeviation(Duration.between(theirs, until)) : NONE;
  }

  /** More than 60 seconds: a person is told. */
  public boolean alarms() {
    return ahead.abs().compareTo(ALARMING) > 0;
  }

  /** More than ten minutes: ECPay would refuse what we send, so nothing is sent. */
  public boolean blocks() {
    return ahead.abs().compareTo(BLOCKING) > 0;
  }

  /** In words, such as {@code 75 s ahead of ECPay's}. */
  public String inWords() {
    return ahead.abs().toSeconds()
        + " s "
        + (ahead.isNegative() ? "behind" : "ahead of")
        + " ECPay's";
  }
}
