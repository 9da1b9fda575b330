package ecpay.domain.refund.usecase;

import ecpay.domain.allowance.document.Consent;
import ecpay.domain.answer.Answer;
import ecpay.domain.card.usecase.AskAboutCard;
import ecpay.domain.event.DomainEvent.PaidBackByHand;
import ecpay.domain.event.DomainEvent.RefundContinued;
import ecpay.domain.event.DomainEvent.RefundStepDone;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.FollowUps;
import ecpay.domain.followup.Patience;
import ecpay.domain.followup.Progress;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.Orders;
import ecpay.domain.payment.Payment;
import ecpay.domain.refund.MoneySide;
import ecpay.domain.refund.PaidByHand;
import ecpay.domain.refund.Refund;
import ecpay.domain.refund.RefundAct;
import ecpay.domain.refund.RefundId;
import ecpay.domain.refund.RefundIncident;
import ecpay.domain.refund.RefundPlan;
import ecpay.domain.refund.RefundStep;
import ecpay.domain.refund.RefundWish;
import ecpay.domain.refund.Refunds;
import ecpay.domain.refund.StepState;
import ecpay.domain.rule.IllegalMoveException;
import ecpay.domain.transaction.Transactions;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * What a person does with a refund: let one go on that stopped, call one off, say that it was paid
 * by hand. Each may be said twice.
 */
public final class ChangeRefund {
  private final Transactions transactions;
  private final Orders orders;
  private final Refunds refunds;
  private final AskAboutCard ask;
  private final RequestRefund request;
  private final WalkRefund walk;
  private final RefundBooks books;
  private final FollowUps followUps;
  private final Patience patience;

  public ChangeRefund(
      Transactions transactions,
      Orders orders,
      Refunds refunds,
      AskAboutCard ask,
      RequestRefund request,
      WalkRefund walk,
      RefundBooks books,
      FollowUps followUps,
      Patience patience) {
    this.transactions = transactions;
    this.orders = orders;
    this.refunds = refunds;
    this.ask = ask;
    this.request = request;
    this.walk = walk;
    this.books = books;
    this.followUps = followUps;
    this.patience = patience;
  }

  /**
   * Plans what is left of a refund that stopped anew, and walks on. One that is under way is only
   * walked on.
   *
   * @param consent how the buyer agrees to allowances from now on, if otherwise than before
   * @throws NoSuchElementException if the merchant has no such refund
   * @throws IllegalMoveException R-CAP-13 for one that is over
   * @throws ecpay.domain.rule.RuleViolationException whatever stands in the way of the new plan
   */
  public Answer<Refund> proceed(MerchantId merchant, RefundId id, Optional<Consent> consent) {
    Refund seen = find(merchant, id);
    if (!seen.isOpen()) {
      throw new IllegalMoveException("R-CAP-13", "it is over", "continuing");
    }
    if (!(seen.status() instanceof Refund.Status.Stopped)) {
      return new Answer.Accepted<>(walked(seen));
    }
    Payment.Paid paid = ask.paid(merchant, seen.payment());
    return request
        .money(paid)
        .map(money -> {
          continueBy(seen, paid, money, consent);
          return walked(seen);
        });
  }

  private void continueBy(
      Refund seen, Payment.Paid paid, MoneySide money, Optional<Consent> consent) {
    transactions.run(() -> {
      var order = orders.lock(seen.merchant(), seen.order());
      Refund held = books.lock(seen);
      if (held.equals(seen)) {
        RefundWish wish = consent.map(held.wish()::with).orElse(held.wish());
        var now = books.now();
        List<RefundAct> acts =
            RefundPlan.rest(held, request.situation(order, paid, money), wish, now);
        books.save(held.continued(wish, acts));
        books.append(held, now, new RefundContinued(held.id()));
        followUps.schedule(settle(held), patience.after(now));
      }
    });
  }

  /**
   * Calls it off and takes its allowances back.
   *
   * @throws NoSuchElementException if the merchant has no such refund
   * @throws IllegalMoveException R-CAP-13 once money has moved, or an invoice is void
   */
  public Refund cancel(MerchantId merchant, RefundId id) {
    Refund seen = find(merchant, id);
    if (seen.status() instanceof Refund.Status.Cancelled) {
      return seen;
    }
    transactions.run(() -> {
      Refund held = books.lock(seen);
      if (!(held.status() instanceof Refund.Status.Cancelling)) {
        books.save(held.cancelling());
        followUps.schedule(settle(held), patience.after(books.now()));
      }
    });
    return walked(seen);
  }

  /**
   * A person has paid it back; what is left of the refund goes on. A refund to a card that stopped
   * before its money may be paid like that too, where ECPay does not do it any more.
   *
   * @throws NoSuchElementException if the merchant has no such refund
   * @throws IllegalMoveException R-CAP-09 unless that is what it waits for
   */
  public Refund paidByHand(MerchantId merchant, RefundId id, PaidByHand evidence) {
    Refund seen = find(merchant, id);
    transactions.run(() -> {
      Refund held = books.lock(seen);
      if (!isPaidLikeThat(held, evidence)) {
        pay(held, evidence);
      }
    });
    return walked(seen);
  }

  private static boolean isPaidLikeThat(Refund refund, PaidByHand evidence) {
    return refund.steps().stream()
        .anyMatch(step ->
            step.state() instanceof StepState.Done done
                && done.byHand().filter(evidence::isSameTransfer).isPresent());
  }

  private void pay(Refund held, PaidByHand evidence) {
    Refund waiting = held.byHand().isPresent() ? held : held.handedToAPerson(paymentType(held));
    RefundStep step = waiting.next().orElseThrow();
    var now = books.now();
    books.save(waiting.with(step, new StepState.Done(now, Optional.of(evidence))));
    books.append(
        held,
        now,
        new PaidBackByHand(
            held.id(),
            step.act().amount(),
            evidence.by(),
            evidence.at(),
            evidence.bankReference(),
            evidence.note()));
    books.append(held, now, new RefundStepDone(held.id(), "PayByHand", step.act().amount(), true));
    if (held.next().filter(known -> known.act() instanceof RefundAct.Abandon).isPresent()) {
      books.raise(held, RefundIncident.PAID_BACK_UNTAKEN, now);
    }
    followUps.schedule(settle(held), now);
  }

  private String paymentType(Refund refund) {
    return ask.paid(refund.merchant(), refund.payment()).trade().paymentType();
  }

  private Refund walked(Refund seen) {
    Progress progress = walk.proceed(settle(seen));
    if (progress instanceof Progress.WaitUntil(var later)) {
      transactions.run(() -> followUps.schedule(settle(seen), later));
    }
    return find(seen.merchant(), seen.id());
  }

  private static FollowUp.SettleRefunds settle(Refund refund) {
    return new FollowUp.SettleRefunds(refund.merchant(), refund.order());
  }

  private Refund find(MerchantId merchant, RefundId id) {
    return refunds
        .find(merchant, id)
        .orElseThrow(() -> new NoSuchElementException("no refund " + id));
  }
}
