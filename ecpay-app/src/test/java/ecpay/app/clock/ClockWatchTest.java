package ecpay.app.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import ecpay.adapter.persistence.clock.DatabaseClock.Reading;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ClockWatchTest {
  private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
  private static final Duration QUICK = Duration.ofMillis(2);
  private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

  private final SharedClock clock = new SharedClock(Clock.fixed(NOON, ZoneOffset.UTC));
  private final Deque<Reading> readings = new ConcurrentLinkedDeque<>();
  private final AtomicInteger asked = new AtomicInteger();
  private final ClockWatch watch = new ClockWatch(clock, this::read);

  /** What is scripted, one after the other; then the database is not reachable. */
  private Reading read(Clock machine) {
    assertThat(machine.instant()).isEqualTo(NOON);
    asked.incrementAndGet();
    if (readings.isEmpty()) {
      throw new IllegalStateException("not reachable");
    }
    return readings.pop();
  }

  /** A database that is so far ahead, which the machine learns in the middle of a round trip. */
  private static Reading reading(Duration ahead, Duration roundTrip) {
    return new Reading(NOON, NOON.plus(roundTrip.dividedBy(2)).plus(ahead), NOON.plus(roundTrip));
  }

  private boolean measured(Reading... told) {
    readings.clear();
    readings.addAll(Arrays.asList(told));
    return watch.measure();
  }

  /** So often does the database tell the same. */
  private static Reading[] always(Reading reading) {
    Reading[] same = new Reading[ClockWatch.READINGS];
    Arrays.fill(same, reading);
    return same;
  }

  @Test
  void theTimeIsTheMachinesUntilItIsMeasuredAndThenTheDatabases() {
    assertThat(clock.instant()).isEqualTo(NOON);

    assertThat(measured(always(reading(HALF_A_MINUTE, QUICK)))).isTrue();

    assertThat(clock.instant()).isEqualTo(NOON.plus(HALF_A_MINUTE));
  }

  @Test
  void aClockThatIsAheadGoesBack() {
    measured(always(reading(HALF_A_MINUTE.negated(), QUICK)));

    assertThat(clock.instant()).isEqualTo(NOON.minus(HALF_A_MINUTE));
  }

  @Test
  void upToASecondIsLeftAloneSoThatTimeDoesNotGoBackAndForth() {
    measured(always(reading(HALF_A_MINUTE, QUICK)));
    Instant before = clock.instant();

    measured(reading(HALF_A_MINUTE.minusMillis(999), QUICK));
    assertThat(clock.instant()).isEqualTo(before);
    measured(reading(HALF_A_MINUTE.plusMillis(999), QUICK));
    assertThat(clock.instant()).isEqualTo(before);

    measured(always(reading(HALF_A_MINUTE.plusMillis(1_002), QUICK)));
    assertThat(clock.instant()).isEqualTo(before.plusMillis(1_002));
  }

  @Test
  void oneReadingThatAgreesIsEnough() {
    measured(always(reading(Duration.ofMillis(10), QUICK)));

    assertThat(asked).hasValue(1);
  }

  @Test
  void whatASlowReadingLeavesPossibleIsNoReasonForACorrection() {
    measured(reading(Duration.ofMillis(1_800), Duration.ofMillis(1_900)));

    assertThat(clock.instant()).isEqualTo(NOON);
  }

  @Test
  void theQuickestOfSeveralReadingsCounts() {
    Reading quick = reading(HALF_A_MINUTE, QUICK);
    Reading slow = reading(HALF_A_MINUTE.plusMillis(700), Duration.ofMillis(1_500));

    measured(slow, slow, quick, slow, slow);

    assertThat(asked).hasValue(5);
    assertThat(clock.instant()).isEqualTo(NOON.plus(HALF_A_MINUTE));
  }

  @Test
  void oneOddReadingChangesNothingWhenTheNextAgrees() {
    measured(reading(HALF_A_MINUTE, QUICK), reading(Duration.ZERO, Duration.ofMillis(5)));

    assertThat(clock.instant()).isEqualTo(NOON);
  }

  @Test
  void readingsThatTakeTooLongAreThrownAway() {
    Duration tooLong = ClockWatch.LONGEST_ROUND_TRIP.plusMillis(2);

    assertThat(measured(always(reading(HALF_A_MINUTE, tooLong)))).isFalse();

    assertThat(clock.instant()).isEqualTo(NOON);
  }

  @Test
  void aReadingDuringWhichTheMachinesClockWasPutBackIsThrownAway() {
    Reading back = new Reading(NOON, NOON.plus(HALF_A_MINUTE), NOON.minusSeconds(20));

    assertThat(measured(always(back))).isFalse();

    assertThat(clock.instant()).isEqualTo(NOON);
  }

  @Test
  void whileTheDatabaseIsNotReachableTheLastDifferenceStaysInForce() {
    measured(always(reading(HALF_A_MINUTE, QUICK)));

    assertThat(measured()).isFalse();

    assertThat(clock.instant()).isEqualTo(NOON.plus(HALF_A_MINUTE));
  }

  @Test
  void lookingAtTheTimeAsksNobody() {
    assertThat(clock.instant()).isEqualTo(NOON);
    assertThat(clock.millis()).isEqualTo(NOON.toEpochMilli());

    assertThat(asked).hasValue(0);
  }

  @Test
  void theSameTimeIsToldInEveryZoneAlsoAfterACorrection() {
    Clock taipei = clock.withZone(ZoneId.of("Asia/Taipei"));

    measured(always(reading(HALF_A_MINUTE, QUICK)));

    assertThat(taipei.getZone()).isEqualTo(ZoneId.of("Asia/Taipei"));
    assertThat(taipei.instant()).isEqualTo(clock.instant());
  }

  @Test
  void nothingBeginsWithoutTheDatabasesTime() {
    assertThatIllegalStateException()
        .isThrownBy(() -> ClockWatch.begin(clock, this::read, new SimpleMeterRegistry()))
        .withMessageContaining("the database does not tell its time within 2000ms");
  }

  @Test
  void aWatchMeasuresAgainAndTellsHowFarTheMachinesClockIsAhead() {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    readings.addAll(Arrays.asList(always(reading(HALF_A_MINUTE, QUICK))));

    try (ClockWatch begun = ClockWatch.begin(clock, this::read, meters)) {
      assertThat(begun).isNotNull();
      assertThat(clock.instant()).isEqualTo(NOON.plus(HALF_A_MINUTE));
      assertThat(meters.get("ecpay.clock.machine").gauge().value()).isEqualTo(-30.0);

      // Only now, so that however late this test has looked nothing else was to be seen.
      readings.addAll(Arrays.asList(always(reading(Duration.ofSeconds(-7), QUICK))));
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertThat(clock.instant()).isEqualTo(NOON.minusSeconds(7)));
      assertThat(meters.get("ecpay.clock.machine").gauge().value()).isEqualTo(7.0);
    }
  }
}
