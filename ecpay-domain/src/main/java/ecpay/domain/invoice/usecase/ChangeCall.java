package ecpay.domain.invoice.usecase;

import ecpay.domain.answer.Answer;
import ecpay.domain.answer.Delivery;
import ecpay.domain.followup.Patience;
import ecpay.domain.followup.Progress;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceIncident;
import ecpay.domain.invoice.Pending;
import ecpay.domain.journal.CallJournal.Operation;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/** Sends the call of a pending change; what all changes have in common but success. */
public final class ChangeCall {
  private final InvoiceCall call;
  private final InvoiceBooks books;
  private final Patience patience;
  private final Clock clock;

  public ChangeCall(InvoiceCall call, InvoiceBooks books, Patience patience, Clock clock) {
    this.call = call;
    this.books = books;
    this.patience = patience;
    this.clock = clock;
  }

  /**
   * An invoice with a pending change.
   *
   * @param with the invoice with its change that far
   * @param unchanged the invoice once the change is off
   */
  record Changing<I extends Invoice>(
      I invoice, Pending<?> pending, Function<Delivery, I> with, Supplier<I> unchanged) {}

  /** What to do with a pending change: send it, wait, or ask what became of it. */
  Progress proceed(Changing<?> changing, Supplier<Progress> send, Supplier<Progress> ask) {
    return changing
        .pending()
        .delivery()
        .inDoubtSince()
        .map(patience::after)
        .map(due -> Instant.now(clock).isBefore(due) ? new Progress.WaitUntil(due) : ask.get())
        .orElseGet(send);
  }

  /** ECPay's books do not show the change: send it again, or tell a person (R-TRN-06). */
  Progress neverHappened(Changing<?> changing, Instant now) {
    if (changing.pending().delivery().mayRepeat()) {
      books.save(changing.with().apply(Delivery.Due.REPEAT));
    } else {
      off(changing, "NEVER_HAPPENED", "ECPay answered HTTP 500 and did not do it", now);
    }
    return new Progress.WaitUntil(now);
  }

  /** The change is off; the invoice is as it was. */
  void off(Changing<?> changing, String code, String message, Instant now) {
    InvoiceIncident incident =
        changing.pending().delivery().isRepeat()
            ? InvoiceIncident.CHANGE_UNCLEAR
            : InvoiceIncident.CHANGE_REFUSED;
    books.changeRefused(
        changing.unchanged().get(), changing.pending().change(), code, message, incident, now);
  }

  /**
   * @param changing how to see a pending change in an invoice of this state
   * @param accepted what success does; runs inside a transaction
   */
  <I extends Invoice, T> Progress make(
      I seen,
      Function<I, Changing<I>> changing,
      Operation operation,
      Supplier<Answer<T>> send,
      Accepted<I, T> accepted) {
    return make(
        seen,
        changing,
        operation,
        send,
        accepted,
        (sent, code, message, now) -> {
          off(changing.apply(sent), code, message, now);
          return new Progress.WaitUntil(now);
        });
  }

  /**
   * @param refused what a refusal does; runs inside a transaction
   */
  <I extends Invoice, T> Progress make(
      I seen,
      Function<I, Changing<I>> changing,
      Operation operation,
      Supplier<Answer<T>> send,
      Accepted<I, T> accepted,
      Refused<I> refused) {
    return call.make(
        seen,
        operation,
        (invoice, now) -> {
          Changing<I> view = changing.apply(invoice);
          boolean repeat = view.pending().delivery().isRepeat();
          return view.with().apply(new Delivery.Sent(now, repeat));
        },
        send,
        new InvoiceCall.Outcome<I, T>() {
          @Override
          public Progress accepted(I sent, T value, Instant now) {
            return accepted.apply(sent, value, now);
          }

          @Override
          public Progress refused(I sent, String code, String message, Instant now) {
            return refused.apply(sent, code, message, now);
          }

          @Override
          public Progress notSent(I sent, String reason) {
            Changing<I> view = changing.apply(sent);
            boolean repeat = view.pending().delivery().isRepeat();
            books.save(view.with().apply(new Delivery.Due(repeat)));
            return new Progress.TryAgain(operation + " not sent: " + reason);
          }

          @Override
          public Progress unknown(I sent, String reason, boolean resendable, Instant now) {
            books.save(changing.apply(sent).with().apply(new Delivery.Lost(now, resendable)));
            return new Progress.WaitUntil(patience.after(now));
          }
        });
  }

  /** What ECPay's no does to the invoice. */
  interface Refused<I> {
    Progress apply(I sent, String code, String message, Instant now);
  }

  /** What ECPay's yes does to the invoice. */
  interface Accepted<I, T> {
    Progress apply(I sent, T value, Instant now);
  }
}
