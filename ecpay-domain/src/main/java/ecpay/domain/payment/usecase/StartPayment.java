package ecpay.domain.payment.usecase;

import ecpay.domain.answer.Answer;
import ecpay.domain.event.DomainEvent.PaymentFailed;
import ecpay.domain.event.DomainEvent.PaymentOpened;
import ecpay.domain.event.EventLog;
import ecpay.domain.followup.FollowUp.SettlePayment;
import ecpay.domain.followup.FollowUps;
import ecpay.domain.identity.Identities;
import ecpay.domain.journal.CallJournal;
import ecpay.domain.journal.CallJournal.Operation;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.Order;
import ecpay.domain.order.OrderId;
import ecpay.domain.order.Orders;
import ecpay.domain.payment.Attempt;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentGateway;
import ecpay.domain.payment.PaymentGateway.Session;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.Payments;
import ecpay.domain.payment.offer.Channel;
import ecpay.domain.payment.offer.Offer;
import ecpay.domain.payment.report.PaymentFailure;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Opens the buyer's payment form for an order: GetTokenbyTrade, with a new MerchantTradeNo. */
public final class StartPayment {
  private static final PaymentFailure SUPERSEDED =
      new PaymentFailure("SUPERSEDED", "the same form was opened by another request meanwhile");

  private static final PaymentFailure TOO_LATE =
      new PaymentFailure("TOO_LATE", "the form came when its attempt had been given up");

  private final Transactions transactions;
  private final Merchants merchants;
  private final Orders orders;
  private final Payments payments;
  private final PaymentGateway gateway;
  private final CallJournal journal;
  private final EventLog events;
  private final FollowUps followUps;
  private final Identities identities;
  private final Clock clock;

  public StartPayment(
      Transactions transactions,
      Merchants merchants,
      Orders orders,
      Payments payments,
      PaymentGateway gateway,
      CallJournal journal,
      EventLog events,
      FollowUps followUps,
      Identities identities,
      Clock clock) {
    this.transactions = transactions;
    this.merchants = merchants;
    this.orders = orders;
    this.payments = payments;
    this.gateway = gateway;
    this.journal = journal;
    this.events = events;
    this.followUps = followUps;
    this.identities = identities;
    this.clock = clock;
  }

  /**
   * Opens a form, or finds the one that is open already with the same offer, beside the same
   * attempt.
   *
   * @param beside an earlier attempt that the shop accepts to be paid as well (R-ORD-03)
   * @throws java.util.NoSuchElementException if the merchant has no such order
   * @throws ecpay.domain.rule.RuleViolationException if the offer does not fit the order, or
   *     ECPay's page does not take its texts (R-ORD-05, R-ORD-10)
   */
  public Result start(MerchantId merchant, OrderId id, Offer offer, Optional<PaymentId> beside) {
    return start(merchant, id, new Wish(offer, beside, true));
  }

  /** Opens a form beside which nothing else may be paid. */
  public Result start(MerchantId merchant, OrderId id, Offer offer) {
    return start(merchant, id, offer, Optional.empty());
  }

  /**
   * Starts a new attempt like this one, for a buyer who wants to try again. A form that was handed
   * over is never given twice: ECPay takes its number once (R-ORD-02).
   */
  public Result again(Payment payment) {
    Wish wish = new Wish(payment.attempt().offer(), payment.attempt().beside(), false);
    return start(payment.merchant(), payment.order(), wish);
  }

  private Result start(MerchantId merchant, OrderId id, Wish wish) {
    Step step = transactions.inTransaction(() -> prepare(merchant, id, wish));
    return switch (step) {
      case Step.Answered(Result result) -> result;
      case Step.Call(Order order, Payment.Opening opening, long call) -> {
        Answer<Session> answer =
            gateway.getTokenbyTrade(merchants.get(merchant), order, opening.attempt());
        yield transactions.inTransaction(() -> apply(opening, call, answer));
      }
    };
  }

  private Step prepare(MerchantId merchant, OrderId id, Wish wish) {
    Order order = orders.lock(merchant, id);
    Instant now = Instant.now(clock);
    if (order.isPaid()) {
      return new Step.Answered(new Result.AlreadyPaid());
    }
    List<Payment> earlier = payments.ofOrder(merchant, id);
    Optional<Result> running =
        alreadyRunning(earlier, wish, now)
            .or(() ->
                wish.formIsGood
                    ? handedOver(earlier, wish, now).map(Result.HandedOver::new)
                    : Optional.empty());
    if (running.isPresent()) {
      return new Step.Answered(running.get());
    }
    Optional<Instant> later =
        wish.formIsGood ? AttemptPace.ofShop(earlier, now) : AttemptPace.ofBuyer(earlier, now);
    if (later.isPresent()) {
      return new Step.Answered(new Result.Later(later.get()));
    }
    Payment.Opening opening = Payment.begin(attempt(order, wish, now));
    if (wish.offer.channel() == Channel.HOSTED) {
      return new Step.Answered(handOver(order, opening, now));
    }
    payments.add(opening);
    followUps.schedule(
        new SettlePayment(merchant, opening.id()), now.plus(Payment.TOKEN_LIFE.multipliedBy(2)));
    return new Step.Call(
        order, opening, journal.open(merchant, id, Operation.GetTokenbyTrade, now));
  }

