package ecpay.domain.payment.usecase;

import ecpay.domain.answer.Answer;
import ecpay.domain.event.DomainEvent;
import ecpay.domain.event.DomainEvent.PaymentSubmitted;
import ecpay.domain.event.EventLog;
import ecpay.domain.followup.FollowUp.SettlePayment;
import ecpay.domain.followup.FollowUps;
import ecpay.domain.followup.Patience;
import ecpay.domain.journal.CallJournal;
import ecpay.domain.journal.CallJournal.Operation;
import ecpay.domain.journal.usecase.Departure;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.order.Order;
import ecpay.domain.order.Orders;
import ecpay.domain.payment.PayToken;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentGateway;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.PaymentReply;
import ecpay.domain.payment.Payments;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Charges with what the buyer entered: CreatePayment, once per attempt (R-PAY-01, R-PAY-02). */
public final class SubmitPayment {
  private final Transactions transactions;
  private final Merchants merchants;
  private final Orders orders;
  private final Payments payments;
  private final PaymentGateway gateway;
  private final EarlierAttempts earlierAttempts;
  private final TakeReply takeReply;
  private final CallJournal journal;
  private final EventLog events;
  private final FollowUps followUps;
  private final Patience patience;
  private final Clock clock;

  public SubmitPayment(
      Transactions transactions,
      Merchants merchants,
      Orders orders,
      Payments payments,
      PaymentGateway gateway,
      EarlierAttempts earlierAttempts,
      TakeReply takeReply,
      CallJournal journal,
      EventLog events,
      FollowUps followUps,
      Patience patience,
      Clock clock) {
    this.transactions = transactions;
    this.merchants = merchants;
    this.orders = orders;
    this.payments = payments;
    this.gateway = gateway;
    this.earlierAttempts = earlierAttempts;
    this.takeReply = takeReply;
    this.journal = journal;
    this.events = events;
    this.followUps = followUps;
    this.patience = patience;
    this.clock = clock;
  }

  /**
   * Submits an open attempt. One that was submitted before, by a second click or a reload, is given
   * back as it is; while another attempt stands in its way, as it would in the way of opening the
   * form, that one is (R-ORD-03).
   *
   * @throws java.util.NoSuchElementException if there is no such attempt
   * @throws ecpay.domain.rule.IllegalMoveException R-PAY-02 when its Token is too old
   */
  public Payment submit(PaymentId id, PayToken payToken) {
    Optional<Payment> inTheWay = inTheWay(payments.find(id).orElseThrow());
    if (inTheWay.isPresent()) {
      return inTheWay.get();
    }
    Step step = transactions.inTransaction(() -> prepare(id));
    return switch (step) {
      case Step.Nothing(Payment payment) -> payment;
      case Step.Call(Payment.Submitted submitted, long call) -> {
        Answer<PaymentReply> answer =
            Departure.of(
                submitted.at(),
                clock,
                () ->
                    gateway.createPayment(
                        merchants.get(submitted.merchant()), submitted.tradeNo(), payToken));
        yield transactions.inTransaction(() -> takeReply.take(submitted, call, answer));
      }
    };
  }

  /** A form that stayed open while another attempt was paid must not charge as well. */
  private Optional<Payment> inTheWay(Payment payment) {
    return payment instanceof Payment.Open open && open.isUsableAt(Instant.now(clock))
        ? earlierAttempts.inTheWayOfACharge(open.merchant(), open.order(), open.attempt().beside())
        : Optional.empty();
  }

  private Step prepare(PaymentId id) {
    Payment seen = payments.find(id).orElseThrow();
    Order order = orders.lock(seen.merchant(), seen.order());
    Payment payment = payments.find(id).orElseThrow();
    if (!(payment instanceof Payment.Open open) || order.isPaid()) {
      return new Step.Nothing(payment);
    }
    Instant now = Instant.now(clock);
    Optional<Payment> underWay =
        payments.ofOrder(order.merchant(), order.id()).stream()
            .filter(other -> other.isUnderWayAt(now))
            .findFirst();
    if (underWay.isPresent()) {
      return new Step.Nothing(underWay.get());
    }
    Payment.Submitted submitted = open.submit(now);
    payments.save(submitted);
    append(submitted, now, new PaymentSubmitted(id));
    followUps.schedule(new SettlePayment(submitted.merchant(), id), patience.after(now));
    return new Step.Call(
        submitted,
        journal.open(submitted.merchant(), submitted.order(), Operation.CreatePayment, now));
  }

  private void append(Payment payment, Instant now, DomainEvent event) {
    events.append(payment.merchant(), payment.order(), now, event);
  }

  private sealed interface Step {
    record Nothing(Payment payment) implements Step {}

    record Call(Payment.Submitted submitted, long call) implements Step {}
  }
}
