package ecpay.domain.journal.usecase;

import ecpay.domain.answer.Answer;
import ecpay.domain.followup.Progress;
import ecpay.domain.journal.CallJournal;
import ecpay.domain.journal.CallJournal.Operation;
import ecpay.domain.order.OfOrder;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A call that changes something of an order at ECPay: the intent is recorded, the call leaves
 * outside of any transaction, its answer is applied. Who was killed in between finds the intent
 * again.
 */
public final class RecordedCall {
  private final Transactions transactions;
  private final CallJournal journal;
  private final LostCalls lost;
  private final Clock clock;

  public RecordedCall(Transactions transactions, CallJournal journal, LostCalls lost, Clock clock) {
    this.transactions = transactions;
    this.journal = journal;
    this.lost = lost;
    this.clock = clock;
  }

  /**
   * @param about what it is about; nothing is sent while its calls got lost too often (see {@link
   *     LostCalls})
   * @param sending locks what the call is about and saves that it leaves now; empty when it is not
   *     to leave any more, and then nothing is sent
   * @param applied locks it again and applies the answer
   */
  public <S extends OfOrder, T> Progress make(
      Operation operation,
      OfOrder about,
      Function<Instant, Optional<S>> sending,
      Supplier<Answer<T>> call,
      Applied<S, Answer<T>> applied) {
    return make(operation, about, sending, call, Function.identity(), applied);
  }

  /**
   * @param meaning what the answer means, as after a look into ECPay's books; outside of any
   *     transaction. The journal keeps the answer as it came
   */
  public <S extends OfOrder, T, M> Progress make(
      Operation operation,
      OfOrder about,
      Function<Instant, Optional<S>> sending,
      Supplier<Answer<T>> call,
      Function<Answer<T>, M> meaning,
      Applied<S, M> applied) {
    record Sent<S>(S subject, long number, Instant at) {}
    Optional<Instant> pause =
        transactions.inTransaction(() -> lost.pause(about, operation, Instant.now(clock)));
    if (pause.isPresent()) {
      return new Progress.WaitUntil(pause.get());
    }
    Optional<Sent<S>> sent =
        transactions.inTransaction(() -> {
          Instant now = Instant.now(clock);
          return sending
              .apply(now)
              .map(subject ->
                  new Sent<>(
                      subject,
                      journal.open(subject.merchant(), subject.order(), operation, now),
                      now));
        });
    if (sent.isEmpty()) {
      return new Progress.WaitUntil(Instant.now(clock));
    }
    Answer<T> answer = Departure.of(sent.get().at(), clock, call);
    M meant = meaning.apply(answer);
    return transactions.inTransaction(() -> {
      Instant now = Instant.now(clock);
      Progress progress = applied.apply(sent.get().subject(), meant, now);
      journal.close(sent.get().number(), answer, now);
      return progress;
    });
  }

  /** What an answer does; runs inside a transaction. */
  public interface Applied<S, M> {
    Progress apply(S sent, M meant, Instant now);
  }
}
