package ecpay.sandbox.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A ticking clock that tests can move. Its zone is Asia/Taipei, the zone of every date ECPay
 * writes.
 *
 * <p>All time of the sandbox comes from one instance of it: time stamps, expiries, repeats.
 */
public final class SandboxClock extends Clock {
  /** The zone of every date and rule of ECPay. */
  public static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

  /** So long, in real time, what the clock showed before a move may still be on its way. */
  static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

  private static final int MOST_FORMER = 100;

  private final Clock base;
  private final AtomicReference<Setting> setting =
      new AtomicReference<>(new Setting(Duration.ZERO, List.of()));
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  public SandboxClock(Clock base) {
    this.base = base;
  }

  /**
   * How the clock is set.
   *
   * @param former how it was set before its latest moves, the newest first
   */
  private record Setting(Duration offset, List<Former> former) {
    Setting moved(Duration next, Instant now) {
      var kept = former.stream().filter(one -> one.counts(now)).limit(MOST_FORMER - 1);
      return new Setting(next, Stream.concat(Stream.of(new Former(offset, now)), kept).toList());
    }
  }

  /**
   * How the clock was set.
   *
   * @param until when it was moved, in real time
   */
  private record Former(Duration offset, Instant until) {
    boolean counts(Instant now) {
      return Duration.between(until, now).compareTo(ON_ITS_WAY) <= 0;
    }
  }

  @Override
  public Instant instant() {
    return base.instant().plus(setting.get().offset());
  }

  @Override
  public ZoneId getZone() {
    return TAIPEI;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.offset(base, setting.get().offset()).withZone(zone);
  }

  /** Wall time in Taipei, cut to whole seconds as ECPay writes it. */
  public LocalDateTime now() {
    return LocalDateTime.ofInstant(instant(), TAIPEI).withNano(0);
  }

  /** Unix time in seconds. */
  public long seconds() {
    return instant().getEpochSecond();
  }

  /**
   * How long ago the clock showed this time; negative when it has yet to.
   *
   * <p>Who read the clock just before it was moved read it right, and time does not leap at ECPay:
   * for a minute, such a time is as old as it would be without the move.
   *
   * @param time Unix seconds
   * @return seconds
   */
  public long age(long time) {
    var now = base.instant();
    var then = setting.get();
    return Stream.concat(
            Stream.of(then.offset()),
            then.former().stream().filter(one -> one.counts(now)).map(Former::offset))
        .mapToLong(offset -> now.plus(offset).getEpochSecond() - time)
        .boxed()
        .min(Comparator.comparingLong(Math::abs))
        .orElseThrow();
  }

  /** Sets the present to the given instant; the clock ticks on from there. */
  public void set(Instant present) {
    move(_ -> Duration.between(base.instant(), present));
  }

  /** Moves the present by the given time, backwards when negative. */
  public void advance(Duration step) {
    move(before -> before.plus(step));
  }

  private void move(UnaryOperator<Duration> step) {
    setting.updateAndGet(before -> before.moved(step.apply(before.offset()), base.instant()));
    listeners.forEach(Runnable::run);
  }

  /** Runs the listener after every move of the clock, on the thread that moved it. */
  public void onMove(Runnable listener) {
    listeners.add(listener);
  }
}
