package ecpay.domain.contract.usecase;

import ecpay.domain.contract.ChargeReport;
import ecpay.domain.contract.ContractIncident;
import ecpay.domain.contract.ContractNoticeReader;
import ecpay.domain.contract.PeriodicContract;
import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.event.EventLog;
import ecpay.domain.followup.FollowUp.SettlePayment;
import ecpay.domain.followup.FollowUps;
import ecpay.domain.inbox.Acknowledgement;
import ecpay.domain.inbox.Inbox;
import ecpay.domain.inbox.Reading;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.Payments;
import ecpay.domain.payment.report.PaymentFailure;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes the later charges of contracts, CB-03 and CB-07: authenticate, keep, act once (R-PAY-17,
 * R-CBK-01 to R-CBK-05).
 */
public final class RecordPeriodNotice {
  private final ContractNoticeReader reader;
  private final Transactions transactions;
  private final Inbox inbox;
  private final Payments payments;
  private final ContractBooks books;
  private final EventLog events;
  private final FollowUps followUps;
  private final Clock clock;

  public RecordPeriodNotice(
      ContractNoticeReader reader,
      Transactions transactions,
      Inbox inbox,
      Payments payments,
      ContractBooks books,
      EventLog events,
      FollowUps followUps,
      Clock clock) {
    this.reader = reader;
    this.transactions = transactions;
    this.inbox = inbox;
    this.payments = payments;
    this.books = books;
    this.events = events;
    this.followUps = followUps;
    this.clock = clock;
  }

  /** CB-03: takes the raw body of a callback that was addressed to this merchant. */
  public Acknowledgement record(Merchant merchant, byte[] body) {
    return record("CB-03", merchant, body, reader.readPeriodReturn(merchant, body));
  }

  /** CB-07, likewise. */
  public Acknowledgement recordHosted(Merchant merchant, byte[] body) {
    return record("CB-07", merchant, body, reader.readHostedPeriodReturn(merchant, body));
  }

  private Acknowledgement record(
      String callback, Merchant merchant, byte[] body, Reading<ChargeReport> reading) {
    Instant now = Instant.now(clock);
    return switch (reading) {
      case Reading.Authentic(ChargeReport report) ->
          transactions.inTransaction(() -> keepAndAct(callback, merchant, report, body, now));
      case Reading.Refused(String reason) ->
          transactions.inTransaction(() -> refuse(callback, merchant, reason, body, now));
    };
  }

  private Acknowledgement keepAndAct(
      String callback, Merchant merchant, ChargeReport report, byte[] body, Instant now) {
    if (!report.merchantId().equals(merchant.payments().merchantId())) {
      return raise(callback, merchant, report, body, ContractIncident.FOREIGN_MERCHANT, now);
    }
    Optional<PeriodicContract> contract = books.hold(merchant.id(), report.tradeNo(), now);
    if (contract.isPresent()) {
      if (inbox.keep(meaning(callback, merchant, report), body, now)) {
        books.charge(contract.get(), report, now);
      }
      return new Acknowledgement.Received();
    }
    Optional<Payment> first =
        payments
            .findByTradeNo(merchant.id(), report.tradeNo())
            .filter(RecordPeriodNotice::mayBePaidUnheard);
    if (first.isPresent()) {
      // It overtook its first charge: ECPay is asked about that, and sends this one again.
      followUps.schedule(new SettlePayment(merchant.id(), first.get().id()), now);
      tellUnlessLive(first.get(), now);
      return refuse(callback, merchant, "first charge not known yet", body, now);
    }
    return raise(callback, merchant, report, body, ContractIncident.UNKNOWN_CONTRACT, now);
  }

  /** Whether ECPay has not said itself that the first charge failed. */
  private static boolean mayBePaidUnheard(Payment first) {
    return switch (first) {
      case Payment.Opening _,
          Payment.Open _,
          Payment.HandedOver _,
          Payment.Submitted _,
          Payment.AwaitingBuyer _,
          Payment.AwaitingMoney _,
          Payment.Expired _ ->
          true;
      case Payment.Failed failed -> failed.failure().isOurGuess();
      case Payment.Paid _ -> false;
    };
  }

  /** Once: a first charge that was given up may stay unknown, while the card is charged on. */
  private void tellUnlessLive(Payment first, Instant now) {
    IncidentRaised raised =
        new IncidentRaised(
            ContractIncident.FIRST_CHARGE_UNHEARD.name(),
            first.tradeNo().value(),
            ContractIncident.FIRST_CHARGE_UNHEARD.advice());
    if (!first.isLive()) {
      events.appendOnce(first.merchant(), first.order(), now, raised);
    }
  }

  private Acknowledgement refuse(
      String callback, Merchant merchant, String reason, byte[] body, Instant now) {
    inbox.keepRefused(merchant.id(), callback, reason, body, now);
    return new Acknowledgement.Refused(reason);
  }

  private Acknowledgement raise(
      String callback,
      Merchant merchant,
      ChargeReport report,
      byte[] body,
      ContractIncident incident,
      Instant now) {
    if (inbox.keep(meaning(callback, merchant, report), body, now)) {
      events.append(
          merchant.id(),
          Optional.empty(),
          now,
          new IncidentRaised(incident.name(), report.tradeNo().value(), incident.advice()));
    }
    return new Acknowledgement.Received();
  }

  /**
   * The count, the amount, the merchant and whether it was simulated belong to the meaning, so that
   * a wrong notice cannot shadow the right one that follows it.
   */
  private static Inbox.Meaning meaning(String callback, Merchant merchant, ChargeReport report) {
    return new Inbox.Meaning(
        merchant.id(),
        callback,
        report.tradeNo().value(),
        String.join(
            "/",
            report.failure().map(PaymentFailure::code).orElse("1"),
            Integer.toString(report.successes()),
            Long.toString(report.trade().amount().twd()),
            report.merchantId().value(),
            report.simulated() ? "simulated" : "real"),
        report.authorizationId() > 0
            ? Long.toString(report.authorizationId())
            : report.hasNumber()
                ? report.trade().ecpayTradeNo()
                : report.at().map(Instant::toString).orElse(""));
  }
}
