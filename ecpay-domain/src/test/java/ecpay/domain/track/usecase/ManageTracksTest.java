package ecpay.domain.track.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.answer.Answer;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.invoice.document.InvoiceType;
import ecpay.domain.rule.Broken;
import ecpay.domain.rule.Rule;
import ecpay.domain.track.Allotment;
import ecpay.domain.track.Term;
import ecpay.domain.track.Track;
import ecpay.domain.track.TrackGateway.Switched;
import ecpay.domain.track.TrackId;
import ecpay.domain.track.TrackRange;
import ecpay.domain.track.TrackStatus;
import ecpay.domain.track.TrackSwitch;
import ecpay.domain.world.ecpay.Fault;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ManageTracksTest {
  private static final Term TERM = new Term(115, 6);
  private static final TrackRange ALLOTTED = new TrackRange("UV", "00000100", "00000299");
  private static final TrackRange BOOK = new TrackRange("UV", "00000150", "00000199");
  private final TrackWorld world = new TrackWorld(Samples.NOW);

  private Answer<TrackId> add(TrackRange range) {
    return world.manage.add(Samples.SHOP, TERM, InvoiceType.GENERAL, range);
  }

  private void allot() {
    world.ecpay.allot(TERM, InvoiceType.GENERAL, ALLOTTED);
  }

  private TrackId track(Term term, TrackStatus status) {
    return world.ecpay.add(term, InvoiceType.GENERAL, BOOK, status);
  }

  @Test
  void tracksAreListedByTermAndByYear() {
    TrackId one = track(TERM, TrackStatus.IN_USE);
    TrackId two = track(new Term(115, 5), TrackStatus.DISABLED);
    TrackId next = track(new Term(116, 1), TrackStatus.NOT_ENABLED);
    assertThat(ids(world.manage.list(Samples.SHOP, TERM))).containsExactly(one);
    assertThat(ids(world.manage.list(Samples.SHOP, 115))).containsExactly(one, two);
    assertThat(ids(world.manage.list(Samples.SHOP, 116))).containsExactly(next);
  }

  private static List<TrackId> ids(Answer<List<Track>> answer) {
    return answer instanceof Answer.Accepted<List<Track>>(List<Track> tracks)
        ? tracks.stream().map(Track::id).toList()
        : List.of();
  }

  @Rule("R-INV-30")
  @Test
  void allotmentsAreKnownOfLastThisAndNextYear() {
    allot();
    assertThat(world.manage.allotted(Samples.SHOP, 115))
        .isEqualTo(
            new Answer.Accepted<>(List.of(new Allotment(TERM, InvoiceType.GENERAL, ALLOTTED, 4))));
    assertThat(Broken.rules(() -> world.manage.allotted(Samples.SHOP, 114))).isEmpty();
    assertThat(Broken.rules(() -> world.manage.allotted(Samples.SHOP, 116))).isEmpty();
    assertThat(Broken.rules(() -> world.manage.allotted(Samples.SHOP, 113)))
        .containsExactly("R-INV-30 year");
    assertThat(Broken.rules(() -> world.manage.allotted(Samples.SHOP, 117)))
        .containsExactly("R-INV-30 year");
  }

  @Rule("R-INV-29")
  @Test
  void wholeBooksOfAnAllotmentAreAddedAndNotEnabledYet() {
    allot();
    assertThat(add(BOOK)).isInstanceOf(Answer.Accepted.class);
    assertThat(world.ecpay.all())
        .singleElement()
        .satisfies(track -> {
          assertThat(track.range()).isEqualTo(BOOK);
          assertThat(track.term()).isEqualTo(TERM);
          assertThat(track.status()).isEqualTo(TrackStatus.NOT_ENABLED);
        });
    assertThat(add(new TrackRange("UV", "00000200", "00000299")))
        .isInstanceOf(Answer.Accepted.class);
  }

  @Rule("R-INV-29")
  @ParameterizedTest
  @CsvSource({
    "UV, 00000050, 00000099",
    "UV, 00000050, 00000149",
    "UV, 00000250, 00000349",
    "UV, 00000050, 00000349",
    "AA, 00000150, 00000199"
  })
  void whatWasNotAllottedIsNotAdded(String header, String start, String end) {
    allot();
    assertThat(Broken.rules(() -> add(new TrackRange(header, start, end))))
        .containsExactly("R-INV-29 range");
    assertThat(world.wire.count("AddInvoiceWordSetting")).isZero();
  }

  @Rule("R-INV-29")
  @Test
  void anAllotmentOfAnotherTypeOrTermDoesNotCount() {
    world.ecpay.allot(TERM, InvoiceType.SPECIAL, ALLOTTED);
    world.ecpay.allot(new Term(115, 5), InvoiceType.GENERAL, ALLOTTED);
    assertThat(Broken.rules(() -> add(BOOK))).containsExactly("R-INV-29 range");
  }

  @Rule("R-INV-29")
  @Test
  void numbersThatAreInATrackAreNotAddedAgain() {
    allot();
    track(TERM, TrackStatus.DISABLED);
    for (TrackRange range : List.of(BOOK, ALLOTTED, new TrackRange("UV", "00000100", "00000199"))) {
      assertThat(Broken.rules(() -> add(range))).containsExactly("R-INV-29 range");
    }
    assertThat(world.wire.count("AddInvoiceWordSetting")).isZero();
  }

  @Rule({"R-INV-29", "R-INV-30"})
  @Test
  void theSameNumbersInAnotherTermAreOtherNumbers() {
    allot();
    track(new Term(115, 5), TrackStatus.IN_USE);
    assertThat(add(BOOK)).isInstanceOf(Answer.Accepted.class);
  }

  @Rule("R-INV-30")
  @ParameterizedTest
  @CsvSource({
    "2026-12-31T23:59:59+08:00, 115, 6, true",
    "2027-01-01T00:00:00+08:00, 115, 6, false",
    "2026-12-31T23:59:59+08:00, 115, 5, false",
    "2026-01-01T00:00:00+08:00, 116, 6, true",
    "2025-12-31T23:59:59+08:00, 115, 1, true",
    "2026-12-31T23:59:59+08:00, 117, 1, false",
    "2024-12-31T23:59:59+08:00, 115, 1, false"
  })
  void aTrackIsAddedForATermThatIsNotOverOfThisOrNextYear(
      Instant now, int year, int number, boolean possible) {
    TrackWorld then = new TrackWorld(now);
    Term term = new Term(year, number);
    then.ecpay.allot(term, InvoiceType.GENERAL, ALLOTTED);
    assertThat(Broken.rules(() -> then.manage.add(Samples.SHOP, term, InvoiceType.GENERAL, BOOK)))
        .isEqualTo(possible ? List.of() : List.of("R-INV-30 term"));
    assertThat(then.ecpay.all()).hasSize(possible ? 1 : 0);
  }

  @Rule("R-PAY-13")
  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"REFUSED", "NOT_SENT", "LOST", "HTTP_500"})
  void aQuestionWithoutAnAnswerHasChangedNothing(Fault fault) {
    for (String query : List.of("GetGovInvoiceWordSetting", "GetInvoiceWordSetting")) {
      TrackWorld fresh = new TrackWorld(Samples.NOW);
      fresh.ecpay.allot(TERM, InvoiceType.GENERAL, ALLOTTED);
      fresh.wire.script(query, fault);
      assertThat(fresh.manage.add(Samples.SHOP, TERM, InvoiceType.GENERAL, BOOK))
          .isInstanceOf(fault == Fault.REFUSED ? Answer.Refused.class : Answer.NotSent.class);
      assertThat(fresh.wire.count("AddInvoiceWordSetting")).isZero();
    }
  }

  @Rule("R-PAY-13")
  @Test
  void anAdditionWhoseEndIsUnknownSaysSo() {
    allot();
    world.wire.script("AddInvoiceWordSetting", Fault.DONE_BUT_LOST);
    assertThat(add(BOOK)).isInstanceOf(Answer.Unknown.class);
    assertThat(Broken.rules(() -> add(BOOK))).containsExactly("R-INV-29 range"); // it is there
  }

  @Rule("R-INV-28")
  @ParameterizedTest
  @EnumSource(TrackSwitch.class)
  void aTrackIsSwitchedUnlessItIsAsWanted(TrackSwitch to) {
    TrackId track = track(TERM, TrackStatus.NOT_ENABLED);
    Answer<Switched> done = new Answer.Accepted<>(new Switched());
    assertThat(world.manage.change(Samples.SHOP, TERM, track, to)).isEqualTo(done);
    assertThat(world.ecpay.track(track).status()).isEqualTo(to.leadsTo());
    assertThat(world.manage.change(Samples.SHOP, TERM, track, to)).isEqualTo(done);
    assertThat(world.wire.count("UpdateInvoiceWordStatus")).isEqualTo(1);
  }

  @Rule("R-INV-28")
  @Test
  void aTrackThatIsNotThereIsNotSwitched() {
    TrackId track = track(new Term(115, 5), TrackStatus.IN_USE);
    assertThat(
            Broken.rules(() -> world.manage.change(Samples.SHOP, TERM, track, TrackSwitch.PAUSE)))
        .containsExactly("R-INV-28 track");
    assertThat(world.wire.count("UpdateInvoiceWordStatus")).isZero();
  }

  @Test
  void afterAChangeTheWatchLooksAtOnce() {
    allot();
    FollowUp watch = new FollowUp.WatchTracks(Samples.SHOP);
    assertThat(Broken.rules(() -> add(new TrackRange("AA", "00000000", "00000049")))).isNotEmpty();
    assertThat(world.books.scheduled()).isEmpty();

    add(BOOK);
    assertThat(world.books.scheduled()).containsEntry(watch, Samples.NOW);
    world.books.take(watch);

    world.wire.script("UpdateInvoiceWordStatus", Fault.DONE_BUT_LOST);
    world.manage.change(Samples.SHOP, TERM, world.ecpay.all().getFirst().id(), TrackSwitch.ENABLE);
    assertThat(world.books.scheduled()).containsEntry(watch, Samples.NOW);
  }
}
