package ecpay.domain.track.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Progress;
import ecpay.domain.invoice.document.InvoiceType;
import ecpay.domain.rule.Rule;
import ecpay.domain.track.SeenTracks;
import ecpay.domain.track.Term;
import ecpay.domain.track.TrackId;
import ecpay.domain.track.TrackRange;
import ecpay.domain.track.TrackStatus;
import ecpay.domain.world.ecpay.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Rule("R-INV-28")
class WatchTracksTest {
  private static final Term TERM = new Term(115, 6);
  private static final TrackRange THOUSAND = new TrackRange("UV", "00000000", "00000999");
  private static final TrackRange MORE = new TrackRange("UV", "00001000", "00001999");
  private final TrackWorld world = new TrackWorld(Samples.NOW);

  private static TrackWorld at(String taipei) {
    return new TrackWorld(Instant.parse(taipei + "+08:00"));
  }

  private Progress waiting(Duration pause) {
    return new Progress.WaitUntil(world.clock.instant().plus(pause));
  }

  private TrackId inUse(TrackRange range) {
    return world.ecpay.add(TERM, InvoiceType.GENERAL, range, TrackStatus.IN_USE);
  }

  @Test
  void anAlarmIsToldOncePerCrossing() {
    TrackId track = inUse(THOUSAND);
    world.ecpay.use(track, 500);
    world.run();
    assertThat(world.incidents()).isEmpty(); // 500 are left

    world.ecpay.use(track, 1);
    assertThat(world.run()).isEqualTo(waiting(Duration.ofMinutes(10)));
    world.ecpay.use(track, 1);
    world.run();
    assertThat(world.incidents()).containsExactly("NUMBERS_RUN_LOW 115-6 07");

    world.ecpay.use(track, 498);
    world.run();
    world.run();
    assertThat(world.incidents())
        .containsExactly("NUMBERS_RUN_LOW 115-6 07", "NUMBERS_EXHAUSTED 115-6 07");

    TrackId second = inUse(MORE);
    assertThat(world.run()).isEqualTo(waiting(Duration.ofHours(1)));
    world.ecpay.use(second, 501);
    world.run();
    assertThat(world.incidents())
        .containsExactly(
            "NUMBERS_RUN_LOW 115-6 07", "NUMBERS_EXHAUSTED 115-6 07", "NUMBERS_RUN_LOW 115-6 07");
  }

  @Test
  void aRefillBelowTheThresholdEndsTheBlockadeButIsNoNewAlarm() {
    TrackId track = inUse(THOUSAND);
    world.ecpay.use(track, 1000);
    world.run();
    assertThat(world.incidents()).containsExactly("NUMBERS_EXHAUSTED 115-6 07");
    assertThat(world.woken).isEmpty();

    inUse(new TrackRange("AA", "00000000", "00000049"));
    world.run();
    assertThat(world.incidents()).hasSize(1);
    assertThat(world.woken).hasSize(1);
  }

  @Test
  void theAlarmSaysHowManyAreLeft() {
    world.ecpay.use(inUse(THOUSAND), 900);
    world.run();
    assertThat(world.books.orderlessEvents())
        .singleElement()
        .satisfies(event ->
            assertThat(((IncidentRaised) event).advice()).startsWith("few").endsWith("(100 left)"));
  }

  @Test
  void blockedInvoicesAreWokenOnceThereAreNumbers() {
    world.run();
    assertThat(world.woken).isEmpty();
    world.ecpay.allot(TERM, InvoiceType.GENERAL, THOUSAND);
    world.runUntil(Samples.NOW.plus(Duration.ofMinutes(10)));
    assertThat(world.woken).containsExactly(Samples.NOW.plus(Duration.ofMinutes(1)));
  }

  @Test
  void asManyAreWokenAsThereAreNumbersAndOneAloneWhileNoNumberIsUsed() {
    world.blocked = 3_000;
    TrackId track = inUse(THOUSAND);
    assertThat(world.run()).isEqualTo(waiting(Duration.ofHours(1)));
    assertThat(world.run()).isEqualTo(waiting(Duration.ofMinutes(10)));
    world.run();
    world.ecpay.use(track, 1);
    world.run();
    assertThat(world.wokenInvoices).containsExactly(1_000, 1, 1, 999);
  }

  @Test
  void numbersOfSpecialInvoicesWakeNobody() {
    world.blocked = 1;
    world.ecpay.add(TERM, InvoiceType.SPECIAL, MORE, TrackStatus.IN_USE);
    world.run();
    assertThat(world.woken).isEmpty();
  }

  @Test
  void aNextTermWithoutNumbersIsToldOnceAndEndsWithTheTerm() {
    TrackWorld late = at("2026-12-26T23:59:59");
    late.ecpay.add(TERM, InvoiceType.GENERAL, THOUSAND, TrackStatus.IN_USE);
    late.run();
    assertThat(late.incidents()).isEmpty();

    late.runUntil(Instant.parse("2026-12-31T23:59:59+08:00"));
    assertThat(late.incidents()).containsExactly("NEXT_TERM_HAS_NO_NUMBERS 116-1 07");

    late.runUntil(Instant.parse("2027-01-01T00:01:01+08:00"));
    assertThat(late.incidents())
        .containsExactly("NEXT_TERM_HAS_NO_NUMBERS 116-1 07", "NUMBERS_EXHAUSTED 116-1 07");
  }

