package ecpay.domain.allowance.usecase;

import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.AllowanceGateway;
import ecpay.domain.allowance.AllowanceGateway.ListedAllowance;
import ecpay.domain.allowance.AllowanceGateway.Withdrawn;
import ecpay.domain.allowance.AllowanceIncident;
import ecpay.domain.allowance.Withdrawal;
import ecpay.domain.answer.Answer;
import ecpay.domain.answer.Delivery;
import ecpay.domain.followup.Patience;
import ecpay.domain.followup.Progress;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.journal.CallJournal.Operation;
import ecpay.domain.journal.usecase.RecordedCall;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes an allowance back at ECPay: AllowanceInvalidByCollegiate while it waits for consent,
 * AllowanceInvalid once it exists. A call whose answer was lost is looked up and repeated; both do
 * no harm a second time.
 */
public final class SendWithdrawal {
  private final RecordedCall calls;
  private final Transactions transactions;
  private final AllowanceGateway gateway;
  private final AllowanceBooks books;
  private final Patience patience;
  private final Clock clock;

  public SendWithdrawal(
      RecordedCall calls,
      Transactions transactions,
      AllowanceGateway gateway,
      AllowanceBooks books,
      Patience patience,
      Clock clock) {
    this.calls = calls;
    this.transactions = transactions;
    this.gateway = gateway;
    this.books = books;
    this.patience = patience;
    this.clock = clock;
  }

  /** One way of taking an allowance back. */
  private interface Way {
    Allowance seen();

    Withdrawal wanted();

    Allowance with(Optional<Withdrawal> changed);

    Operation operation();

    Answer<Withdrawn> call();

    /** What success does; in a transaction. */
    void done(Instant now);

    /** What ECPay's books tell after a lost call, and what that does; in a transaction. */
    Answer<Optional<Consumer<Instant>>> look();
  }

  Progress cancel(Merchant merchant, Allowance.AwaitingConsent waiting) {
    InvoiceNumber invoice = waiting.draft().document().invoice().number();
    return proceed(
        new Way() {
          @Override
          public Allowance seen() {
            return waiting;
          }

          @Override
          public Withdrawal wanted() {
            return waiting.withdrawal().orElseThrow();
          }

          @Override
          public Allowance with(Optional<Withdrawal> changed) {
            return waiting.with(changed);
          }

          @Override
          public Operation operation() {
            return Operation.AllowanceInvalidByCollegiate;
          }

          @Override
          public Answer<Withdrawn> call() {
            return gateway.allowanceInvalidByCollegiate(
                merchant, invoice, waiting.number(), wanted().reason());
          }

          @Override
          public void done(Instant now) {
            books.cancelled(waiting.foundCancelled(wanted().reason(), now), now);
          }

          @Override
          public Answer<Optional<Consumer<Instant>>> look() {
            return gateway
                .getAllowance(merchant, invoice, waiting.number())
                .map(listed ->
                    listed.map(found ->
                        found.voided() ? this::done : now -> buyerWasFaster(waiting, found, now)));
          }
        });
  }

  Progress voidAllowance(Merchant merchant, Allowance.Issued issued) {
    InvoiceNumber invoice = issued.draft().document().invoice().number();
    return proceed(
        new Way() {
          @Override
          public Allowance seen() {
            return issued;
          }

          @Override
          public Withdrawal wanted() {
            return issued.withdrawal().orElseThrow();
          }

          @Override
          public Allowance with(Optional<Withdrawal> changed) {
            return issued.with(changed);
          }

          @Override
          public Operation operation() {
            return Operation.AllowanceInvalid;
          }

          @Override
          public Answer<Withdrawn> call() {
            return gateway.allowanceInvalid(merchant, invoice, issued.number(), wanted().reason());
          }

          @Override
          public void done(Instant now) {
            books.voided(issued.foundVoided(wanted().reason(), now), now);
          }

          @Override
          public Answer<Optional<Consumer<Instant>>> look() {
            return gateway
                .getAllowanceInvalid(merchant, invoice, issued.number())
                .map(known -> known.map(found -> this::done));
          }
        });
  }

