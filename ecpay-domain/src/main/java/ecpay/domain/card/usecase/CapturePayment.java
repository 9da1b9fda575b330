package ecpay.domain.card.usecase;

import ecpay.domain.answer.Answer;
import ecpay.domain.card.CardAction;
import ecpay.domain.card.CardGateway;
import ecpay.domain.card.CardIncident;
import ecpay.domain.card.CardKind;
import ecpay.domain.card.CardPolicy;
import ecpay.domain.card.CardState;
import ecpay.domain.card.CardTrade;
import ecpay.domain.card.QuietWindow;
import ecpay.domain.event.DomainEvent;
import ecpay.domain.event.DomainEvent.CaptureRequested;
import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.event.DomainEvent.PaymentCaptured;
import ecpay.domain.event.EventLog;
import ecpay.domain.event.Fact;
import ecpay.domain.event.RecordedEvent;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.FollowUps;
import ecpay.domain.followup.Patience;
import ecpay.domain.followup.Progress;
import ecpay.domain.journal.CallJournal.Operation;
import ecpay.domain.journal.usecase.RecordedCall;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.order.OrderId;
import ecpay.domain.order.Orders;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.rule.RuleViolationException;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Takes the money of an authorised card by hand (C). Its state is asked first (R-CAP-01), so that
 * it may be wanted twice, and killed anywhere, without harm.
 */
public final class CapturePayment {
  private final Transactions transactions;
  private final Merchants merchants;
  private final Orders orders;
  private final AskAboutCard ask;
  private final CardGateway gateway;
  private final RecordedCall calls;
  private final EventLog events;
  private final FollowUps followUps;
  private final Patience patience;
  private final Clock clock;

  public CapturePayment(
      Transactions transactions,
      Merchants merchants,
      Orders orders,
      AskAboutCard ask,
      CardGateway gateway,
      RecordedCall calls,
      EventLog events,
      FollowUps followUps,
      Patience patience,
      Clock clock) {
    this.transactions = transactions;
    this.merchants = merchants;
    this.orders = orders;
    this.ask = ask;
    this.gateway = gateway;
    this.calls = calls;
    this.events = events;
    this.followUps = followUps;
    this.patience = patience;
    this.clock = clock;
  }

  /**
   * Captures it now, or after the quiet quarter of an hour (R-CAP-06).
   *
   * @return how the card stands afterwards, as ECPay tells it
   * @throws java.util.NoSuchElementException if the merchant has no such payment
   * @throws RuleViolationException R-CAP-02, R-CAP-07, R-CAP-09, R-CAP-12
   */
  public Answer<CardTrade> capture(MerchantId merchantId, PaymentId id) {
    Payment.Paid paid = ask.paid(merchantId, id);
    CardKind kind = AskAboutCard.demandCard(paid);
    Merchant merchant = merchants.get(merchantId);
    CardPolicy.demandAllowed(merchant.cards());
    Answer<CardTrade> before = ask.ask(merchant, paid);
    if (!(before instanceof Answer.Accepted<CardTrade>(CardTrade trade)) || isTaken(trade)) {
      return before;
    }
    Instant now = Instant.now(clock);
    CardPolicy.demand(CardAction.CAPTURE, trade.authorized(), trade, kind, merchant.cards(), now);
    FollowUp.CaptureCard followUp = new FollowUp.CaptureCard(merchantId, id);
    transactions.run(() -> {
      append(paid, now, new CaptureRequested(id));
      followUps.schedule(followUp, patience.after(now));
    });
    if (proceed(followUp) instanceof Progress.WaitUntil(Instant later)) {
      transactions.run(() -> followUps.schedule(followUp, later));
    }
    return ask.ask(merchant, paid);
  }

  /** One run; the answer says when to come back, if at all. */
  public Progress proceed(FollowUp.CaptureCard followUp) {
    Merchant merchant = merchants.get(followUp.merchant());
    Payment.Paid paid = ask.paid(followUp.merchant(), followUp.payment());
    Instant now = Instant.now(clock);
    if (QuietWindow.isClosedTo(merchant, now)) {
      return new Progress.WaitUntil(QuietWindow.endOn(now));
    }
    Answer<CardTrade> card;
    try {
      card = ask.ask(merchant, paid);
    } catch (RuleViolationException nobodyCanAsk) {
      return ended(paid, CardIncident.CARD_NOT_ASKED);
    }
    return switch (card) {
      case Answer.Accepted<CardTrade>(CardTrade trade) when isTaken(trade) -> captured(paid, trade);
      case Answer.Accepted<CardTrade>(CardTrade trade) -> capture(merchant, paid, trade);
      case Answer.Unaccepted<CardTrade> not -> new Progress.TryAgain("QueryTrade " + not.why());
    };
  }

