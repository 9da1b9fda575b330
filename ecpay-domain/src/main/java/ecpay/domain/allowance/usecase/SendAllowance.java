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
import ecpay.domain.inbox.Inbox;
import ecpay.domain.journal.CallJournal.Operation;
import ecpay.domain.journal.usecase.RecordedCall;
import ecpay.domain.merchant.Merchant;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Sends an allowance that has never left: AllowanceByCollegiate, or Allowance for paper. */
public final class SendAllowance {
  private final RecordedCall calls;
  private final AllowanceGateway gateway;
  private final AllowanceBooks books;
  private final Inbox inbox;
  private final Patience patience;

  public SendAllowance(
      RecordedCall calls,
      AllowanceGateway gateway,
      AllowanceBooks books,
      Inbox inbox,
      Patience patience) {
    this.calls = calls;
    this.gateway = gateway;
    this.books = books;
    this.inbox = inbox;
    this.patience = patience;
  }

  Progress send(Merchant merchant, Allowance allowance) {
    return switch (allowance.draft().document().consent()) {
      case Consent.Online _ ->
          calls.make(
              Operation.AllowanceByCollegiate,
              allowance,
              now -> leave(allowance, now),
              () -> gateway.allowanceByCollegiate(merchant, allowance.draft().document()),
              (sent, answer, now) ->
                  end(sent, answer, ConsentRequest::number, this::awaitConsent, now));
      case Consent.Paper _ ->
          calls.make(
              Operation.Allowance,
              allowance,
              now -> leave(allowance, now),
              () -> gateway.allowance(merchant, allowance.draft().document()),
              (sent, answer, now) -> end(sent, answer, PaperAllowance::number, this::issue, now));
    };
  }

  /** The buyer may have been faster than this answer: then the consent is known already. */
  private void awaitConsent(Allowance.Requested sent, ConsentRequest accepted, Instant now) {
    Allowance.AwaitingConsent waiting =
        sent.awaitingConsent(accepted.number(), accepted.deadline());
    books.awaitsConsent(waiting, now);
    books.compareRemaining(sent, accepted.remaining(), now);
    if (inbox.isKept(RecordConsent.consent(waiting))) {
      books.issued(waiting.consented(now), now);
    }
  }

  private void issue(Allowance.Requested sent, PaperAllowance accepted, Instant now) {
    books.issued(sent.issued(accepted.number(), accepted.issuedAt()), now);
    books.compareRemaining(sent, accepted.remaining(), now);
  }

  /** Empty when somebody else has begun to send it meanwhile. */
  private Optional<Allowance.Requested> leave(Allowance seen, Instant now) {
    if (!(books.lock(seen) instanceof Allowance.Requested requested)
        || requested.sentAt().isPresent()) {
      return Optional.empty();
    }
    Allowance.Requested sending = requested.sending(now);
    books.save(sending);
    return Optional.of(sending);
  }

  private <T> Progress end(
      Allowance.Requested sent,
      Answer<T> answer,
      Function<T, AllowanceNumber> number,
      Accepted<T> accepted,
      Instant now) {
    Allowance current = books.lock(sent);
    if (!current.equals(sent)) { // settled meanwhile, as after a long sleep of this machine
      if (answer instanceof Answer.Accepted<T>(T value)
          && !books.knows(current, number.apply(value))) {
        books.raiseOnce(current, AllowanceIncident.REMAINING_DIFFERS, now);
      }
      return new Progress.WaitUntil(now);
    }
    return switch (answer) {
      case Answer.Accepted<T>(T value) -> {
        accepted.apply(sent, value, now);
        yield new Progress.WaitUntil(now);
      }
      case Answer.Refused<T>(String code, String message) -> {
        books.refused(sent.refused(code, message), now);
        books.raise(sent, AllowanceIncident.ALLOWANCE_REFUSED, now);
        yield Progress.DONE;
      }
      case Answer.NotSent<T>(String reason) -> {
        books.save(sent.notSent());
        yield new Progress.TryAgain(sent.id() + " not sent: " + reason);
      }
      case Answer.Unknown<T>(String reason, boolean resendable) -> {
        books.outcomeUnknown(sent.outcomeUnknown(reason, resendable, now), now);
        yield new Progress.WaitUntil(patience.after(now));
      }
    };
  }

  /** What ECPay's yes does to the allowance. */
  private interface Accepted<T> {
    void apply(Allowance.Requested sent, T value, Instant now);
  }
}