  /** Nothing is called: the buyer's browser brings the form to ECPay. */
  private Result handOver(Order order, Payment.Opening opening, Instant now) {
    order.content().demandFitForHostedPage();
    Payment.HandedOver handed = opening.handedOver(now);
    payments.add(handed);
    followUps.schedule(
        new SettlePayment(handed.merchant(), handed.id()), now.plus(QuerySchedule.MISSING_AFTER));
    events.append(
        handed.merchant(), handed.order(), now, new PaymentOpened(handed.id(), handed.tradeNo()));
    return new Result.HandedOver(handed);
  }

  /** An attempt whose outcome is open goes before a form that could be filled in. */
  private static Optional<Result> alreadyRunning(List<Payment> earlier, Wish wish, Instant now) {
    Optional<Result> underWay =
        earlier.stream()
            .filter(payment -> payment.isUnderWayAt(now))
            .findFirst()
            .map(Result.UnderWay::new);
    return underWay.or(() -> usable(earlier, wish, now).map(Result.Opened::new));
  }

  private static Optional<Payment.HandedOver> handedOver(
      List<Payment> earlier, Wish wish, Instant now) {
    return earlier.stream()
        .filter(Payment.HandedOver.class::isInstance)
        .map(Payment.HandedOver.class::cast)
        .filter(handed -> handed.isRepeatedBy(wish.offer, wish.beside, now))
        .findFirst();
  }

  private static Optional<Payment.Open> usable(List<Payment> earlier, Wish wish, Instant now) {
    return earlier.stream()
        .filter(Payment.Open.class::isInstance)
        .map(Payment.Open.class::cast)
        .filter(
            open -> open.isUsableAt(now) && open.attempt().isRepeatedBy(wish.offer, wish.beside))
        .findFirst();
  }

  private Attempt attempt(Order order, Wish wish, Instant now) {
    return new Attempt(
        new PaymentId(identities.nextId()),
        order.merchant(),
        order.id(),
        new MerchantTradeNo(identities.nextTradeNo()),
        1,
        order.total(),
        wish.offer,
        now,
        wish.beside);
  }

  private Result apply(Payment.Opening opening, long call, Answer<Session> answer) {
    orders.lock(opening.merchant(), opening.order());
    Instant now = Instant.now(clock);
    journal.close(call, answer, now);
    if (!payments.find(opening.id()).orElseThrow().equals(opening)) {
      return new Result.NotOpened(TOO_LATE); // given up meanwhile, as while the machine slept
    }
    return switch (answer) {
      case Answer.Accepted<Session>(Session session) -> {
        Optional<Payment.Open> faster =
            usable(
                payments.ofOrder(opening.merchant(), opening.order()),
                new Wish(opening.attempt().offer(), opening.attempt().beside(), true),
                now);
        if (faster.isPresent()) {
          notOpened(opening, SUPERSEDED, now); // its Token reaches nobody
          yield new Result.Opened(faster.get());
        }
        Payment.Open open = opening.opened(session.token(), now, session.expiresAt());
        payments.save(open);
        events.append(
            opening.merchant(),
            opening.order(),
            now,
            new PaymentOpened(opening.id(), opening.tradeNo()));
        yield new Result.Opened(open);
      }
      case Answer.Refused<Session>(String code, String message) ->
          notOpened(opening, new PaymentFailure(code, message), now);
      case Answer.NotSent<Session>(String reason) ->
          notOpened(opening, new PaymentFailure("NOT_SENT", reason), now);
      case Answer.Unknown<Session>(String reason, boolean _) ->
          notOpened(opening, new PaymentFailure("NO_ANSWER", reason), now);
    };
  }

  /** A Token that never reached us charges nobody, so even an unknown outcome ends the attempt. */
  private Result notOpened(Payment.Opening opening, PaymentFailure failure, Instant now) {
    payments.save(opening.notOpened(failure));
    events.append(
        opening.merchant(),
        opening.order(),
        now,
        new PaymentFailed(opening.id(), failure.code(), failure.message()));
    return new Result.NotOpened(failure);
  }

  /**
   * What is asked for.
   *
   * @param formIsGood whether a form that was handed over may be given once more
   */
  private record Wish(Offer offer, Optional<PaymentId> beside, boolean formIsGood) {}

  private sealed interface Step {
    record Answered(Result result) implements Step {}

    record Call(Order order, Payment.Opening opening, long call) implements Step {}
  }

  /** What became of opening a form. */
  public sealed interface Result {
    record Opened(Payment.Open payment) implements Result {}

    /** The form for ECPay's page is ready. */
    record HandedOver(Payment.HandedOver payment) implements Result {}

    record AlreadyPaid() implements Result {}

    /** Another attempt may still turn into money; wait for its end. */
    record UnderWay(Payment payment) implements Result {}

    /** The order was tried too often; from that time on another attempt may begin. */
    record Later(Instant from) implements Result {}

    /** ECPay opened none; nothing was charged and another attempt may follow. */
    record NotOpened(PaymentFailure failure) implements Result {}
  }
}
