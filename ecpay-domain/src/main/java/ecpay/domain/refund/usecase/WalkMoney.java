package ecpay.domain.refund.usecase;

import ecpay.domain.answer.Answer;
import ecpay.domain.card.CardGateway;
import ecpay.domain.card.CardGateway.Acted;
import ecpay.domain.card.CardKind;
import ecpay.domain.card.CardPolicy;
import ecpay.domain.card.CardState;
import ecpay.domain.card.CardTrade;
import ecpay.domain.card.QuietWindow;
import ecpay.domain.card.usecase.AskAboutCard;
import ecpay.domain.followup.Patience;
import ecpay.domain.followup.Progress;
import ecpay.domain.journal.CallJournal.Operation;
import ecpay.domain.journal.usecase.RecordedCall;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.money.Money;
import ecpay.domain.payment.Payment;
import ecpay.domain.refund.CardWayBack;
import ecpay.domain.refund.Refund;
import ecpay.domain.refund.RefundAct;
import ecpay.domain.refund.RefundStep;
import ecpay.domain.refund.StepState;
import ecpay.domain.rule.RuleViolationException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Gives the money of a card back. Its state is asked before every action (R-CAP-01): it tells what
 * became of a call whose answer was lost, and what to do where ECPay has captured meanwhile.
 */
public final class WalkMoney {
  private static final Duration BETWEEN_LOOKS = Duration.ofHours(1);

  private final RecordedCall calls;
  private final Merchants merchants;
  private final AskAboutCard ask;
  private final CardGateway gateway;
  private final RefundBooks books;
  private final Patience patience;

  public WalkMoney(
      RecordedCall calls,
      Merchants merchants,
      AskAboutCard ask,
      CardGateway gateway,
      RefundBooks books,
      Patience patience) {
    this.calls = calls;
    this.merchants = merchants;
    this.ask = ask;
    this.gateway = gateway;
    this.books = books;
    this.patience = patience;
  }

  /** One step on the money's way back. */
  Progress walk(Refund refund, RefundStep step, RefundAct.OfCard act) {
    Merchant merchant = merchants.get(refund.merchant());
    Instant now = books.now();
    switch (step.state()) {
      case StepState.Sent(Instant at, Money _) when now.isBefore(patience.after(at)) -> {
        return new Progress.WaitUntil(patience.after(at));
      }
      case StepState.Lost(Instant at, Money _, boolean _) when now.isBefore(patience.after(at)) -> {
        return new Progress.WaitUntil(patience.after(at));
      }
      case StepState.Sent _,
          StepState.Lost _,
          StepState.Due _,
          StepState.Waiting _,
          StepState.Done _,
          StepState.Failed _ -> {}
    }
    if (!step.state().isInDoubt() && QuietWindow.isClosedTo(merchant, now)) {
      return books.waits(
          refund,
          step,
          "the end of ECPay's quiet quarter of an hour, 20:30 (R-CAP-06)",
          new Progress.WaitUntil(QuietWindow.endOn(now)));
    }
    Payment.Paid paid = ask.paid(refund.merchant(), refund.payment());
    Answer<CardTrade> card;
    try {
      card = ask.ask(merchant, paid);
    } catch (RuleViolationException nobodyCanAsk) {
      return books.stopped(refund, step, nobodyCanAsk);
    }
    return switch (card) {
      case Answer.Accepted<CardTrade>(CardTrade trade) ->
          step.state().isInDoubt()
              ? settle(refund, step, act, trade)
              : act(merchant, paid, refund, step, trade);
      case Answer.Unaccepted<CardTrade> not -> new Progress.TryAgain("QueryTrade " + not.why());
    };
  }

  /** What became of a call that nobody answered (R-PAY-13). */
  private Progress settle(Refund refund, RefundStep step, RefundAct.OfCard act, CardTrade trade) {
    if (hasHappened(step.state(), act, trade)) {
      return books.done(refund, step);
    }
    if (!trade.isUnderstood()) {
      return books.stopped(
          refund,
          step,
          "NOT_UNDERSTOOD",
          "ECPay tells of more captures than were authorised, or of none (U-06): see there what has"
              + " gone back");
    }
    if (step.state() instanceof StepState.Lost lost && !lost.resendable()) {
      return books.stopped(
          refund, step, "NEVER_HAPPENED", "HTTP 500, and ECPay has done nothing (R-TRN-06)");
    }
    return books.move(
        refund,
        now -> {
          books.save(refund.with(step, new StepState.Due()));
          return new Progress.WaitUntil(now);
        });
  }

  private static boolean hasHappened(StepState state, RefundAct.OfCard act, CardTrade trade) {
    return switch (act) {
      case RefundAct.Abandon _ -> isAbandoned(trade.state());
      case RefundAct.CancelCapture _ ->
          trade.state() == CardState.AUTHORIZED
              || trade.state() == CardState.OPERATION_CANCELLED
              || isAbandoned(trade.state());
      case RefundAct.RefundCard(Money amount) ->
          trade.refunded().twd() >= refundedBefore(state).twd() + amount.twd();
    };
  }

