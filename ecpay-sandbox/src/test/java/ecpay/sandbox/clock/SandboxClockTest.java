package ecpay.sandbox.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SandboxClockTest {
  private final AtomicReference<Instant> real =
      new AtomicReference<>(Instant.parse("2027-03-02T01:00:00Z"));
  private final InstantSource base = real::get;
  private final SandboxClock clock = new SandboxClock(base.withZone(ZoneOffset.UTC));

  private void pass(Duration time) {
    real.updateAndGet(now -> now.plus(time));
  }

  @Test
  void aTimeIsAsOldAsTheClockHasTickedOnSinceItShowedIt() {
    var then = clock.seconds();
    pass(Duration.ofSeconds(700));
    assertThat(clock.age(then)).isEqualTo(700);
    assertThat(clock.age(then + 1000)).isEqualTo(-300);
  }

  @Test
  void aTimeThatWasReadJustBeforeTheClockWasMovedIsNoOlderForThat() {
    var first = clock.seconds();
    clock.advance(Duration.ofDays(3));
    pass(Duration.ofSeconds(2));
    var second = clock.seconds();
    clock.set(Instant.parse("2027-05-01T00:00:00Z"));
    pass(Duration.ofSeconds(3));
    assertThat(clock.age(first)).isEqualTo(5);
    assertThat(clock.age(second)).isEqualTo(3);
    assertThat(clock.age(clock.seconds())).isZero();
    assertThat(clock.age(first + 86_400)).as("which it never showed").isLessThan(-80_000);
  }

  @Test
  void aMinuteLaterOnlyThePresentCounts() {
    var before = clock.seconds();
    clock.advance(Duration.ofDays(3));
    pass(SandboxClock.ON_ITS_WAY.plusSeconds(1));
    assertThat(clock.age(before)).isEqualTo(3 * 86_400 + 61);
    var between = clock.seconds();
    clock.advance(Duration.ofHours(1));
    assertThat(clock.age(before)).isEqualTo(3 * 86_400 + 61);
    assertThat(clock.age(between)).isZero();
  }
}
