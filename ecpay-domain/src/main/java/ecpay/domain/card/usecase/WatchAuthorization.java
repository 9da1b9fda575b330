package ecpay.domain.card.usecase;

import ecpay.domain.answer.Answer;
import ecpay.domain.card.AuthorizationLife;
import ecpay.domain.card.CardIncident;
import ecpay.domain.card.CardKind;
import ecpay.domain.card.CardState;
import ecpay.domain.card.CardTrade;
import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.event.DomainEvent.RefundCompleted;
import ecpay.domain.event.EventLog;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Progress;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.payment.Payment;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;

/**
 * Warns on day 80 of an authorisation that was never captured, and says on day 90 that it is gone
 * (R-CAP-08). Each once.
 */
public final class WatchAuthorization {
  private final Transactions transactions;
  private final Merchants merchants;
  private final AskAboutCard ask;
  private final EventLog events;
  private final Clock clock;

  public WatchAuthorization(
      Transactions transactions,
      Merchants merchants,
      AskAboutCard ask,
      EventLog events,
      Clock clock) {
    this.transactions = transactions;
    this.merchants = merchants;
    this.ask = ask;
    this.events = events;
    this.clock = clock;
  }

  /** One run; the answer says when to come back, if at all. */
  public Progress proceed(FollowUp.WatchAuthorization followUp) {
    Payment.Paid paid = ask.paid(followUp.merchant(), followUp.payment());
    if (CardKind.of(paid).isEmpty()) {
      return Progress.DONE;
    }
    Instant warning = AuthorizationLife.warning(AuthorizationLife.start(paid));
    if (Instant.now(clock).isBefore(warning)) {
      return new Progress.WaitUntil(warning);
    }
    return switch (ask.ask(merchants.get(followUp.merchant()), paid)) {
      case Answer.Accepted<CardTrade>(CardTrade trade) -> told(paid, trade);
      case Answer.Refused<CardTrade>(String code, String message) ->
          new Progress.TryAgain("QueryTrade refused: " + code + " " + message);
      case Answer.NotSent<CardTrade>(String reason) ->
          new Progress.TryAgain("QueryTrade not sent: " + reason);
      case Answer.Unknown<CardTrade>(String reason, boolean _) ->
          new Progress.TryAgain("QueryTrade without answer: " + reason);
    };
  }

  private Progress told(Payment.Paid paid, CardTrade trade) {
    Instant now = Instant.now(clock);
    Instant release = AuthorizationLife.release(AuthorizationLife.start(paid));
    boolean open =
        trade.state() == CardState.AUTHORIZED || trade.state() == CardState.OPERATION_CANCELLED;
    boolean gone = trade.state() == CardState.CANCELED;
    if (open && now.isBefore(release)) {
      transactions.run(() -> raiseOnce(paid, CardIncident.AUTHORIZATION_AGES, now));
      return new Progress.WaitUntil(release);
    }
    if (open || (gone && !wentBack(paid))) {
      transactions.run(() -> raiseOnce(paid, CardIncident.AUTHORIZATION_RELEASED, now));
    }
    return Progress.DONE;
  }

  /** Whether it is released because we gave it back. */
  private boolean wentBack(Payment.Paid paid) {
    return events.ofOrder(paid.merchant(), paid.order()).stream()
        .anyMatch(known ->
            known.event() instanceof RefundCompleted done && done.payment().equals(paid.id()));
  }

  private void raiseOnce(Payment.Paid paid, CardIncident incident, Instant now) {
    IncidentRaised raised =
        new IncidentRaised(incident.name(), paid.id().value(), incident.advice());
    if (events.ofOrder(paid.merchant(), paid.order()).stream()
        .noneMatch(known -> known.event().equals(raised))) {
      events.append(paid.merchant(), paid.order(), now, raised);
    }
  }
}
