package ecpay.domain.boundcard.usecase;

import ecpay.domain.answer.Answer;
import ecpay.domain.boundcard.BindCardId;
import ecpay.domain.boundcard.BoundCard;
import ecpay.domain.boundcard.BoundCardGateway;
import ecpay.domain.boundcard.BoundCards;
import ecpay.domain.boundcard.CardId;
import ecpay.domain.boundcard.CardSafe;
import ecpay.domain.event.DomainEvent.PaymentSubmitted;
import ecpay.domain.event.EventLog;
import ecpay.domain.followup.FollowUp.SettlePayment;
import ecpay.domain.followup.FollowUps;
import ecpay.domain.followup.Patience;
import ecpay.domain.identity.Identities;
import ecpay.domain.journal.CallJournal;
import ecpay.domain.journal.CallJournal.Operation;
import ecpay.domain.journal.usecase.Departure;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.Order;
import ecpay.domain.order.OrderId;
import ecpay.domain.order.Orders;
import ecpay.domain.payment.Attempt;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.PaymentReply;
import ecpay.domain.payment.Payments;
import ecpay.domain.payment.offer.MemberId;
import ecpay.domain.payment.offer.Offer;
import ecpay.domain.payment.offer.PaymentMethod;
import ecpay.domain.payment.usecase.AttemptPace;
import ecpay.domain.payment.usecase.EarlierAttempts;
import ecpay.domain.payment.usecase.TakeReply;
import ecpay.domain.rule.IllegalMoveException;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Charges a bound card for an order: CreatePaymentWithCardID, once per attempt. */
public final class PayWithCard {
  private final Transactions transactions;
  private final Merchants merchants;
  private final Orders orders;
  private final Payments payments;
  private final BoundCards cards;
  private final CardSafe safe;
  private final BoundCardGateway gateway;
  private final EarlierAttempts earlierAttempts;
  private final TakeReply takeReply;
  private final CallJournal journal;
  private final EventLog events;
  private final FollowUps followUps;
  private final Identities identities;
  private final Patience patience;
  private final Clock clock;

  public PayWithCard(
      Transactions transactions,
      Merchants merchants,
      Orders orders,
      Payments payments,
      BoundCards cards,
      CardSafe safe,
      BoundCardGateway gateway,
      EarlierAttempts earlierAttempts,
      TakeReply takeReply,
      CallJournal journal,
      EventLog events,
      FollowUps followUps,
      Identities identities,
      Patience patience,
      Clock clock) {
    this.transactions = transactions;
    this.merchants = merchants;
    this.orders = orders;
    this.payments = payments;
    this.cards = cards;
    this.safe = safe;
    this.gateway = gateway;
    this.earlierAttempts = earlierAttempts;
    this.takeReply = takeReply;
    this.journal = journal;
    this.events = events;
    this.followUps = followUps;
    this.identities = identities;
    this.patience = patience;
    this.clock = clock;
  }

  /**
   * Charges the card, unless the order is paid or another attempt may still turn into money
   * (R-ORD-03).
   *
   * @param beside an earlier attempt that is known to wait for money, when the card is to be
   *     charged all the same; a charge that is on its way still stands in its way
   * @throws java.util.NoSuchElementException if the merchant has no such order or card
   * @throws IllegalMoveException while the card is not bound, or when no key opens its BindCardID
   */
  public Result pay(MerchantId merchant, OrderId order, CardId card, Optional<PaymentId> beside) {
    Optional<Payment> inTheWay = earlierAttempts.inTheWayOfACharge(merchant, order, beside);
    if (inTheWay.isPresent()) {
      return new Result.UnderWay(inTheWay.get());
    }
    Step step = transactions.inTransaction(() -> prepare(merchant, order, card, beside));
    return switch (step) {
      case Step.Answered(Result result) -> result;
      case Step.Call(Order paid, Payment.Submitted submitted, Usable usable, long call) -> {
        Answer<PaymentReply> answer =
            Departure.of(
                submitted.at(),
                clock,
                () ->
                    gateway.createPaymentWithCardID(
                        merchants.get(merchant),
                        paid,
                        submitted.attempt(),
                        usable.member,
                        usable.id));
        yield new Result.Submitted(
            transactions.inTransaction(() -> takeReply.take(submitted, call, answer)));
      }
    };
  }

  private Step prepare(MerchantId merchant, OrderId id, CardId card, Optional<PaymentId> beside) {
    Order order = orders.lock(merchant, id);
    Usable usable = usable(merchant, card);
    Instant now = Instant.now(clock);
    if (order.isPaid()) {
      return new Step.Answered(new Result.AlreadyPaid());
    }
    List<Payment> earlier = payments.ofOrder(merchant, id);
    Optional<Payment> underWay =
        earlier.stream().filter(other -> other.isUnderWayAt(now)).findFirst();
    if (underWay.isPresent()) {
      return new Step.Answered(new Result.UnderWay(underWay.get()));
    }
    Optional<Instant> later = AttemptPace.ofShop(earlier, now);
    if (later.isPresent()) {
      return new Step.Answered(new Result.Later(later.get()));
    }
    Payment.Submitted submitted =
        Payment.begin(
                new Attempt(
                    new PaymentId(identities.nextId()),
                    merchant,
                    id,
                    new MerchantTradeNo(identities.nextTradeNo()),
                    1,
                    order.total(),
                    Offer.embedded(Set.of(PaymentMethod.CARD)),
                    now,
                    beside))
            .submit(now);
    payments.add(submitted);
    events.append(merchant, id, now, new PaymentSubmitted(submitted.id()));
    followUps.schedule(new SettlePayment(merchant, submitted.id()), patience.after(now));
    return new Step.Call(
        order,
        submitted,
        usable,
        journal.open(merchant, id, Operation.CreatePaymentWithCardID, now));
  }

  /** Held, so that it is not deleted meanwhile. */
  private Usable usable(MerchantId merchant, CardId id) {
    BoundCard card =
        cards.find(id).filter(found -> found.merchant().equals(merchant)).orElseThrow();
    return switch (cards.lock(card.id())) {
      case BoundCard.Bound bound ->
          safe.open(bound.id(), bound.card())
              .map(secret -> new Usable(bound.member(), secret))
              .orElseThrow(
                  () -> new IllegalMoveException("R-PAY-14", CardSafe.LOCKED, "paying with it"));
      case BoundCard.Opening _,
          BoundCard.Open _,
          BoundCard.Submitted _,
          BoundCard.AwaitingMember _,
          BoundCard.Claimed _,
          BoundCard.Deleting _,
          BoundCard.Deleted _,
          BoundCard.Failed _ ->
          throw new IllegalMoveException("R-ORD-17", "the card is not bound", "paying with it");
    };
  }

  private record Usable(MemberId member, BindCardId id) {}

  private sealed interface Step {
    record Answered(Result result) implements Step {}

    record Call(Order order, Payment.Submitted submitted, Usable card, long call) implements Step {}
  }

  /** What became of charging. */
  public sealed interface Result {
    /** The attempt as ECPay's answer left it. */
    record Submitted(Payment payment) implements Result {}

    record AlreadyPaid() implements Result {}

    /** Another attempt may still turn into money; wait for its end. */
    record UnderWay(Payment payment) implements Result {}

    /** The order was tried too often; from that time on another attempt may begin. */
    record Later(Instant from) implements Result {}
  }
}
