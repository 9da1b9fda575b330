package ecpay.app;

import ecpay.domain.clock.ClockDeviation;
import ecpay.domain.clock.ClockListener;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far our clock is from ECPay's, in the gauge {@code ecpay.clock.deviation} (seconds, more than
 * zero when ours is ahead), and in the log when it begins and ends to be too far (R-TRN-03).
 */
final class ToldClock implements ClockListener {
  private static final Logger LOG = LoggerFactory.getLogger(ToldClock.class);

  private final ClockListener next;
  private final AtomicReference<ClockDeviation> last = new AtomicReference<>(ClockDeviation.NONE);

  ToldClock(ClockListener next, MeterRegistry meters) {
    this.next = next;
    Gauge.builder("ecpay.clock.deviation", () -> last.get().ahead().toMillis() / 1_000.0)
        .baseUnit("seconds")
        .description("How far our clock is ahead of ECPay's")
        .register(meters);
  }

  /** Never throws: ECPay's answer, which brought the measurement, matters more. */
  @Override
  public void measured(ClockDeviation deviation) {
    ClockDeviation before = last.getAndSet(deviation);
    if (deviation.alarms() && !before.alarms()) {
      LOG.warn(
          "our clock is {}: synchronise it, on the database's machine first (R-TRN-03)",
          deviation.inWords());
    } else if (before.alarms() && !deviation.alarms()) {
      LOG.info("our clock is right again");
    }
    try {
      next.measured(deviation);
    } catch (RuntimeException notTold) {
      LOG.error("the deviation of our clock could not be told", notTold);
    }
  }
}
