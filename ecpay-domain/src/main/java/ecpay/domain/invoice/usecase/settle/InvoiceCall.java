package ecpay.domain.invoice.usecase.settle;

import ecpay.domain.answer.Answer;
import ecpay.domain.followup.Progress;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.journal.CallJournal;
import ecpay.domain.journal.CallJournal.Operation;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * One call that changes an invoice at ECPay: the intent is recorded, the call leaves outside of any
 * transaction, its answer is applied. Who was killed in between finds the intent again.
 */
public final class InvoiceCall {
  private final Transactions transactions;
  private final InvoiceBooks books;
  private final CallJournal journal;
  private final Clock clock;

  public InvoiceCall(
      Transactions transactions, InvoiceBooks books, CallJournal journal, Clock clock) {
    this.transactions = transactions;
    this.books = books;
    this.journal = journal;
    this.clock = clock;
  }

  /** What an answer does to the invoice that was sent; runs inside a transaction. */
  interface Outcome<I extends Invoice, T> {
    Progress accepted(I sent, T value, Instant now);

    Progress refused(I sent, String code, String message, Instant now);

    Progress notSent(I sent, String reason);

    Progress unknown(I sent, String reason, boolean resendable, Instant now);
  }

  /**
   * @param seen the invoice as it was read; if it has changed since, nothing is sent
   * @param sending records in the invoice that the call is about to leave
   */
  <I extends Invoice, T> Progress make(
      I seen,
      Operation operation,
      SendingAt<I> sending,
      Supplier<Answer<T>> call,
      Outcome<? super I, ? super T> outcome) {
    return make(seen, operation, sending, call, UnaryOperator.identity(), outcome);
  }

  /**
   * @param meaning what the answer means for the invoice, as after a look into ECPay's books; the
   *     journal keeps the answer as it came
   */
  <I extends Invoice, T> Progress make(
      I seen,
      Operation operation,
      SendingAt<I> sending,
      Supplier<Answer<T>> call,
      UnaryOperator<Answer<T>> meaning,
      Outcome<? super I, ? super T> outcome) {
    Optional<Sent<I>> sent = transactions.inTransaction(() -> begin(seen, operation, sending));
    if (sent.isEmpty()) {
      return new Progress.WaitUntil(Instant.now(clock));
    }
    Answer<T> answer = call.get();
    Answer<T> meant = meaning.apply(answer);
    return transactions.inTransaction(() -> end(sent.get(), answer, meant, outcome));
  }

  private <I extends Invoice> Optional<Sent<I>> begin(
      I seen, Operation operation, SendingAt<I> sending) {
    if (!books.lock(seen).equals(seen)) {
      return Optional.empty();
    }
    Instant now = Instant.now(clock);
    I sent = sending.apply(seen, now);
    books.save(sent);
    return Optional.of(
        new Sent<>(sent, journal.open(sent.merchant(), sent.order(), operation, now)));
  }

  private <I extends Invoice, T> Progress end(
      Sent<I> sent, Answer<T> answer, Answer<T> meant, Outcome<? super I, ? super T> outcome) {
    Instant now = Instant.now(clock);
    Invoice current = books.lock(sent.invoice());
    journal.close(sent.call(), answer, now);
    if (!current.equals(sent.invoice())) {
      return new Progress.WaitUntil(
          now); // settled meanwhile, as after a long sleep of this machine
    }
    return switch (meant) {
      case Answer.Accepted<T>(T value) -> outcome.accepted(sent.invoice(), value, now);
      case Answer.Refused<T>(String code, String message) ->
          outcome.refused(sent.invoice(), code, message, now);
      case Answer.NotSent<T>(String reason) -> outcome.notSent(sent.invoice(), reason);
      case Answer.Unknown<T>(String reason, boolean resendable) ->
          outcome.unknown(sent.invoice(), reason, resendable, now);
    };
  }

  /** Records that a call leaves. */
  interface SendingAt<I> {
    I apply(I invoice, Instant now);
  }

  private record Sent<I>(I invoice, long call) {}
}
