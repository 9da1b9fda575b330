package ecpay.adapter.http.transport;

import ecpay.adapter.http.transport.Transport.Reply;
import ecpay.domain.clock.ClockDeviation;
import ecpay.domain.clock.ClockListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Compares our clock with ECPay's in every answer, and keeps calls at home while it is more than
 * ten minutes off (R-TRN-03). Whether it still is shows a knock at ECPay's door: before the first
 * call stays, so that one odd answer stops nothing, and then once a minute, as long as somebody
 * wants to call.
 */
final class ClockGuard {
  private static final Duration BETWEEN_KNOCKS = Duration.ofMinutes(1);

  private final Clock clock;
  private final ClockListener listener;
  private final AtomicReference<Instant> knocked = new AtomicReference<>(Instant.EPOCH);
  private volatile ClockDeviation last = ClockDeviation.NONE;

  ClockGuard(Clock clock, ClockListener listener) {
    this.clock = clock;
    this.listener = listener;
  }

  Instant now() {
    return clock.instant();
  }

  /** What an answer showed: ECPay's time, somewhere between then and now. */
  void measure(Instant sent, Instant theirs) {
    last = ClockDeviation.between(sent, theirs, clock.instant());
    listener.measured(last);
  }

  /**
   * @param knock asks ECPay for its time, without asking for anything else
   */
  Optional<Reply> whyBlocked(Runnable knock) {
    if (last.blocks() && mayKnock()) {
      knock.run();
    }
    ClockDeviation deviation = last;
    return deviation.blocks()
        ? Optional.of(
            new Reply.NotSent(
                "our clock is "
                    + deviation.inWords()
                    + ": nothing is sent until it is right (R-TRN-03)"))
        : Optional.empty();
  }

  /** A clock that was put right has jumped, so that a minute has passed in either direction. */
  private boolean mayKnock() {
    Instant now = clock.instant();
    Instant before = knocked.get();
    return Duration.between(before, now).abs().compareTo(BETWEEN_KNOCKS) >= 0
        && knocked.compareAndSet(before, now);
  }
}
