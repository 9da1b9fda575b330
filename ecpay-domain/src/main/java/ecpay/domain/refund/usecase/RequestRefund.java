package ecpay.domain.refund.usecase;

import ecpay.domain.allowance.Allowances;
import ecpay.domain.answer.Answer;
import ecpay.domain.card.CardKind;
import ecpay.domain.card.CardPolicy;
import ecpay.domain.card.CardTrade;
import ecpay.domain.card.usecase.AskAboutCard;
import ecpay.domain.event.DomainEvent.RefundRequested;
import ecpay.domain.event.EventLog;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.FollowUps;
import ecpay.domain.followup.Patience;
import ecpay.domain.identity.Identities;
import ecpay.domain.invoice.Invoices;
import ecpay.domain.invoice.usecase.settle.WithholdInvoices;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.money.Money;
import ecpay.domain.order.Order;
import ecpay.domain.order.OrderId;
import ecpay.domain.order.Orders;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.Payments;
import ecpay.domain.refund.MoneySide;
import ecpay.domain.refund.PlanDigest;
import ecpay.domain.refund.Refund;
import ecpay.domain.refund.RefundId;
import ecpay.domain.refund.RefundPlan;
import ecpay.domain.refund.RefundReference;
import ecpay.domain.refund.RefundWish;
import ecpay.domain.refund.Refunds;
import ecpay.domain.refund.Situation;
import ecpay.domain.rule.Violations;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Gives money back, once per reference, with the documents that belong to it. One refund of an
 * order at a time.
 */
public final class RequestRefund {
  private final Transactions transactions;
  private final Merchants merchants;
  private final Orders orders;
  private final Payments payments;
  private final Invoices invoices;
  private final Allowances allowances;
  private final Refunds refunds;
  private final AskAboutCard ask;
  private final WithholdInvoices withhold;
  private final WalkRefund walk;
  private final EventLog events;
  private final FollowUps followUps;
  private final Identities identities;
  private final Patience patience;
  private final Clock clock;

  public RequestRefund(
      Transactions transactions,
      Merchants merchants,
      Orders orders,
      Payments payments,
      Invoices invoices,
      Allowances allowances,
      Refunds refunds,
      AskAboutCard ask,
      WithholdInvoices withhold,
      WalkRefund walk,
      EventLog events,
      FollowUps followUps,
      Identities identities,
      Patience patience,
      Clock clock) {
    this.transactions = transactions;
    this.merchants = merchants;
    this.orders = orders;
    this.payments = payments;
    this.invoices = invoices;
    this.allowances = allowances;
    this.refunds = refunds;
    this.ask = ask;
    this.withhold = withhold;
    this.walk = walk;
    this.events = events;
    this.followUps = followUps;
    this.identities = identities;
    this.patience = patience;
    this.clock = clock;
  }

  /** What became of asking for a refund. */
  public sealed interface Result {
    record Requested(Refund refund) implements Result {}

    /** The same request came before; nothing was added. */
    record AlreadyRequested(Refund refund) implements Result {}

    /** The reference names another refund of this order. */
    record ReferenceTaken(RefundId by) implements Result {}

    /** Another plan than the one that was agreed to; nothing was recorded. */
    record PlanChanged(RefundPlan now) implements Result {}

    /** ECPay did not say how the card stands; nothing was recorded. */
    record Unavailable(String reason) implements Result {}
  }

  /** The payment that paid an order. */
  public PaymentId paymentOf(MerchantId merchant, OrderId id) {
    Order order =
        orders.find(merchant, id).orElseThrow(() -> new NoSuchElementException("no order " + id));
    Violations.demand(
        order.isPaid(), "R-CAP-04", "order", "the order is not paid: nothing can go back");
    return payments.ofOrder(merchant, id).stream()
        .filter(Payment.Paid.class::isInstance)
        .filter(paid -> !order.isPaidByAnotherThan(paid.tradeNo()))
        .map(Payment::id)
        .findFirst()
        .orElseThrow();
  }

  /**
   * Records the refund with its plan and walks it at once, as far as it goes; whatever interrupts
   * that is finished by follow-up.
   *
   * @throws NoSuchElementException if the merchant has no such payment
   * @throws ecpay.domain.rule.RuleViolationException R-CAP-02, R-CAP-04, R-CAP-05, R-CAP-12,
   *     R-CAP-13, and whatever the documents would break
   */
  public Result request(
      MerchantId merchant, PaymentId payment, RefundReference reference, RefundWish wish) {
    return request(merchant, payment, reference, wish, Optional.empty());
  }

  /**
   * {@link #request(MerchantId, PaymentId, RefundReference, RefundWish)} by the very plan that was
   * seen, if one was.
   */
  public Result request(
      MerchantId merchant,
      PaymentId payment,
      RefundReference reference,
      RefundWish wish,
      Optional<PlanDigest> seen) {
    Payment.Paid paid = ask.paid(merchant, payment);
    Optional<Result> known = known(paid, reference, wish);
    if (known.isPresent()) {
      return known.get();
    }
    return switch (money(paid)) {
      case Answer.Accepted<MoneySide>(MoneySide money) -> {
        Result result =
            transactions.inTransaction(() -> record(paid, money, reference, wish, seen));
        yield result instanceof Result.Requested(Refund refund) ? walked(refund) : result;
      }
      case Answer.Refused<MoneySide>(String code, String message) ->
          new Result.Unavailable(code + " " + message);
      case Answer.NotSent<MoneySide>(String reason) -> new Result.Unavailable(reason);
      case Answer.Unknown<MoneySide>(String reason, boolean _) -> new Result.Unavailable(reason);
    };
  }