  /** ECPay has done it, or has taken it to be done. */
  private static boolean isAbandoned(CardState state) {
    return state == CardState.CANCELED
        || state == CardState.TO_BE_CANCELED
        || state == CardState.CANCELLATION_IN_PROCESS;
  }

  private static Money refundedBefore(StepState state) {
    return switch (state) {
      case StepState.Sent(Instant _, Money before) -> before;
      case StepState.Lost(Instant _, Money before, boolean _) -> before;
      case StepState.Due _, StepState.Waiting _, StepState.Done _, StepState.Failed _ -> Money.ZERO;
    };
  }

  /** Does what the state asks for now, which may be another way than the one planned. */
  private Progress act(
      Merchant merchant, Payment.Paid paid, Refund refund, RefundStep step, CardTrade trade) {
    CardKind kind = CardKind.of(paid).orElseThrow();
    CardWayBack way;
    try {
      way = CardWayBack.of(trade, kind, refund.amount(), refund.everything());
    } catch (RuleViolationException broken) {
      return books.stopped(refund, step, broken);
    }
    if (way.acts().isEmpty()) {
      return goneAlready(refund, step, CardWayBack.gone(trade, refund.amount()));
    }
    if (!refund.plansMoney(way.acts())) {
      return replanned(refund, way.acts());
    }
    if (way.waitsFor().isPresent()) {
      return books.waitsForTheBank(
          refund,
          step,
          way.waitsFor().get(),
          new Progress.WaitUntil(books.now().plus(BETWEEN_LOOKS)));
    }
    RefundAct.OfCard act = way.acts().getFirst();
    try {
      CardPolicy.demand(act.action(), act.amount(), trade, kind, merchant.cards(), books.now());
    } catch (RuleViolationException broken) {
      return books.stopped(refund, step, broken);
    }
    return send(merchant, paid, refund, step, act, trade);
  }

  private Progress replanned(Refund refund, List<RefundAct.OfCard> acts) {
    return books.move(
        refund,
        now -> {
          books.save(refund.replanned(acts));
          return new Progress.WaitUntil(now);
        });
  }

  /** Nothing is left on the card: what was to be done has happened, and is written down as done. */
  private Progress goneAlready(Refund refund, RefundStep step, RefundAct.OfCard how) {
    return refund.plansMoney(List.of(how))
        ? books.done(refund, step)
        : replanned(refund, List.of(how));
  }

  private Progress send(
      Merchant merchant,
      Payment.Paid paid,
      Refund refund,
      RefundStep step,
      RefundAct.OfCard act,
      CardTrade trade) {
    return calls.make(
        Operation.DoAction,
        refund,
        now -> leave(merchant, refund, step, trade, now),
        () -> gateway.doAction(merchant, paid, act.action(), act.amount()),
        answer -> new Heard(answer, overtaken(merchant, paid, trade, answer)),
        (sent, heard, now) ->
            books.lock(sent).equals(sent)
                ? answered(sent, step, trade.refunded(), heard, now)
                : new Progress.WaitUntil(now)); // settled meanwhile, as after a long sleep
  }

  /** Empty when it was moved by others, or the question took too long. */
  private Optional<Refund> leave(
      Merchant merchant, Refund refund, RefundStep step, CardTrade trade, Instant now) {
    if (!books.lock(refund).equals(refund) || QuietWindow.isClosedTo(merchant, now)) {
      return Optional.empty();
    }
    Refund sent = refund.with(step, new StepState.Sent(now, trade.refunded()));
    books.save(sent);
    return Optional.of(sent);
  }

  /**
   * ECPay's answer.
   *
   * @param overtaken whether its own clock has moved the card between our question and our action
   */
  private record Heard(Answer<Acted> answer, boolean overtaken) {}

  private boolean overtaken(
      Merchant merchant, Payment.Paid paid, CardTrade before, Answer<Acted> answer) {
    return answer instanceof Answer.Refused<Acted>
        && ask.ask(merchant, paid) instanceof Answer.Accepted<CardTrade>(CardTrade after)
        && after.state() != before.state();
  }

  private Progress answered(
      Refund sent, RefundStep step, Money refunded, Heard heard, Instant now) {
    return switch (heard.answer()) {
      case Answer.Accepted<Acted> _ -> books.finish(sent, step, now);
      case Answer.Refused<Acted>(String code, String message) -> {
        if (!heard.overtaken()) {
          yield books.stop(sent, step, code, message, now);
        }
        books.save(sent.with(step, new StepState.Due()));
        yield new Progress.WaitUntil(now);
      }
      case Answer.NotSent<Acted>(String reason) -> {
        books.save(sent.with(step, new StepState.Due()));
        yield new Progress.TryAgain("DoAction not sent: " + reason);
      }
      case Answer.Unknown<Acted>(String _, boolean resendable) -> {
        books.save(sent.with(step, new StepState.Lost(now, refunded, resendable)));
        yield new Progress.WaitUntil(patience.after(now));
      }
    };
  }
}
