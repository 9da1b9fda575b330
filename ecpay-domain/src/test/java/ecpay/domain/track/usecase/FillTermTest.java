package ecpay.domain.track.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import ecpay.domain.Samples;
import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.followup.Progress;
import ecpay.domain.invoice.document.InvoiceType;
import ecpay.domain.merchant.TrackPolicy;
import ecpay.domain.rule.Rule;
import ecpay.domain.track.Term;
import ecpay.domain.track.Track;
import ecpay.domain.track.TrackId;
import ecpay.domain.track.TrackRange;
import ecpay.domain.track.TrackStatus;
import ecpay.domain.world.ecpay.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the platform adds and enables by itself, and where it leaves that to a person. */
@Rule("R-INV-28")
class FillTermTest {
  private static final Term TERM = new Term(115, 6);
  private static final Term NEXT = new Term(116, 1);
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

  private List<TrackStatus> statuses() {
    return world.ecpay.all().stream().map(Track::status).toList();
  }

  @Test
  void whatTheGovernmentAllottedIsAddedAndEnabled() {
    world.ecpay.allot(TERM, InvoiceType.GENERAL, THOUSAND);
    world.ecpay.allot(TERM, InvoiceType.SPECIAL, MORE);

    assertThat(world.run()).isEqualTo(waiting(Duration.ofHours(1)));

    assertThat(world.ecpay.all())
        .extracting(Track::range, Track::type, Track::status)
        .containsExactly(
            tuple(THOUSAND, InvoiceType.GENERAL, TrackStatus.IN_USE),
            tuple(MORE, InvoiceType.SPECIAL, TrackStatus.IN_USE));
    assertThat(world.incidents()).isEmpty();
    assertThat(world.woken).containsExactly(Samples.NOW);
  }

  @Test
  void whatIsThereIsNotAddedAgain() {
    world.ecpay.allot(TERM, InvoiceType.GENERAL, THOUSAND);
    world.run();
    world.run();
    assertThat(world.wire.count("AddInvoiceWordSetting")).isEqualTo(1);
    assertThat(world.wire.count("UpdateInvoiceWordStatus")).isEqualTo(1);
  }

  @Test
  void whatIsAllottedTwiceIsAddedOnce() {
    world.ecpay.allot(TERM, InvoiceType.GENERAL, THOUSAND);
    world.ecpay.allot(TERM, InvoiceType.GENERAL, THOUSAND);
    world.run();
    assertThat(world.wire.count("AddInvoiceWordSetting")).isEqualTo(1);
    assertThat(world.incidents()).isEmpty();
  }

  @Test
  void anAllotmentThatAPersonDividedIsLeftAlone() {
    world.ecpay.allot(TERM, InvoiceType.GENERAL, THOUSAND);
    inUse(new TrackRange("UV", "00000000", "00000549"));
    world.run();
    assertThat(world.wire.count("AddInvoiceWordSetting")).isZero();
  }

  @Test
  void numbersOfAnotherTermAreNotAdded() {
    world.ecpay.allot(new Term(115, 5), InvoiceType.GENERAL, THOUSAND);
    world.ecpay.allot(NEXT, InvoiceType.GENERAL, THOUSAND);
    world.run();
    assertThat(world.ecpay.all()).isEmpty();
  }