  @Rule({"R-INV-28", "R-INV-30"})
  @Test
  void theNewTermIsLookedAtAsSoonAsItBegins() {
    TrackWorld late = at("2026-12-31T23:55:00");
    late.ecpay.add(TERM, InvoiceType.GENERAL, THOUSAND, TrackStatus.IN_USE);
    Instant newYear = Instant.parse("2027-01-01T00:00:00+08:00");
    assertThat(late.run()).isEqualTo(new Progress.WaitUntil(newYear));
    late.clock.advanceTo(newYear);
    assertThat(late.run()).isEqualTo(new Progress.WaitUntil(newYear.plus(Duration.ofMinutes(10))));
    assertThat(late.woken).hasSize(1); // by the old term only
  }

  @Test
  void howeverOftenItIsAskedForItLooksOnceAMinute() {
    TrackId track = inUse(THOUSAND);
    world.proceed();
    Instant next = Samples.NOW.plus(Duration.ofMinutes(1));
    world.clock.advance(Duration.ofMinutes(1).minusNanos(1));
    world.ecpay.use(track, 1000);
    assertThat(world.watch.proceed(new FollowUp.WatchTracks(Samples.SHOP)))
        .isEqualTo(new Progress.WaitUntil(next));
    assertThat(world.wire.count("GetInvoiceWordSetting")).isEqualTo(1);
    assertThat(world.woken).hasSize(1);

    world.clock.advanceTo(next);
    assertThat(world.proceed()).isEqualTo(waiting(Duration.ofMinutes(10)));
    assertThat(world.incidents()).containsExactly("NUMBERS_EXHAUSTED 115-6 07");
  }

  @Test
  void whatWasSeenIsKept() {
    TrackId track = inUse(THOUSAND);
    world.ecpay.use(track, 600);
    world.run();
    SeenTracks seen = world.books.tracks().find(Samples.SHOP, TERM).orElseThrow();
    assertThat(seen.at()).isEqualTo(Samples.NOW);
    assertThat(seen.stock().usable()).isEqualTo(400);
    assertThat(seen.raised()).hasSize(1);
  }

  @Test
  void anOlderLookDoesNotReplaceALaterOne() {
    TrackId track = inUse(THOUSAND);
    world.wire.meanwhile(
        "GetGovInvoiceWordSetting",
        () -> {
          world.ecpay.use(track, 1000);
          world.clock.advance(Duration.ofSeconds(1));
          world.run();
        });
    world.run();
    SeenTracks seen = world.books.tracks().find(Samples.SHOP, TERM).orElseThrow();
    assertThat(seen.stock().usable()).isZero();
    assertThat(world.incidents()).containsExactly("NUMBERS_EXHAUSTED 115-6 07");
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"REFUSED", "NOT_SENT", "LOST", "HTTP_500"})
  void whereEcpayNeverToldAnythingItIsTriedAgain(Fault fault) {
    world.wire.script("GetInvoiceWordSetting", fault);
    assertThat(world.run())
        .isInstanceOfSatisfying(
            Progress.TryAgain.class,
            again -> assertThat(again.reason()).startsWith("GetInvoiceWordSetting "));
    assertThat(world.incidents()).isEmpty();
  }

  @Test
  void nothingSeenForSixHoursIsToldOnce() {
    inUse(THOUSAND);
    world.run();
    Fault[] faults = new Fault[100];
    Arrays.fill(faults, Fault.NOT_SENT);
    world.wire.script("GetInvoiceWordSetting", faults);

    world.runUntil(Samples.NOW.plus(Duration.ofHours(6)));
    assertThat(world.incidents()).isEmpty();
    world.runUntil(Samples.NOW.plus(Duration.ofHours(8)));
    assertThat(world.incidents()).containsExactly("TRACKS_NOT_SEEN 115-6 07");

    world.runUntil(Samples.NOW.plus(Duration.ofHours(24)));
    assertThat(world.books.tracks().find(Samples.SHOP, TERM).orElseThrow().raised()).isEmpty();
    assertThat(world.incidents()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"REFUSED", "NOT_SENT", "LOST", "HTTP_500"})
  void anAllotmentThatIsNotToldDoesNotHideTheStock(Fault fault) {
    inUse(new TrackRange("UV", "00000000", "00000049"));
    world.wire.script("GetGovInvoiceWordSetting", fault);
    assertThat(world.run()).isEqualTo(waiting(Duration.ofMinutes(10)));
    assertThat(world.incidents()).containsExactly("NUMBERS_RUN_LOW 115-6 07");
    assertThat(world.woken).hasSize(1);
  }

  @Test
  void specialInvoicesAreWatchedOnlyWhereTheyHaveTracks() {
    inUse(THOUSAND);
    TrackId special = world.ecpay.add(TERM, InvoiceType.SPECIAL, MORE, TrackStatus.IN_USE);
    world.run();
    world.ecpay.use(special, 1000);
    world.run();
    assertThat(world.incidents()).containsExactly("NUMBERS_EXHAUSTED 115-6 08");
  }
}
