package ecpay.domain.journal.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecpay.domain.Samples;
import ecpay.domain.answer.Answer;
import ecpay.domain.followup.Patience;
import ecpay.domain.followup.Progress;
import ecpay.domain.inmemory.InMemoryBooks;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.journal.CallJournal.Call;
import ecpay.domain.journal.CallJournal.Operation;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecordedCallTest {
  private static final Invoice SENT = Samples.requestedInvoice();

  private final MovableClock clock = new MovableClock(Samples.NOW);
  private final InMemoryBooks books = new InMemoryBooks();
  private final RecordedCall calls =
      new RecordedCall(
          books.transactions(),
          books.callJournal(),
          new LostCalls(books.callJournal(), books.eventLog(), Patience.DEFAULT),
          clock);

  private List<Call> journal() {
    return books.callJournal().ofOrder(SENT.merchant(), SENT.order());
  }

  @Test
  void whatIsNotToLeaveAnyMoreIsNeitherSentNorWrittenDown() {
    AtomicInteger sent = new AtomicInteger();
    Progress progress =
        calls.make(
            Operation.Issue,
            SENT,
            _ -> Optional.<Invoice>empty(),
            () -> new Answer.Accepted<>(sent.incrementAndGet()),
            (_, _, _) -> Progress.DONE);
    assertThat(progress).isEqualTo(new Progress.WaitUntil(Samples.NOW));
    assertThat(sent).hasValue(0);
    assertThat(journal()).isEmpty();
  }

  @Rule("R-PAY-13")
  @Test
  void aCallIsWrittenDownBeforeItLeavesAndStaysOpenForWhoWasKilled() {
    assertThatThrownBy(() ->
            calls.make(
                Operation.Issue,
                SENT,
                _ -> Optional.of(SENT),
                () -> {
                  throw new IllegalStateException("killed");
                },
                (_, _, _) -> Progress.DONE))
        .hasMessage("killed");
    assertThat(journal())
        .singleElement()
        .satisfies(open -> {
          assertThat(open.operation()).isEqualTo(Operation.Issue);
          assertThat(open.closedAt()).isEmpty();
        });
  }

  @Rule("R-PAY-13")
  @Test
  void anAnswerIsWrittenDownOnlyTogetherWithWhatItDoes() {
    assertThatThrownBy(() ->
            calls.make(
                Operation.Issue,
                SENT,
                _ -> Optional.of(SENT),
                () -> new Answer.Accepted<>(1),
                (_, _, _) -> {
                  throw new IllegalStateException("killed");
                }))
        .hasMessage("killed");
    assertThat(journal()).singleElement().satisfies(open -> assertThat(open.closedAt()).isEmpty());
  }

  @Test
  void theJournalKeepsTheAnswerAsItCameAndItsMeaningIsApplied() {
    Progress progress =
        calls.make(
            Operation.Issue,
            SENT,
            _ -> Optional.of(SENT),
            () -> new Answer.Refused<Integer>("10", "no"),
            Answer.Unaccepted.class::isInstance,
            (sent, isNo, _) ->
                new Progress.TryAgain(sent.equals(SENT) && isNo ? "it was a no" : "it was a yes"));
    assertThat(progress).isEqualTo(new Progress.TryAgain("it was a no"));
    assertThat(journal())
        .singleElement()
        .satisfies(closed -> {
          assertThat(closed.closedAt()).contains(Samples.NOW);
          assertThat(closed.outcome()).isEqualTo("Refused");
          assertThat(closed.detail()).isEqualTo("10 no");
        });
  }

  /** The machine sleeps, or the database commits, for so long. */
  private Progress sentAfter(Duration pause, AtomicInteger sent) {
    return calls.make(
        Operation.Issue,
        SENT,
        _ -> {
          clock.advance(pause);
          return Optional.of(SENT);
        },
        () -> new Answer.Accepted<>(sent.incrementAndGet()),
        (_, answer, _) ->
            answer instanceof Answer.NotSent<Integer>(String reason)
                ? new Progress.TryAgain(reason)
                : Progress.DONE);
  }

  @Rule("R-PAY-13")
  @Test
  void whatWouldLeaveLongAfterItWasWrittenDownStaysForItMayHaveBeenSentAgain() {
    AtomicInteger sent = new AtomicInteger();
    assertThat(sentAfter(Departure.LATEST, sent)).isEqualTo(Progress.DONE);
    assertThat(sent).hasValue(1);
    assertThat(sentAfter(Departure.LATEST.plusMillis(1), sent))
        .isEqualTo(new Progress.TryAgain("it was to leave 10 s after it had been written down"));
    assertThat(sent).hasValue(1);
    assertThat(journal()).extracting(Call::outcome).containsExactly("Accepted", "NotSent");
  }
}
