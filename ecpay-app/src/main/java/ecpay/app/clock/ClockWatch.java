package ecpay.app.clock;

import ecpay.adapter.persistence.clock.DatabaseClock.Reading;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a {@link SharedClock} at the database's time: before anything is done, then every five
 * seconds until it is closed. While the database does not tell its time, or only slowly, the last
 * difference stays in force.
 */
public final class ClockWatch implements AutoCloseable {
  /** A slower reading says too little. */
  static final Duration LONGEST_ROUND_TRIP = Duration.ofSeconds(2);

  /** One that agrees is enough; before anything is corrected so many are compared. */
  static final int READINGS = 5;

  private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration ALARMING = Duration.ofSeconds(5);

  /** About a minute. */
  private static final int SILENCES_UNTIL_TOLD = 12;

  private static final Duration LAST_READING = Duration.ofSeconds(5);

  private final SharedClock clock;
  private final Function<Clock, Reading> database;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = Thread.ofVirtual().name("database-clock").unstarted(this::run);
  private volatile Duration measured = Duration.ZERO;
  private int silences;

  /**
   * @param database reads the database's clock beside the given one
   */
  ClockWatch(SharedClock clock, Function<Clock, Reading> database) {
    this.clock = clock;
    this.database = database;
  }

  /**
   * Measures, and begins to watch.
   *
   * @param database reads the database's clock beside the given one
   * @throws IllegalStateException if the database does not tell its time, or only slowly: nothing
   *     may be done by a time that is not that of the other nodes
   */
  public static ClockWatch begin(
      SharedClock clock, Function<Clock, Reading> database, MeterRegistry meters) {
    ClockWatch watch = new ClockWatch(clock, database);
    if (!watch.measure()) {
      throw new IllegalStateException(
          "the database does not tell its time within "
              + LONGEST_ROUND_TRIP.toMillis()
              + "ms, which all nodes go by");
    }
    Gauge.builder("ecpay.clock.machine", () -> watch.measured.negated().toMillis() / 1_000.0)
        .baseUnit("seconds")
        .description("How far this machine's clock is ahead of the database's")
        .register(meters);
    watch.thread.start();
    return watch;
  }

  private void run() {
    try {
      while (!closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        measure();
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Reads the database's clock until a reading agrees with ours, a few times at most, and goes by
   * the quickest if none does.
   *
   * @return whether the database has told its time
   */
  boolean measure() {
    Optional<Reading> best = best();
    best.ifPresentOrElse(this::take, this::silent);
    return best.isPresent();
  }

  private Optional<Reading> best() {
    Optional<Reading> best = Optional.empty();
    try {
      for (int i = 0; i < READINGS; i++) {
        Reading reading = database.apply(clock.machine());
        if (isUsable(reading)) {
          if (clock.agreesWith(reading)) {
            return Optional.of(reading);
          }
          best = best.filter(known -> isQuicker(known, reading)).or(() -> Optional.of(reading));
        }
      }
    } catch (RuntimeException untold) {
      LOG.debug("the database does not tell its time", untold);
    }
    return best;
  }

  private static boolean isQuicker(Reading one, Reading other) {
    return one.roundTrip().compareTo(other.roundTrip()) <= 0;
  }

  /** Neither slow, nor read while the machine's clock was put back. */
  private static boolean isUsable(Reading reading) {
    Duration roundTrip = reading.roundTrip();
    return !roundTrip.isNegative() && roundTrip.compareTo(LONGEST_ROUND_TRIP) <= 0;
  }

  private void take(Reading reading) {
    silences = 0;
    measured = reading.ahead();
    if (!clock.agreesWith(reading)) {
      clock.correct(reading);
      tell(reading.ahead());
    }
  }

  private void silent() {
    silences++;
    if (silences == SILENCES_UNTIL_TOLD) {
      LOG.warn(
          "for a minute the database has told its time slowly or not at all;"
              + " it is still taken to be {} ms ahead of this machine's",
          clock.correction().toMillis());
    }
  }

  private static void tell(Duration ahead) {
    String words =
        "%.1f s %s"
            .formatted(ahead.abs().toMillis() / 1e3, ahead.isNegative() ? "ahead of" : "behind");
    if (ahead.abs().compareTo(ALARMING) > 0) {
      LOG.warn(
          "this machine's clock is {} the database's, by which all nodes go: synchronise both (NTP)",
          words);
    } else {
      LOG.info("this machine's clock is {} the database's, by which all nodes go", words);
    }
  }

  /**
   * Ends the watch; the clock stays as it is. A measurement under way is waited for, five seconds
   * at most, so that it does not find its connections closed.
   */
  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join(LAST_READING);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
