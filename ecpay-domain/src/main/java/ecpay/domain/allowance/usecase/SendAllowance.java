package ecpay.domain.allowance.usecase;

import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.AllowanceGateway;
import ecpay.domain.allowance.AllowanceGateway.ConsentRequest;
import ecpay.domain.allowance.AllowanceGateway.PaperAllowance;
import ecpay.domain.allowance.AllowanceIncident;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.allowance.document.Consent;
import ecpay.domain.answer.Answer;
import ecpay.domain.followup.Patience;
import ecpay.domain.followup.Progress;
import ecpay.domain.journal.CallJournal;
import ecpay.domain.journal.CallJournal.Operation;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Sends an allowance that has never left: AllowanceByCollegiate, or Allowance for paper. */
public final class SendAllowance {
  private final Transactions transactions;
  private final AllowanceGateway gateway;
  private final AllowanceBooks books;
  private final CallJournal journal;
  private final Patience patience;
  private final Clock clock;

  public SendAllowance(
      Transactions transactions,
      AllowanceGateway gateway,
      AllowanceBooks books,
      CallJournal journal,
      Patience patience,
      Clock clock) {
    this.transactions = transactions;
    this.gateway = gateway;
    this.books = books;
    this.journal = journal;
    this.patience = patience;
    this.clock = clock;
  }

  Progress send(Merchant merchant, Allowance allowance) {
    return switch (allowance.draft().document().consent()) {
      case Consent.Online _ -> sendOnline(merchant, allowance);
      case Consent.Paper _ -> sendOnPaper(merchant, allowance);
    };
  }

  private Progress sendOnline(Merchant merchant, Allowance allowance) {
    Optional<Call> call = begin(allowance, Operation.AllowanceByCollegiate);
    if (call.isEmpty()) {
      return new Progress.WaitUntil(Instant.now(clock));
    }
    Answer<ConsentRequest> answer =
        gateway.allowanceByCollegiate(merchant, allowance.draft().document());
    return transactions.inTransaction(
        () -> end(call.get(), answer, ConsentRequest::number, this::awaitConsent));
  }

  private void awaitConsent(Allowance.Requested sent, ConsentRequest accepted) {
    Instant now = Instant.now(clock);
    books.awaitsConsent(sent.awaitingConsent(accepted.number(), accepted.deadline()), now);
    books.compareRemaining(sent, accepted.remaining(), now);
  }

  private Progress sendOnPaper(Merchant merchant, Allowance allowance) {
    Optional<Call> call = begin(allowance, Operation.Allowance);
    if (call.isEmpty()) {
      return new Progress.WaitUntil(Instant.now(clock));
    }
    Answer<PaperAllowance> answer = gateway.allowance(merchant, allowance.draft().document());
    return transactions.inTransaction(
        () -> end(call.get(), answer, PaperAllowance::number, this::issue));
  }

  private void issue(Allowance.Requested sent, PaperAllowance accepted) {
    Instant now = Instant.now(clock);
    books.issued(sent.issued(accepted.number(), accepted.issuedAt()), now);
    books.compareRemaining(sent, accepted.remaining(), now);
  }

  /** Empty when somebody else has begun to send it meanwhile. */
  private Optional<Call> begin(Allowance seen, Operation operation) {
    return transactions.inTransaction(() -> {
      Instant now = Instant.now(clock);
      if (!(books.lock(seen) instanceof Allowance.Requested requested)
          || requested.sentAt().isPresent()) {
        return Optional.empty();
      }
      Allowance.Requested sending = requested.sending(now);
      books.save(sending);
      return Optional.of(
          new Call(sending, journal.open(seen.merchant(), seen.order(), operation, now)));
    });
  }

  private <T> Progress end(
      Call call,
      Answer<T> answer,
      Function<T, AllowanceNumber> number,
      BiConsumer<Allowance.Requested, T> accepted) {
    Instant now = Instant.now(clock);
    Allowance.Requested sent = call.sending();
    Allowance current = books.lock(sent);
    journal.close(call.number(), answer, now);
    if (!current.equals(sent)) { // settled meanwhile, as after a long sleep of this machine
      if (answer instanceof Answer.Accepted<T>(T value)
          && !books.knows(current, number.apply(value))) {
        books.raise(current, AllowanceIncident.REMAINING_DIFFERS, now);
      }
      return new Progress.WaitUntil(now);
    }
    return switch (answer) {
      case Answer.Accepted<T>(T value) -> {
        accepted.accept(sent, value);
        yield new Progress.WaitUntil(now);
      }
      case Answer.Refused<T>(String code, String message) -> {
        books.refused(sent.refused(code, message), now);
        books.raise(sent, AllowanceIncident.ALLOWANCE_REFUSED, now);
        yield Progress.DONE;
      }
      case Answer.NotSent<T>(String reason) -> {
        books.save(sent.notSent());
        yield new Progress.TryAgain(call.sending().id() + " not sent: " + reason);
      }
      case Answer.Unknown<T>(String reason, boolean resendable) -> {
        books.outcomeUnknown(sent.outcomeUnknown(reason, resendable, now), now);
        yield new Progress.WaitUntil(patience.after(now));
      }
    };
  }

  private record Call(Allowance.Requested sending, long number) {}
}
