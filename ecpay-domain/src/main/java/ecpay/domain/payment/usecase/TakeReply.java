package ecpay.domain.payment.usecase;

import ecpay.domain.answer.Answer;
import ecpay.domain.event.DomainEvent;
import ecpay.domain.event.DomainEvent.BuyerSentToBank;
import ecpay.domain.event.DomainEvent.PaymentCodeIssued;
import ecpay.domain.event.DomainEvent.PaymentFailed;
import ecpay.domain.event.DomainEvent.PaymentOutcomeUnknown;
import ecpay.domain.event.EventLog;
import ecpay.domain.followup.FollowUp.SettlePayment;
import ecpay.domain.followup.FollowUps;
import ecpay.domain.journal.CallJournal;
import ecpay.domain.order.Orders;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentReply;
import ecpay.domain.payment.Payments;
import ecpay.domain.payment.report.PaymentFailure;
import java.time.Clock;
import java.time.Instant;

/** Enters what ECPay answered to a charge. Runs inside a transaction. */
public final class TakeReply {
  private final Orders orders;
  private final Payments payments;
  private final CallJournal journal;
  private final EventLog events;
  private final FollowUps followUps;
  private final Clock clock;

  public TakeReply(
      Orders orders,
      Payments payments,
      CallJournal journal,
      EventLog events,
      FollowUps followUps,
      Clock clock) {
    this.orders = orders;
    this.payments = payments;
    this.journal = journal;
    this.events = events;
    this.followUps = followUps;
    this.clock = clock;
  }

  /** Gives the attempt as it is afterwards. */
  public Payment take(Payment.Submitted submitted, long call, Answer<PaymentReply> answer) {
    orders.lock(submitted.merchant(), submitted.order());
    Instant now = Instant.now(clock);
    journal.close(call, answer, now);
    Payment current = payments.find(submitted.id()).orElseThrow();
    if (!(current instanceof Payment.Submitted)) {
      return current; // ECPay's notice was faster than its answer
    }
    Payment next = next(submitted, answer, now);
    if (!next.equals(submitted)) {
      payments.save(next);
    }
    return next;
  }

  private Payment next(Payment.Submitted submitted, Answer<PaymentReply> answer, Instant now) {
    return switch (answer) {
      case Answer.Accepted<PaymentReply>(PaymentReply reply) -> answered(submitted, reply, now);
      case Answer.Refused<PaymentReply>(String code, String message) ->
          failed(submitted, new PaymentFailure(code, message), now);
      case Answer.NotSent<PaymentReply>(String reason) ->
          failed(submitted, new PaymentFailure("NOT_SENT", reason), now);
      case Answer.Unknown<PaymentReply>(String reason, boolean _) -> {
        append(submitted, now, new PaymentOutcomeUnknown(submitted.id(), reason));
        yield submitted;
      }
    };
  }

  private Payment answered(Payment.Submitted submitted, PaymentReply reply, Instant now) {
    SettlePayment settle = new SettlePayment(submitted.merchant(), submitted.id());
    switch (reply) {
      case PaymentReply.BuyerMustConfirm _ ->
          append(submitted, now, new BuyerSentToBank(submitted.id()));
      case PaymentReply.CodeIssued issued ->
          append(
              submitted,
              now,
              new PaymentCodeIssued(submitted.id(), issued.instructions().deadline()));
      case PaymentReply.Charged _ -> followUps.schedule(settle, now);
    }
    return submitted.answered(reply, now);
  }

  private Payment failed(Payment.Submitted submitted, PaymentFailure failure, Instant now) {
    append(submitted, now, new PaymentFailed(submitted.id(), failure.code(), failure.message()));
    return submitted.refused(failure);
  }

  private void append(Payment payment, Instant now, DomainEvent event) {
    events.append(payment.merchant(), payment.order(), now, event);
  }
}
