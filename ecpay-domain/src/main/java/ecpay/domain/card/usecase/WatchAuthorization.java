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
import ecpay.domain.event.Fact;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Progress;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.payment.Payment;
import ecpay.domain.rule.RuleViolationException;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Asks about a card on day 80 and, if it is not captured, on day 90: warns first, and then says
 * that the authorisation is gone (R-CAP-08). Each once.
 */
public final class WatchAuthorization {
  private static final Duration LAST_TRIES = Duration.ofDays(1);

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
    try {
      return switch (ask.ask(merchants.get(followUp.merchant()), paid)) {
        case Answer.Accepted<CardTrade>(CardTrade trade) -> told(paid, trade);
        case Answer.Unaccepted<CardTrade> not -> again(paid, "QueryTrade " + not.why());
      };
    } catch (RuleViolationException nobodyCanAsk) {
      return notAsked(paid);
    }
  }

  /**
   * Asks again, but not for ever: a day after the release there is nothing to save any more, and a
   * person is to look at that payment.
   */
  private Progress again(Payment.Paid paid, String reason) {
    Instant release = AuthorizationLife.release(AuthorizationLife.start(paid));
    Instant now = Instant.now(clock);
    if (now.isBefore(release.plus(LAST_TRIES))) {
      return new Progress.TryAgain(reason);
    }
    raiseOnce(paid, CardIncident.AUTHORIZATION_UNSEEN, now);
    return Progress.DONE;
  }

  /**
   * A setting is missing: the merchant is told once, whatever the number of cards; on day 90 it may
   * be there.
   */
  private Progress notAsked(Payment.Paid paid) {
    Instant now = Instant.now(clock);
    IncidentRaised raised = raised(paid, CardIncident.CARD_NOT_ASKED);
    Fact fact = Fact.ofMerchant(raised.kind());
    transactions.run(
        () -> events.appendOnce(paid.merchant(), Optional.of(paid.order()), now, raised, fact));
    Instant release = AuthorizationLife.release(AuthorizationLife.start(paid));
    return now.isBefore(release) ? new Progress.WaitUntil(release) : Progress.DONE;
  }

  private Progress told(Payment.Paid paid, CardTrade trade) {
    Instant now = Instant.now(clock);
    Instant release = AuthorizationLife.release(AuthorizationLife.start(paid));
    boolean open =
        trade.state() == CardState.AUTHORIZED || trade.state() == CardState.OPERATION_CANCELLED;
    boolean gone = trade.state() == CardState.CANCELED;
    if (open && now.isBefore(release)) {
      raiseOnce(paid, CardIncident.AUTHORIZATION_AGES, now);
      return new Progress.WaitUntil(release);
    }
    if (open || (gone && !wentBack(paid))) {
      raiseOnce(paid, CardIncident.AUTHORIZATION_RELEASED, now);
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
    transactions.run(
        () -> events.appendOnce(paid.merchant(), paid.order(), now, raised(paid, incident)));
  }

  private static IncidentRaised raised(Payment.Paid paid, CardIncident incident) {
    return new IncidentRaised(incident.name(), paid.id().value(), incident.advice());
  }
}
