package ecpay.domain.payment.usecase;

import ecpay.domain.event.DomainEvent;
import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.event.DomainEvent.OrderPaid;
import ecpay.domain.event.DomainEvent.PaymentCodeIssued;
import ecpay.domain.event.DomainEvent.PaymentFailed;
import ecpay.domain.event.DomainEvent.PaymentReceived;
import ecpay.domain.event.EventLog;
import ecpay.domain.followup.FollowUp.IssueInvoice;
import ecpay.domain.followup.FollowUp.SettlePayment;
import ecpay.domain.followup.FollowUp.WatchAuthorization;
import ecpay.domain.followup.FollowUp.WatchContract;
import ecpay.domain.followup.FollowUps;
import ecpay.domain.order.Order;
import ecpay.domain.order.Orders;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentIncident;
import ecpay.domain.payment.Payments;
import ecpay.domain.payment.Reaction;
import ecpay.domain.payment.offer.PaymentMethod;
import ecpay.domain.payment.report.PaymentReport;
import java.time.Duration;
import java.time.Instant;

/**
 * Enters into the books what ECPay reports of an attempt, whether by callback or by query, together
 * with its consequences. Runs inside a transaction.
 */
public final class PaymentBooks {
  /** No authorisation is old enough to be looked at before that (R-CAP-08). */
  private static final Duration BEFORE_ANY_WARNING = Duration.ofDays(79);

  private final Orders orders;
  private final Payments payments;
  private final EventLog events;
  private final FollowUps followUps;

  public PaymentBooks(Orders orders, Payments payments, EventLog events, FollowUps followUps) {
    this.orders = orders;
    this.payments = payments;
    this.events = events;
    this.followUps = followUps;
  }

  /** The attempt as it is once nobody else can change it. */
  Payment lock(Payment payment) {
    orders.lock(payment.merchant(), payment.order());
    return payments.find(payment.id()).orElseThrow();
  }

  /** Applies a report and gives the attempt as it is afterwards. */
  Payment apply(Payment seen, PaymentReport report, Instant now) {
    Order order = orders.lock(seen.merchant(), seen.order());
    Payment payment = payments.find(seen.id()).orElseThrow();
    Reaction reaction = payment.after(report);
    if (!reaction.payment().equals(payment)) {
      payments.save(reaction.payment());
    }
    switch (reaction.kind()) {
      case PAID -> paid(order, (Payment.Paid) reaction.payment(), now);
      case FAILED -> failed(reaction.payment(), now);
      case CODE_ISSUED -> codeIssued(reaction.payment(), now);
      case UNCHANGED -> {}
    }
    reaction
        .incident()
        .filter(_ -> !isSecond(order, reaction))
        .ifPresent(incident -> raise(payment, incident, now));
    return reaction.payment();
  }

  /** That it is the second is told; how late it came matters no more, for it is given back. */
  private static boolean isSecond(Order order, Reaction reaction) {
    return reaction.kind() == Reaction.Kind.PAID
        && order.isPaidByAnotherThan(reaction.payment().tradeNo());
  }

  /** Enters the consequences of money that came for an order that is locked. */
  public void paid(Order order, Payment.Paid payment, Instant now) {
    append(
        payment,
        now,
        new PaymentReceived(
            payment.id(), payment.trade().ecpayTradeNo(), payment.attempt().amount()));
    if (payment.attempt().charge() == 1
        && payment.attempt().offer().card().periodic().isPresent()) {
      followUps.schedule(new WatchContract(payment.merchant(), payment.tradeNo()), now);
    }
    if (mayBeACard(payment)) {
      followUps.schedule(
          new WatchAuthorization(payment.merchant(), payment.id()), now.plus(BEFORE_ANY_WARNING));
    }
    if (order.isPaidByAnotherThan(payment.tradeNo())) {
      raise(payment, PaymentIncident.SECOND_PAYMENT, now);
      return;
    }
    orders.save(order.paidBy(payment.tradeNo(), now));
    append(payment, now, new OrderPaid(payment.tradeNo(), order.total()));
    followUps.schedule(new IssueInvoice(order.merchant(), order.id()), now);
  }

  private static boolean mayBeACard(Payment.Paid payment) {
    return payment.trade().card().isPresent()
        || payment.attempt().methods().stream().anyMatch(PaymentMethod::isCard);
  }

  private void failed(Payment payment, Instant now) {
    if (payment instanceof Payment.Failed failed) {
      append(
          payment,
          now,
          new PaymentFailed(payment.id(), failed.failure().code(), failed.failure().message()));
    }
  }

  private void codeIssued(Payment payment, Instant now) {
    if (payment instanceof Payment.AwaitingMoney waiting) {
      append(payment, now, new PaymentCodeIssued(payment.id(), waiting.instructions().deadline()));
      followUps.schedule(new SettlePayment(payment.merchant(), payment.id()), now);
    }
  }

  /** Once: each question may be told the same again, and a person looks at it once. */
  private void raise(Payment payment, PaymentIncident incident, Instant now) {
    IncidentRaised raised =
        new IncidentRaised(incident.name(), payment.tradeNo().value(), incident.advice());
    events.appendOnce(payment.merchant(), payment.order(), now, raised);
  }

  private void append(Payment payment, Instant now, DomainEvent event) {
    events.append(payment.merchant(), payment.order(), now, event);
  }
}
