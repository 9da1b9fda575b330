package ecpay.domain.payment.usecase;

import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.event.EventLog;
import ecpay.domain.inbox.Acknowledgement;
import ecpay.domain.inbox.Inbox;
import ecpay.domain.inbox.Reading;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentIncident;
import ecpay.domain.payment.Payments;
import ecpay.domain.payment.report.PaymentFailure;
import ecpay.domain.payment.report.PaymentNoticeReader;
import ecpay.domain.payment.report.PaymentReport;
import ecpay.domain.payment.report.PaymentReport.Verdict;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes ECPay's payment callbacks CB-01, CB-05 and CB-06: authenticate, keep, act once (R-CBK-01 to
 * R-CBK-05). If anything fails, nothing is kept, no {@code 1|OK} is given, and ECPay sends it
 * again.
 */
public final class RecordPaymentNotice {
  private final PaymentNoticeReader reader;
  private final Transactions transactions;
  private final Inbox inbox;
  private final Payments payments;
  private final PaymentBooks books;
  private final EventLog events;
  private final Clock clock;

  public RecordPaymentNotice(
      PaymentNoticeReader reader,
      Transactions transactions,
      Inbox inbox,
      Payments payments,
      PaymentBooks books,
      EventLog events,
      Clock clock) {
    this.reader = reader;
    this.transactions = transactions;
    this.inbox = inbox;
    this.payments = payments;
    this.books = books;
    this.events = events;
    this.clock = clock;
  }

  /** CB-01: takes the raw body of a callback that was addressed to this merchant. */
  public Acknowledgement record(Merchant merchant, byte[] body) {
    return record("CB-01", merchant, body, reader.readReturn(merchant, body));
  }

  /** CB-05, likewise. */
  public Acknowledgement recordHosted(Merchant merchant, byte[] body) {
    return record("CB-05", merchant, body, reader.readHostedReturn(merchant, body));
  }

  /** CB-06, likewise: a code was issued. */
  public Acknowledgement recordPaymentInfo(Merchant merchant, byte[] body) {
    return record("CB-06", merchant, body, reader.readPaymentInfo(merchant, body));
  }

  private Acknowledgement record(
      String callback, Merchant merchant, byte[] body, Reading<PaymentReport> reading) {
    Instant now = Instant.now(clock);
    return switch (reading) {
      case Reading.Authentic(PaymentReport report) -> {
        transactions.run(() -> keepAndAct(callback, merchant, report, body, now));
        yield new Acknowledgement.Received();
      }
      case Reading.Refused(String reason) -> {
        transactions.run(() -> inbox.keepRefused(merchant.id(), callback, reason, body, now));
        yield new Acknowledgement.Refused(reason);
      }
    };
  }

  private void keepAndAct(
      String callback, Merchant merchant, PaymentReport report, byte[] body, Instant now) {
    if (!inbox.keep(meaning(callback, merchant, report), body, now)) {
      return;
    }
    if (!report.merchantId().equals(merchant.payments().merchantId())) {
      raise(merchant, report, PaymentIncident.FOREIGN_MERCHANT, now);
      return;
    }
    Optional<Payment> payment = payments.findByTradeNo(merchant.id(), report.tradeNo());
    if (payment.isEmpty()) {
      raise(merchant, report, PaymentIncident.UNKNOWN_ORDER, now);
      return;
    }
    books.apply(payment.get(), report, now);
  }

  /**
   * The amount, the merchant and whether it was simulated belong to the meaning, so that a wrong
   * notice cannot shadow the right one that follows it.
   */
  private static Inbox.Meaning meaning(String callback, Merchant merchant, PaymentReport report) {
    String result =
        switch (report.verdict()) {
          case Verdict.Paid() -> "1";
          case Verdict.Declined(PaymentFailure failure) -> failure.code();
          case Verdict.CodeIssued _ -> "code";
          case Verdict.Pending() -> "pending";
        };
    return new Inbox.Meaning(
        merchant.id(),
        callback,
        report.tradeNo().value(),
        String.join(
            "/",
            result,
            Long.toString(report.trade().amount().twd()),
            report.merchantId().value(),
            report.simulated() ? "simulated" : "real"),
        report.trade().ecpayTradeNo());
  }

  private void raise(
      Merchant merchant, PaymentReport report, PaymentIncident incident, Instant now) {
    events.append(
        merchant.id(),
        Optional.empty(),
        now,
        new IncidentRaised(incident.name(), report.tradeNo().value(), incident.advice()));
  }
}
