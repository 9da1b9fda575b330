package ecpay.domain.payment.usecase;

import ecpay.domain.answer.Answer;
import ecpay.domain.event.DomainEvent;
import ecpay.domain.event.DomainEvent.PaymentExpired;
import ecpay.domain.event.DomainEvent.PaymentFailed;
import ecpay.domain.event.EventLog;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Patience;
import ecpay.domain.followup.Progress;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentGateway;
import ecpay.domain.payment.Payments;
import ecpay.domain.payment.offer.PaymentMethod;
import ecpay.domain.payment.report.PaymentFailure;
import ecpay.domain.payment.report.PaymentReport;
import ecpay.domain.payment.report.PaymentReport.Verdict;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Brings an attempt to its end by asking ECPay when no notice came: after a lost answer, after a
 * crash, after a buyer who went away, after a deadline (R-PAY-11, R-PAY-13). It never charges, and
 * asks on for a while when the attempt is closed: see {@link QuerySchedule}.
 */
public final class SettlePayment {
  private final Transactions transactions;
  private final Merchants merchants;
  private final Payments payments;
  private final PaymentGateway gateway;
  private final PaymentBooks books;
  private final EventLog events;
  private final QuerySchedule schedule;
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
    this.schedule = new QuerySchedule(patience);
    this.clock = clock;
  }

  /** One run; the answer says when to come back, if at all. */
  public Progress proceed(FollowUp.SettlePayment followUp) {
    Payment payment = payments.find(followUp.payment()).orElseThrow();
    Instant now = Instant.now(clock);
    Instant first = schedule.first(payment);
    if (now.isBefore(first)) {
      return new Progress.WaitUntil(first);
    }
    return switch (payment) {
      case Payment.Opening _, Payment.Open _ -> transactions.inTransaction(() -> close(payment));
      case Payment.HandedOver _,
          Payment.Submitted _,
          Payment.AwaitingBuyer _,
          Payment.AwaitingMoney _,
          Payment.Failed _,
          Payment.Expired _ ->
          ask(payment);
      case Payment.Paid _ -> Progress.DONE;
    };
  }

  /** Asks once, without waiting until a notice counts as missing; whether ECPay has answered. */
  boolean askNow(Payment payment) {
    return !(ask(payment) instanceof Progress.TryAgain);
  }

  private Progress ask(Payment payment) {
    Merchant merchant = merchants.get(payment.merchant());
    Answer<Optional<PaymentReport>> answer = gateway.queryTrade(merchant, payment.attempt());
    return switch (answer) {
      case Answer.Accepted<Optional<PaymentReport>>(Optional<PaymentReport> report)
          when report.filter(known -> !isAbout(payment, merchant, known)).isPresent() ->
          new Progress.TryAgain("QueryTrade answered about another payment");
      case Answer.Accepted<Optional<PaymentReport>>(Optional<PaymentReport> report)
          when report.filter(known -> mayHoldACode(payment, known)).isPresent() ->
          askForCode(payment, merchant, report);
      case Answer.Accepted<Optional<PaymentReport>>(Optional<PaymentReport> report) ->
          transactions.inTransaction(() -> told(payment, report));
      case Answer.Unaccepted<Optional<PaymentReport>> not ->
          new Progress.TryAgain("QueryTrade " + not.why());
    };
  }

  /** Whether the buyer may hold a code, or have applied, of which nobody has told us. */
  private static boolean mayHoldACode(Payment payment, PaymentReport report) {
    return report.verdict() instanceof Verdict.Pending
        && payment.attempt().methods().stream().anyMatch(PaymentMethod::isToldBefore)
        && switch (payment) {
          case Payment.HandedOver _, Payment.Submitted _, Payment.AwaitingBuyer _ -> true;
          // It was given up before its code was known, with which the buyer may still pay.
          case Payment.Expired expired -> expired.code().isEmpty();
          case Payment.Opening _,
              Payment.Open _,
              Payment.AwaitingMoney _,
              Payment.Paid _,
              Payment.Failed _ ->
              false;
        };
  }

  /** A lost code is found again, with which the buyer may still pay (R-PAY-06, R-PAY-13). */
  private Progress askForCode(Payment payment, Merchant merchant, Optional<PaymentReport> pending) {
    return switch (gateway.queryPaymentInfo(merchant, payment.attempt())) {
      case Answer.Accepted<Optional<PaymentReport>>(Optional<PaymentReport> code) ->
          transactions.inTransaction(() ->
              told(
                  payment,
                  code.filter(known -> isAbout(payment, merchant, known)).or(() -> pending)));
      case Answer.Refused<Optional<PaymentReport>> _ ->
          transactions.inTransaction(() -> told(payment, pending));
      case Answer.Unaccepted<Optional<PaymentReport>> not ->
          new Progress.TryAgain("QueryPaymentInfo " + not.why());
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
    if (report.isEmpty()) {
      return unheardOf(payment, now);
    }
    if (payment.isLive() && !now.isBefore(schedule.closing(payment))) {
      return expire(payment, now);
    }
    return askAgain(payment, now);
  }

  /** ECPay knows of no such trade: nobody paid it, and nobody will who has left the page. */
  private Progress unheardOf(Payment payment, Instant now) {
    if (payment instanceof Payment.Submitted submitted) {
      Payment.Failed failed = submitted.refused(PaymentFailure.neverHappened());
      payments.save(failed);
      append(
          failed,
          now,
          new PaymentFailed(failed.id(), failed.failure().code(), failed.failure().message()));
      return askAgain(failed, now);
    }
    if (payment.isLive() && !now.isBefore(schedule.closing(payment))) {
      expire(payment, now);
      return Progress.DONE;
    }
    return payment instanceof Payment.Expired ? Progress.DONE : askAgain(payment, now);
  }

  private Progress askAgain(Payment payment, Instant now) {
    return schedule.next(payment, now).<Progress>map(Progress.WaitUntil::new).orElse(Progress.DONE);
  }

  /** Ends a form that nobody filled in: no money can come of it, so ECPay is not asked. */
  private Progress close(Payment seen) {
    Payment payment = books.lock(seen);
    Instant now = Instant.now(clock);
    if (!payment.equals(seen)) {
      return new Progress.WaitUntil(now); // somebody moved it on meanwhile: look at it afresh
    }
    expire(payment, now);
    return Progress.DONE;
  }

  /** Closes it for the buyer; ECPay is asked on, because a callback may be missing (R-PAY-11). */
  private Progress expire(Payment payment, Instant now) {
    Payment expired = payment.expire(now);
    payments.save(expired);
    append(expired, now, new PaymentExpired(expired.id()));
    return askAgain(expired, now);
  }

  private void append(Payment payment, Instant now, DomainEvent event) {
    events.append(payment.merchant(), payment.order(), now, event);
  }
}
