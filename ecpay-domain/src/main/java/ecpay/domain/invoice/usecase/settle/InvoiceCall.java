package ecpay.domain.invoice.usecase.settle;

import ecpay.domain.answer.Answer;
import ecpay.domain.followup.Progress;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.journal.CallJournal.Operation;
import ecpay.domain.journal.usecase.RecordedCall;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** One recorded call that changes an invoice at ECPay; the four kinds of answers. */
public final class InvoiceCall {
  private final RecordedCall calls;
  private final InvoiceBooks books;

  public InvoiceCall(RecordedCall calls, InvoiceBooks books) {
    this.calls = calls;
    this.books = books;
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
    return calls.make(
        operation,
        seen,
        now -> leave(seen, sending, now),
        call,
        meaning,
        (sent, meant, now) -> apply(sent, meant, now, outcome));
  }

  /** Empty when somebody else has changed it meanwhile. */
  private <I extends Invoice> Optional<I> leave(I seen, SendingAt<I> sending, Instant now) {
    if (!books.lock(seen).equals(seen)) {
      return Optional.empty();
    }
    I sent = sending.apply(seen, now);
    books.save(sent);
    return Optional.of(sent);
  }

  private <I extends Invoice, T> Progress apply(
      I sent, Answer<T> meant, Instant now, Outcome<? super I, ? super T> outcome) {
    if (!books.lock(sent).equals(sent)) {
      return new Progress.WaitUntil(
          now); // settled meanwhile, as after a long sleep of this machine
    }
    return switch (meant) {
      case Answer.Accepted<T>(T value) -> outcome.accepted(sent, value, now);
      case Answer.Refused<T>(String code, String message) ->
          outcome.refused(sent, code, message, now);
      case Answer.NotSent<T>(String reason) -> outcome.notSent(sent, reason);
      case Answer.Unknown<T>(String reason, boolean resendable) ->
          outcome.unknown(sent, reason, resendable, now);
    };
  }

  /** Records that a call leaves. */
  interface SendingAt<I> {
    I apply(I invoice, Instant now);
  }
}
