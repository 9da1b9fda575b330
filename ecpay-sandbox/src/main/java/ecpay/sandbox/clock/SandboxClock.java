package ecpay.sandbox.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A ticking clock that tests can move. Its zone is Asia/Taipei, the zone of every date ECPay
 * writes.
 *
 * <p>All time of the sandbox comes from one instance of it: time stamps, expiries, repeats.
 */
public final class SandboxClock extends Clock {
  /** The zone of every date and rule of ECPay. */
  public static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

  private final Clock base;
  private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  public SandboxClock(Clock base) {
    this.base = base;
  }

  @Override
  public Instant instant() {
    return base.instant().plus(offset.get());
  }

  @Override
  public ZoneId getZone() {
    return TAIPEI;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.offset(base, offset.get()).withZone(zone);
  }

  /** Wall time in Taipei, cut to whole seconds as ECPay writes it. */
  public LocalDateTime now() {
    return LocalDateTime.ofInstant(instant(), TAIPEI).withNano(0);
  }

  /** Unix time in seconds. */
  public long seconds() {
    return instant().getEpochSecond();
  }

  /** Sets the present to the given instant; the clock ticks on from there. */
  public void set(Instant present) {
    offset.set(Duration.between(base.instant(), present));
    listeners.forEach(Runnable::run);
  }

  /** Moves the present by the given time, backwards when negative. */
  public void advance(Duration step) {
    offset.updateAndGet(before -> before.plus(step));
    listeners.forEach(Runnable::run);
  }

  /** Runs the listener after every move of the clock, on the thread that moved it. */
  public void onMove(Runnable listener) {
    listeners.add(listener);
  }
}
