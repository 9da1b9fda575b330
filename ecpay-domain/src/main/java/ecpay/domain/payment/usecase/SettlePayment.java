package ecpay.domain.payment.usecase;

import ecpay.domain.answer.Answer;
import ecpay.domain.event.DomainEvent.PaymentExpired;
import ecpay.domain.event.DomainEvent.PaymentFailed;
import ecpay.domain.event.EventLog;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Patience;
import ecpay.domain.followup.Progress;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentFailure;
import ecpay.domain.payment.PaymentGateway;
import ecpay.domain.payment.PaymentReport;
import ecpay.domain.payment.Payments;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Brings an attempt to its end by asking ECPay when no notice came: after a lost answer, after a
 * crash, after a buyer who went away, after a deadline (R-PAY-11, R-PAY-13). It never charges.
 */
public final class SettlePayment {
  private final Transactions transactions;
  private final Merchants merchants;
  private final Payments payments;
  private final PaymentGateway gateway;
  private final PaymentBooks books;
  private final EventLog events;
  private final Patience patience;
  private final Clock clock;

  public SettlePayment(
      Transactions transactions,
      Merchants merchants,
      Payments payments,
      PaymentGateway gateway,
      PaymentBooks books,
      EventLog events,
      Patience patience,
      Clock clock) {
    this.transactions = transactions;
    this.merchants = merchants;
    this.payments = payments;
    this.gateway = gateway;
    this.books = books;
    this.events = events;
    this.patience = patience;
    this.clock = clock;
  }

  /** One run; the answer says when to come back, if at all. */
  public Progress proceed(FollowUp.SettlePayment followUp) {
    Payment payment = payments.find(followUp.payment()).orElseThrow();
    if (!payment.isLive()) {
      return Progress.DONE;
    }
    Instant now = Instant.now(clock);
    Instant due = firstQuery(payment);
    if (now.isBefore(due)) {
      return new Progress.WaitUntil(due);
    }
    return switch (payment) {
      case Payment.Opening _, Payment.Open _ -> transactions.inTransaction(() -> expire(payment));
      case Payment.HandedOver _,
          Payment.Submitted _,
          Payment.AwaitingBuyer _,
          Payment.AwaitingMoney _ ->
          ask(payment);
      case Payment.Paid _, Payment.Failed _, Payment.Expired _ -> Progress.DONE;
    };
  }

  /** Before that time there is nothing to learn. */
  private Instant firstQuery(Payment payment) {
    return switch (payment) {
      case Payment.Opening opening ->
          opening.attempt().startedAt().plus(Payment.TOKEN_LIFE.multipliedBy(2));
      case Payment.Open open -> open.usableUntil().plus(Payment.TOKEN_LIFE);
      case Payment.HandedOver handed -> handed.since().plus(Payment.TOKEN_LIFE);
      case Payment.Submitted submitted -> patience.after(submitted.at());
      case Payment.AwaitingBuyer waiting -> waiting.since().plus(Payment.TOKEN_LIFE);
      case Payment.AwaitingMoney waiting -> waiting.instructions().deadline();
      case Payment.Paid _, Payment.Failed _, Payment.Expired _ -> payment.attempt().startedAt();
    };
  }

  /** After that time an attempt without money is given up. */
  private Instant lastQuery(Payment payment) {
    return switch (payment) {
      case Payment.HandedOver handed -> handed.since().plus(Payment.PAGE_LIFE);
      case Payment.Submitted submitted -> submitted.at().plus(Payment.TOKEN_LIFE);
      case Payment.AwaitingBuyer waiting ->
          waiting.since().plus(Payment.TOKEN_LIFE.multipliedBy(2));
      case Payment.AwaitingMoney waiting -> waiting.instructions().deadline();
      case Payment.Opening _, Payment.Open _, Payment.Paid _, Payment.Failed _, Payment.Expired _ ->
          payment.attempt().startedAt();
    };
  }

  private Progress ask(Payment payment) {
    Merchant merchant = merchants.get(payment.merchant());
    Answer<Optional<PaymentReport>> answer = gateway.queryTrade(merchant, payment.attempt());
    return switch (answer) {
      case Answer.Accepted<Optional<PaymentReport>>(Optional<PaymentReport> report)
          when report.filter(known -> !isAbout(payment, merchant, known)).isPresent() ->
          new Progress.TryAgain("QueryTrade answered about another payment");
      case Answer.Accepted<Optional<PaymentReport>>(Optional<PaymentReport> report) ->
          transactions.inTransaction(() -> told(payment, report));
      case Answer.Refused<Optional<PaymentReport>>(String code, String message) ->
          new Progress.TryAgain("QueryTrade refused: " + code + " " + message);
      case Answer.NotSent<Optional<PaymentReport>>(String reason) ->
          new Progress.TryAgain("QueryTrade not sent: " + reason);
      case Answer.Unknown<Optional<PaymentReport>>(String reason, boolean _) ->
          new Progress.TryAgain("QueryTrade without answer: " + reason);
    };
  }

  /** An answer of somebody else's money is none (R-PAY-09). */
  private static boolean isAbout(Payment payment, Merchant merchant, PaymentReport report) {
    return report.tradeNo().equals(payment.tradeNo())
        && report.merchantId().equals(merchant.payments().merchantId());
  }

  private Progress told(Payment seen, Optional<PaymentReport> report) {
    Instant now = Instant.now(clock);
    Payment payment =
        report.map(known -> books.apply(seen, known, now)).orElseGet(() -> books.lock(seen));
    if (!payment.isLive()) {
      return Progress.DONE;
    }
    if (report.isEmpty() && payment instanceof Payment.Submitted submitted) {
      neverHappened(submitted, now);
      return Progress.DONE;
    }
    Instant last = lastQuery(payment);
    if (now.isBefore(last)) {
      return new Progress.WaitUntil(last);
    }
    return expire(payment);
  }

  private void neverHappened(Payment.Submitted submitted, Instant now) {
    PaymentFailure failure =
        new PaymentFailure("NEVER_HAPPENED", "ECPay knows of no such payment; nothing was charged");
    payments.save(submitted.refused(failure));
    events.append(
        submitted.merchant(),
        submitted.order(),
        now,
        new PaymentFailed(submitted.id(), failure.code(), failure.message()));
  }

  private Progress expire(Payment seen) {
    Payment payment = books.lock(seen);
    Instant now = Instant.now(clock);
    if (!payment.equals(seen)) {
      return new Progress.WaitUntil(now); // somebody moved it on meanwhile: look at it afresh
    }
    payments.save(payment.expire(now));
    events.append(payment.merchant(), payment.order(), now, new PaymentExpired(payment.id()));
    return Progress.DONE;
  }
}
