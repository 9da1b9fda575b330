package ecpay.app.jobs;

import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.Allowances;
import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.event.EventLog;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.Invoices;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.Payments;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells a person, in the timeline of the order if there is one, that a follow-up does not work out
 * by itself.
 */
final class GivenUp {
  private static final String KIND = "FOLLOW_UP_GIVEN_UP";

  private final EventLog events;
  private final Payments payments;
  private final Invoices invoices;
  private final Allowances allowances;

  GivenUp(EventLog events, Payments payments, Invoices invoices, Allowances allowances) {
    this.events = events;
    this.payments = payments;
    this.invoices = invoices;
    this.allowances = allowances;
  }

  /** To be called inside a transaction. */
  void tell(Job job, String reason, Instant now) {
    FollowUp followUp = job.followUp();
    events.append(
        followUp.merchant(),
        order(followUp),
        now,
        new IncidentRaised(
            KIND,
            job.toString(),
            "it failed %d times in a row and is now tried once an hour; mend the cause: %s"
                .formatted(BackOff.PATIENT_ATTEMPTS, reason)));
  }

  private Optional<OrderId> order(FollowUp followUp) {
    return switch (followUp) {
      case FollowUp.IssueInvoice issue -> Optional.of(issue.order());
      case FollowUp.NotifyBuyer notify -> Optional.of(notify.order());
      case FollowUp.SettleInvoice settle -> orderOf(settle.merchant(), settle.invoice());
      case FollowUp.WatchInvoice watch -> orderOf(watch.merchant(), watch.invoice());
      case FollowUp.SettlePayment settle -> payments.find(settle.payment()).map(Payment::order);
      case FollowUp.SettleAllowance settle ->
          allowances.find(settle.merchant(), settle.allowance()).map(Allowance::order);
      case FollowUp.WatchContract watch ->
          payments.findByTradeNo(watch.merchant(), watch.contract()).map(Payment::order);
      case FollowUp.SettleRefunds settle -> Optional.of(settle.order());
      case FollowUp.CaptureCard capture -> payments.find(capture.payment()).map(Payment::order);
      case FollowUp.WatchAuthorization watch -> payments.find(watch.payment()).map(Payment::order);
      case FollowUp.WatchTracks _,
          FollowUp.WatchPeriod _,
          FollowUp.SettleCard _,
          FollowUp.ReconcileDay _,
          FollowUp.ReadStatement _ ->
          Optional.empty();
    };
  }

  private Optional<OrderId> orderOf(MerchantId merchant, InvoiceId invoice) {
    return invoices.find(merchant, invoice).map(Invoice::order);
  }
}
