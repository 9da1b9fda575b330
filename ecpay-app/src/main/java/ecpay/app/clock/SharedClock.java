package ecpay.app.clock;

import ecpay.adapter.persistence.clock.DatabaseClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The time of the machine, plus how far the database's clock is ahead of it: what one node writes
 * down, such as when a call left, the others compare with their own time. A look at it asks nobody.
 * It is the machine's own until {@link ClockWatch} has measured for the first time.
 */
public final class SharedClock extends Clock {
  /**
   * Less than this is left alone, so that time does not go back and forth with each measurement.
   */
  static final Duration TOLERANCE = Duration.ofSeconds(1);

  private final Clock machine;
  private final AtomicReference<Duration> correction;

  public SharedClock(Clock machine) {
    this(machine, new AtomicReference<>(Duration.ZERO));
  }

  private SharedClock(Clock machine, AtomicReference<Duration> correction) {
    this.machine = machine;
    this.correction = correction;
  }

  Clock machine() {
    return machine;
  }

  /** What is added to the machine's time. */
  Duration correction() {
    return correction.get();
  }

  /** Whether the reading leaves it possible that this clock is right, within the tolerance. */
  boolean agreesWith(DatabaseClock.Reading reading) {
    Duration added = correction();
    return added.compareTo(reading.aheadAtLeast().minus(TOLERANCE)) >= 0
        && added.compareTo(reading.aheadAtMost().plus(TOLERANCE)) <= 0;
  }

  /** Goes by the database's time from now on. */
  void correct(DatabaseClock.Reading reading) {
    correction.set(reading.ahead());
  }

  @Override
  public Instant instant() {
    return machine.instant().plus(correction());
  }

  @Override
  public ZoneId getZone() {
    return machine.getZone();
  }

  /** The same time, also after later corrections. */
  @Override
  public Clock withZone(ZoneId zone) {
    return new SharedClock(machine.withZone(zone), correction);
  }
}