  @Test
  void aTrackThatWasAddedAndNeverEnabledIsEnabled() {
    world.ecpay.add(TERM, InvoiceType.GENERAL, THOUSAND, TrackStatus.NOT_ENABLED);
    world.run();
    assertThat(statuses()).containsExactly(TrackStatus.IN_USE);
    assertThat(world.incidents()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = TrackStatus.class,
      names = {"DISABLED", "PAUSED", "UNDER_REVIEW", "REJECTED"})
  void aTrackThatAPersonStoppedIsLeftAlone(TrackStatus status) {
    world.ecpay.allot(TERM, InvoiceType.GENERAL, THOUSAND);
    world.ecpay.add(TERM, InvoiceType.GENERAL, THOUSAND, status);
    world.run();
    assertThat(statuses()).containsExactly(status);
    assertThat(world.wire.count("AddInvoiceWordSetting")).isZero();
    assertThat(world.wire.count("UpdateInvoiceWordStatus")).isZero();
    assertThat(world.incidents()).containsExactly("NUMBERS_EXHAUSTED 115-6 07");
  }

  @Test
  void aMerchantWhoAddsByHandIsOnlyWatched() {
    world.policy = new TrackPolicy(false, 10, 500);
    world.ecpay.allot(TERM, InvoiceType.GENERAL, THOUSAND);
    world.ecpay.add(TERM, InvoiceType.GENERAL, MORE, TrackStatus.NOT_ENABLED);
    assertThat(world.run()).isEqualTo(waiting(Duration.ofMinutes(10)));
    assertThat(statuses()).containsExactly(TrackStatus.NOT_ENABLED);
    assertThat(world.wire.count("GetGovInvoiceWordSetting")).isZero();
    assertThat(world.incidents()).containsExactly("NUMBERS_EXHAUSTED 115-6 07");
    assertThat(world.woken).isEmpty();
  }

  @Test
  void theNumbersOfTheNextTermAreEnabledBeforeItBegins() {
    TrackWorld late = at("2026-12-21T23:59:59");
    late.ecpay.add(TERM, InvoiceType.GENERAL, THOUSAND, TrackStatus.IN_USE);
    late.ecpay.allot(NEXT, InvoiceType.GENERAL, MORE);
    late.run();
    assertThat(late.ecpay.all()).hasSize(1);

    late.clock.advance(Duration.ofSeconds(1)); // 22 December, ten days before
    late.run();
    assertThat(late.ecpay.all())
        .extracting(Track::term, Track::status)
        .contains(tuple(NEXT, TrackStatus.IN_USE));
  }

  @Test
  void everyChangeIsInTheJournalWithItsEnd() {
    world.ecpay.allot(TERM, InvoiceType.GENERAL, THOUSAND);
    List<String> calls = new ArrayList<>();
    world.journalTo(calls);
    world.wire.script("UpdateInvoiceWordStatus", Fault.LOST);
    world.run();
    assertThat(calls)
        .containsExactly(
            "open AddInvoiceWordSetting",
            "close Accepted",
            "open UpdateInvoiceWordStatus",
            "close Unknown");
  }

  @Rule({"R-INV-28", "R-PAY-13"})
  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"NOT_SENT", "LOST", "DONE_BUT_LOST"})
  void whatBecameOfACallIsSeenInEcpaysBooksNextTime(Fault fault) {
    for (String call : List.of("AddInvoiceWordSetting", "UpdateInvoiceWordStatus")) {
      TrackWorld fresh = new TrackWorld(Samples.NOW);
      fresh.ecpay.allot(TERM, InvoiceType.GENERAL, THOUSAND);
      fresh.ecpay.allot(TERM, InvoiceType.GENERAL, MORE);
      fresh.wire.script(call, fault);
      fresh.runUntil(Samples.NOW.plus(Duration.ofMinutes(11)));
      assertThat(fresh.ecpay.all())
          .hasSize(2)
          .allMatch(track -> track.status() == TrackStatus.IN_USE);
      assertThat(fresh.incidents()).doesNotContain("TRACK_REFUSED 115-6 07");
    }
  }

  @Test
  void aRefusalIsToldOnceWithItsWordsAndTriedAgain() {
    inUse(MORE);
    world.ecpay.allot(TERM, InvoiceType.GENERAL, THOUSAND);
    world.wire.script("AddInvoiceWordSetting", Fault.REFUSED, Fault.REFUSED);
    assertThat(world.run()).isEqualTo(waiting(Duration.ofHours(1)));
    world.run();
    assertThat(world.incidents()).containsExactly("TRACK_REFUSED 115-6 07");
    assertThat(((IncidentRaised) world.books.orderlessEvents().getFirst()).advice())
        .contains("UV00000000-00000999", "scripted refusal");

    world.run();
    assertThat(statuses()).containsOnly(TrackStatus.IN_USE);
    assertThat(world.incidents()).hasSize(1);
    assertThat(world.books.tracks().find(Samples.SHOP, TERM).orElseThrow().raised()).isEmpty();
  }

  @Rule("R-TRN-06")
  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"HTTP_500", "DONE_BUT_HTTP_500"})
  void afterHttp500OnlyAPersonGoesOn(Fault fault) {
    inUse(MORE);
    world.ecpay.allot(TERM, InvoiceType.GENERAL, THOUSAND);
    world.wire.script("AddInvoiceWordSetting", fault);
    world.runUntil(Samples.NOW.plus(Duration.ofHours(5)));
    assertThat(world.wire.count("AddInvoiceWordSetting")).isEqualTo(1);
    assertThat(world.wire.count("UpdateInvoiceWordStatus")).isZero();
    assertThat(world.incidents()).containsExactly("TRACK_NEEDS_A_PERSON 115-6 07");

    if (fault == Fault.HTTP_500) {
      inUse(THOUSAND);
    } else {
      world.ecpay.set(world.ecpay.all().getLast().id(), TrackStatus.IN_USE);
    }
    world.ecpay.allot(TERM, InvoiceType.GENERAL, new TrackRange("AA", "00000000", "00000049"));
    world.run(); // still one that only a person may go on with
    assertThat(world.wire.count("AddInvoiceWordSetting")).isEqualTo(1);
  }

  @Rule("R-TRN-06")
  @Test
  void whenThePersonHasFinishedThePlatformGoesOn() {
    inUse(MORE);
    world.ecpay.allot(TERM, InvoiceType.GENERAL, THOUSAND);
    world.wire.script("AddInvoiceWordSetting", Fault.HTTP_500);
    world.run();
    inUse(THOUSAND);
    world.run();
    assertThat(world.books.tracks().find(Samples.SHOP, TERM).orElseThrow().raised()).isEmpty();

    world.ecpay.allot(TERM, InvoiceType.GENERAL, new TrackRange("AA", "00000000", "00000049"));
    world.run();
    assertThat(world.ecpay.all()).hasSize(3);
  }

  @Test
  void oneRunMakesABoundedNumberOfCallsAndTheRestComesWithTheNext() {
    for (char letter = 'A'; letter <= 'Z'; letter++) {
      world.ecpay.allot(
          TERM, InvoiceType.GENERAL, new TrackRange("A" + letter, "00000000", "00000049"));
      world.ecpay.allot(
          TERM, InvoiceType.GENERAL, new TrackRange("B" + letter, "00000000", "00000049"));
    }
    assertThat(world.run()).isEqualTo(waiting(Duration.ofMinutes(10)));
    assertThat(world.wire.count("AddInvoiceWordSetting")).isEqualTo(FillTerm.MOST_CALLS);
    world.runUntil(Samples.NOW.plus(Duration.ofHours(1)));
    assertThat(statuses()).hasSize(52).containsOnly(TrackStatus.IN_USE);
  }
}