  private void buyerWasFaster(
      Allowance.AwaitingConsent waiting, ListedAllowance found, Instant now) {
    books.issued(waiting.consented(found.issuedAt()), now);
    books.raise(waiting, AllowanceIncident.BUYER_WAS_FASTER, now);
  }

  private Progress proceed(Way way) {
    Optional<Instant> due = way.wanted().delivery().inDoubtSince().map(patience::after);
    if (due.isEmpty()) {
      return send(way);
    }
    return Instant.now(clock).isBefore(due.get()) ? new Progress.WaitUntil(due.get()) : lookUp(way);
  }

  private Progress send(Way way) {
    return calls.make(
        way.operation(),
        way.seen(),
        now -> leave(way, now),
        way::call,
        (sent, answer, now) -> {
          Allowance current = books.lock(sent);
          return current.equals(sent)
              ? end(way, answer, now)
              : overtaken(way.wanted(), current, answer, now);
        });
  }

  /** Empty when somebody else has changed it meanwhile. */
  private Optional<Allowance> leave(Way way, Instant now) {
    if (!books.lock(way.seen()).equals(way.seen())) {
      return Optional.empty();
    }
    Withdrawal leaving =
        way.wanted().with(new Delivery.Sent(now, way.wanted().delivery().isRepeat()));
    Allowance sent = way.with(Optional.of(leaving));
    books.save(sent);
    return Optional.of(sent);
  }

  private Progress end(Way way, Answer<Withdrawn> answer, Instant now) {
    return switch (answer) {
      case Answer.Accepted<Withdrawn> _ -> {
        way.done(now);
        yield new Progress.WaitUntil(now);
      }
      case Answer.Refused<Withdrawn>(String code, String message) -> {
        off(way, code, message, now);
        yield new Progress.WaitUntil(now);
      }
      case Answer.NotSent<Withdrawn>(String reason) -> {
        books.save(way.with(Optional.of(way.wanted())));
        yield new Progress.TryAgain(way.operation() + " not sent: " + reason);
      }
      case Answer.Unknown<Withdrawn>(String _, boolean resendable) -> {
        Delivery lost = new Delivery.Lost(now, resendable);
        books.save(way.with(Optional.of(way.wanted().with(lost))));
        yield new Progress.WaitUntil(patience.after(now));
      }
    };
  }

  /**
   * Somebody changed it while the call was under way. A success for what the buyer had consented to
   * meanwhile (R-ALW-28) may have taken it back all the same: it is looked up like a lost void.
   */
  private Progress overtaken(
      Withdrawal wanted, Allowance current, Answer<Withdrawn> answer, Instant now) {
    if (answer instanceof Answer.Accepted<Withdrawn>
        && current instanceof Allowance.Issued issued
        && issued.withdrawal().isEmpty()) {
      books.save(issued.with(Optional.of(wanted.with(new Delivery.Lost(now, false)))));
    }
    return new Progress.WaitUntil(now);
  }

  private Progress lookUp(Way way) {
    return switch (way.look()) {
      case Answer.Accepted<Optional<Consumer<Instant>>>(Optional<Consumer<Instant>> found) ->
          transactions.inTransaction(() -> {
            Instant now = Instant.now(clock);
            if (books.lock(way.seen()).equals(way.seen())) {
              found.ifPresentOrElse(act -> act.accept(now), () -> neverHappened(way, now));
            }
            return new Progress.WaitUntil(now);
          });
      case Answer.Unaccepted<Optional<Consumer<Instant>>> not ->
          new Progress.TryAgain("looking it up was " + not.why());
    };
  }

  private void neverHappened(Way way, Instant now) {
    if (way.wanted().delivery().mayRepeat()) {
      books.save(way.with(Optional.of(way.wanted().with(Delivery.Due.REPEAT))));
    } else {
      off(
          way,
          "NEVER_HAPPENED",
          "ECPay's books show nothing of it, and only a person may repeat it",
          now);
    }
  }

  private void off(Way way, String code, String message, Instant now) {
    AllowanceIncident incident =
        way.wanted().delivery().isRepeat()
            ? AllowanceIncident.WITHDRAWAL_UNCLEAR
            : AllowanceIncident.WITHDRAWAL_REFUSED;
    books.withdrawalRefused(way.with(Optional.empty()), code, message, incident, now);
  }
}
