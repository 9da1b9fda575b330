package ecpay.domain.journal.usecase;

import ecpay.domain.answer.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * A call leaves when its intent was written down, or not at all. Whoever finds the intent counts
 * from its time ({@link ecpay.domain.followup.Patience}): then ECPay is asked, and what it knows
 * nothing of is sent again. A call that left only after that, because the machine slept or the
 * database took its time to commit, would be a second one (R-PAY-13).
 */
public final class Departure {
  /** From the record of the intent until its call is handed over. */
  public static final Duration LATEST = Duration.ofSeconds(10);

  private Departure() {}

  /**
   * Makes the call, unless it is too late for it.
   *
   * @param recorded the time that was written down with the intent
   */
  public static <T> Answer<T> of(Instant recorded, Clock clock, Supplier<Answer<T>> call) {
    Duration late = Duration.between(recorded, Instant.now(clock));
    return late.compareTo(LATEST) > 0
        ? new Answer.NotSent<>(
            "it was to leave %d s after it had been written down".formatted(late.toSeconds()))
        : call.get();
  }
}