  private static boolean isTaken(CardTrade trade) {
    return trade.state() == CardState.TO_BE_CAPTURED
        || trade.state() == CardState.SETTLING
        || trade.state() == CardState.CAPTURED;
  }

  private Progress capture(Merchant merchant, Payment.Paid paid, CardTrade trade) {
    Instant now = Instant.now(clock);
    if (QuietWindow.isClosedTo(merchant, now)) {
      return new Progress.WaitUntil(QuietWindow.endOn(now)); // the question took too long
    }
    try {
      CardPolicy.demand(
          CardAction.CAPTURE,
          trade.authorized(),
          trade,
          AskAboutCard.demandCard(paid),
          merchant.cards(),
          now);
    } catch (RuleViolationException tooLate) {
      return ended(paid, CardIncident.CAPTURE_REFUSED);
    }
    return calls.make(
        Operation.DoAction,
        paid,
        _ -> Optional.of(paid),
        () -> gateway.doAction(merchant, paid, CardAction.CAPTURE, trade.authorized()),
        answer -> new Heard(answer, taken(merchant, paid, answer)),
        (_, heard, then) -> answered(paid, trade, heard, then));
  }

  /**
   * ECPay's answer.
   *
   * @param taken the card, if another request has captured it between our question and our action
   */
  private record Heard(Answer<CardGateway.Acted> answer, Optional<CardTrade> taken) {}

  private Optional<CardTrade> taken(
      Merchant merchant, Payment.Paid paid, Answer<CardGateway.Acted> answer) {
    return answer instanceof Answer.Refused<CardGateway.Acted>
            && ask.ask(merchant, paid) instanceof Answer.Accepted<CardTrade>(CardTrade after)
            && isTaken(after)
        ? Optional.of(after)
        : Optional.empty();
  }

  private Progress answered(Payment.Paid paid, CardTrade before, Heard heard, Instant now) {
    return switch (heard.answer()) {
      case Answer.Accepted<CardGateway.Acted> _ -> tellCaptured(paid, before, now);
      case Answer.Refused<CardGateway.Acted> _ ->
          heard
              .taken()
              .map(after -> tellCaptured(paid, after, now))
              .orElseGet(() -> tellEnded(paid, CardIncident.CAPTURE_REFUSED, now));
      case Answer.NotSent<CardGateway.Acted>(String reason) ->
          new Progress.TryAgain("DoAction not sent: " + reason);
      case Answer.Unknown<CardGateway.Acted>(String _, boolean resendable) ->
          resendable
              ? new Progress.WaitUntil(patience.after(now))
              : tellEnded(paid, CardIncident.CAPTURE_UNCLEAR, now);
    };
  }

  private Progress captured(Payment.Paid paid, CardTrade trade) {
    return transactions.inTransaction(() -> tellCaptured(paid, trade, Instant.now(clock)));
  }

  /** Once, whoever learns of it at the same moment: another request, or another node. */
  private Progress tellCaptured(Payment.Paid paid, CardTrade trade, Instant now) {
    orders.lock(paid.merchant(), paid.order());
    PaymentCaptured captured = new PaymentCaptured(paid.id(), trade.authorized());
    boolean told =
        events.ofOrder(paid.merchant(), paid.order()).stream()
            .anyMatch(known -> known.event().equals(captured));
    if (!told) {
      append(paid, now, captured);
    }
    return Progress.DONE;
  }

  private Progress ended(Payment.Paid paid, CardIncident incident) {
    return transactions.inTransaction(() -> tellEnded(paid, incident, Instant.now(clock)));
  }

  /** Once for each time it was asked for, whoever comes to that end at the same moment. */
  private Progress tellEnded(Payment.Paid paid, CardIncident incident, Instant now) {
    IncidentRaised raised =
        new IncidentRaised(incident.name(), paid.id().value(), incident.advice());
    Optional<OrderId> order = Optional.of(paid.order());
    Fact fact = Fact.of(order, raised).since(lastAskedFor(paid));
    events.appendOnce(paid.merchant(), order, now, raised, fact);
    return Progress.DONE;
  }

  private Instant lastAskedFor(Payment.Paid paid) {
    return events.ofOrder(paid.merchant(), paid.order()).stream()
        .filter(known -> known.event().equals(new CaptureRequested(paid.id())))
        .map(RecordedEvent::at)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  private void append(Payment.Paid paid, Instant now, DomainEvent event) {
    events.append(paid.merchant(), paid.order(), now, event);
  }
}