  private Result walked(Refund refund) {
    walk.proceed(new FollowUp.SettleRefunds(refund.merchant(), refund.order()));
    return new Result.Requested(refunds.find(refund.merchant(), refund.id()).orElseThrow());
  }

  /** What {@link #request} would do, or everything that is wrong with it. */
  public Answer<RefundPlan> preview(MerchantId merchant, PaymentId payment, RefundWish wish) {
    Payment.Paid paid = ask.paid(merchant, payment);
    return money(paid)
        .map(money ->
            transactions.inTransaction(() -> {
              Order order = orders.lock(merchant, paid.order());
              demandNoneOpen(refunds.ofOrder(merchant, paid.order()));
              return RefundPlan.of(situation(order, paid, money), wish, Instant.now(clock));
            }));
  }

  /**
   * Where the money is; ECPay is asked about a card (R-CAP-01), and only about a card (R-CAP-09).
   */
  Answer<MoneySide> money(Payment.Paid paid) {
    Optional<CardKind> kind = CardKind.of(paid);
    if (kind.isEmpty()) {
      return new Answer.Accepted<>(new MoneySide.ByHand(paid.trade().paymentType()));
    }
    Merchant merchant = merchants.get(paid.merchant());
    CardPolicy.demandAllowed(merchant.cards());
    Answer<CardTrade> answer = ask.ask(merchant, paid);
    return answer.map(trade -> new MoneySide.OnCard(trade, kind.get()));
  }

  /** In a transaction that holds the order. */
  Situation situation(Order order, Payment.Paid paid, MoneySide money) {
    return new Situation(
        merchants.get(order.merchant()),
        order,
        paid,
        money,
        invoices.ofOrder(order.merchant(), order.id()),
        allowances.ofOrder(order.merchant(), order.id()),
        before(paid));
  }

  private Money before(Payment.Paid paid) {
    return Money.of(
        refunds.ofOrder(paid.merchant(), paid.order()).stream()
            .filter(refund -> refund.payment().equals(paid.id()) && refund.holdsItsAmount())
            .mapToLong(refund -> refund.amount().twd())
            .sum());
  }

  private Result record(
      Payment.Paid paid,
      MoneySide money,
      RefundReference reference,
      RefundWish wish,
      Optional<PlanDigest> seen) {
    Order order = orders.lock(paid.merchant(), paid.order());
    Optional<Result> known = known(paid, reference, wish);
    if (known.isPresent()) {
      return known.get();
    }
    demandNoneOpen(refunds.ofOrder(order.merchant(), order.id()));
    Instant now = Instant.now(clock);
    Situation situation = situation(order, paid, money);
    RefundPlan plan = RefundPlan.of(situation, wish, now);
    if (seen.isPresent() && !seen.get().equals(plan.digest())) {
      return new Result.PlanChanged(plan);
    }
    Refund refund = begin(order, paid, reference, wish, plan, situation.before(), now);
    refunds.add(refund);
    if (refund.ofOrder() && refund.everything()) {
      withhold.withhold(order.merchant(), order.id(), now);
    }
    events.append(
        order.merchant(),
        order.id(),
        now,
        new RefundRequested(refund.id(), paid.id(), refund.amount()));
    followUps.schedule(
        new FollowUp.SettleRefunds(order.merchant(), order.id()), patience.after(now));
    return new Result.Requested(refund);
  }

  private Refund begin(
      Order order,
      Payment.Paid paid,
      RefundReference reference,
      RefundWish wish,
      RefundPlan plan,
      Money before,
      Instant now) {
    return new Refund(
        new RefundId(identities.nextId()),
        order.merchant(),
        order.id(),
        paid.id(),
        reference,
        wish,
        !order.isPaidByAnotherThan(paid.tradeNo()),
        plan.everything(),
        paid.attempt().amount(),
        before,
        plan.amount(),
        plan.steps(),
        new Refund.Status.UnderWay(),
        now);
  }

  private Optional<Result> known(Payment.Paid paid, RefundReference reference, RefundWish wish) {
    return refunds.ofOrder(paid.merchant(), paid.order()).stream()
        .filter(refund -> refund.reference().equals(reference))
        .findFirst()
        .map(refund ->
            refund.payment().equals(paid.id()) && refund.wish().goods().equals(wish.goods())
                ? new Result.AlreadyRequested(refund)
                : new Result.ReferenceTaken(refund.id()));
  }

  private static void demandNoneOpen(List<Refund> ofOrder) {
    Optional<Refund> open = ofOrder.stream().filter(Refund::isOpen).findFirst();
    Violations.demand(
        open.isEmpty(),
        "R-CAP-13",
        "order",
        "refund "
            + open.map(refund -> refund.reference().value()).orElse("")
            + " of this order is under way: wait for its end, continue or cancel it");
  }
}
