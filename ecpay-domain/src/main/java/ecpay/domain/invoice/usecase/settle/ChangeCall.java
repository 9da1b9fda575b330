package ecpay.domain.invoice.usecase.settle;

import ecpay.domain.answer.Answer;
import ecpay.domain.answer.Delivery;
import ecpay.domain.check.BuyerCodes;
import ecpay.domain.check.Verdict;
import ecpay.domain.check.usecase.CheckBuyer;
import ecpay.domain.followup.Patience;
import ecpay.domain.followup.Progress;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceIncident;
import ecpay.domain.invoice.Pending;
import ecpay.domain.invoice.document.InvoiceDocument;
import ecpay.domain.journal.CallJournal.Operation;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Sends the call of a pending change; what all changes have in common but success. */
public final class ChangeCall {
  private final Transactions transactions;
  private final CheckBuyer check;
  private final InvoiceCall call;
  private final InvoiceBooks books;
  private final Patience patience;
  private final Clock clock;

  public ChangeCall(
      Transactions transactions,
      CheckBuyer check,
      InvoiceCall call,
      InvoiceBooks books,
      Patience patience,
      Clock clock) {
    this.transactions = transactions;
    this.check = check;
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

  /** Sends a change to another document, after that one's buyer was checked. */
  Progress checked(
      Merchant merchant, InvoiceDocument document, Changing<?> changing, Supplier<Progress> send) {
    return switch (check.check(merchant, BuyerCodes.of(document.delivery()))) {
      case Verdict.Passed() -> send.get();
      case Verdict.Refused refused -> transactions.inTransaction(() -> refuse(changing, refused));
      case Verdict.Unavailable(String reason) ->
          new Progress.TryAgain("the buyer cannot be checked: " + reason);
    };
  }

  private Progress refuse(Changing<?> changing, Verdict.Refused verdict) {
    Instant now = Instant.now(clock);
    if (books.lock(changing.invoice()).equals(changing.invoice())) {
      off(changing, "BUYER_CHECK", verdict.message(), InvoiceIncident.BUYER_CHECK_FAILED, now);
    }
    return new Progress.WaitUntil(now);
  }

  /** ECPay's books do not show the change: send it again, or tell a person (R-TRN-06). */
  Progress neverHappened(Changing<?> changing, Instant now) {
    if (changing.pending().delivery().mayRepeat()) {
      books.save(changing.with().apply(Delivery.Due.REPEAT));
    } else {
      unclear(changing, "NEVER_HAPPENED", "HTTP 500, and ECPay's books do not show it done", now);
    }
    return new Progress.WaitUntil(now);
  }

  /** ECPay said no, and the change is off; unless an earlier call got lost all is as it was. */
  void off(Changing<?> changing, String code, String message, Instant now) {
    InvoiceIncident incident =
        changing.pending().delivery().isRepeat()
            ? InvoiceIncident.CHANGE_UNCLEAR
            : InvoiceIncident.CHANGE_REFUSED;
    off(changing, code, message, incident, now);
  }

  /** The change is off, and nobody knows whether ECPay acted. */
  void unclear(Changing<?> changing, String code, String message, Instant now) {
    off(changing, code, message, InvoiceIncident.CHANGE_UNCLEAR, now);
  }

  private void off(
      Changing<?> changing, String code, String message, InvoiceIncident incident, Instant now) {
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
    return make(seen, changing, operation, send, accepted, refusal(changing));
  }

  /**
   * @param meaning what an answer means once ECPay's books were looked at; outside of a transaction
   */
  <I extends Invoice, T> Progress make(
      I seen,
      Function<I, Changing<I>> changing,
      Operation operation,
      Supplier<Answer<T>> send,
      UnaryOperator<Answer<T>> meaning,
      Accepted<I, T> accepted) {
    return make(seen, changing, operation, send, meaning, accepted, refusal(changing));
  }

  private <I extends Invoice> Refused<I> refusal(Function<I, Changing<I>> changing) {
    return (sent, code, message, now) -> {
      off(changing.apply(sent), code, message, now);
      return new Progress.WaitUntil(now);
    };
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
    return make(seen, changing, operation, send, UnaryOperator.identity(), accepted, refused);
  }

  private <I extends Invoice, T> Progress make(
      I seen,
      Function<I, Changing<I>> changing,
      Operation operation,
      Supplier<Answer<T>> send,
      UnaryOperator<Answer<T>> meaning,
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
        meaning,
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
