package ecpay.domain.payment;

import ecpay.domain.payment.report.PaymentFailure;
import ecpay.domain.payment.report.PaymentInstructions;
import ecpay.domain.payment.report.PaymentReport;
import ecpay.domain.payment.report.PaymentReport.Verdict;
import ecpay.domain.payment.report.TradeDetails;
import java.util.Optional;

/**
 * The decision table for reports of money (R-PAY-09, R-PAY-10, R-CBK-03, R-CBK-04): own amount,
 * real, and once. Whether the merchant and the order are ours is settled before.
 */
final class ReportPolicy {
  private ReportPolicy() {}

  static Reaction apply(Payment payment, PaymentReport report) {
    if (report.verdict() instanceof Verdict.Pending) {
      return Reaction.unchanged(payment);
    }
    if (!report.trade().amount().equals(payment.attempt().amount())) {
      return Reaction.incident(payment, PaymentIncident.AMOUNT_MISMATCH);
    }
    if (report.simulated()) {
      return Reaction.incident(payment, PaymentIncident.SIMULATED_PAYMENT);
    }
    return switch (report.verdict()) {
      case Verdict.Paid() -> paid(payment, report.trade());
      case Verdict.Declined(PaymentFailure failure) -> declined(payment, failure);
      case Verdict.CodeIssued(PaymentInstructions code) ->
          codeIssued(payment, report.trade(), code);
      case Verdict.Pending() -> Reaction.unchanged(payment);
    };
  }

  private static Reaction codeIssued(
      Payment payment, TradeDetails trade, PaymentInstructions code) {
    return switch (payment) {
      case Payment.Opening _,
          Payment.Open _,
          Payment.HandedOver _,
          Payment.Submitted _,
          Payment.AwaitingBuyer _ ->
          Reaction.codeIssued(new Payment.AwaitingMoney(payment.attempt(), trade, code));
      // The buyer chose after we gave the attempt up, and holds a code that may be paid with.
      case Payment.Expired expired when code.deadline().isAfter(expired.at()) ->
          Reaction.codeIssued(new Payment.AwaitingMoney(payment.attempt(), trade, code));
      // Otherwise a code that comes late or again changes nothing: it is not money.
      case Payment.AwaitingMoney _, Payment.Paid _, Payment.Failed _, Payment.Expired _ ->
          Reaction.unchanged(payment);
    };
  }

  private static Reaction paid(Payment payment, TradeDetails trade) {
    Payment paid = new Payment.Paid(payment.attempt(), trade, payment.code());
    return switch (payment) {
      case Payment.Paid _ -> Reaction.unchanged(payment);
      case Payment.Failed _, Payment.Expired _ ->
          Reaction.paid(paid, Optional.of(PaymentIncident.PAID_AFTER_FAILURE));
      case Payment.Opening _,
          Payment.Open _,
          Payment.HandedOver _,
          Payment.Submitted _,
          Payment.AwaitingBuyer _,
          Payment.AwaitingMoney _ ->
          Reaction.paid(paid, Optional.empty());
    };
  }

  private static Reaction declined(Payment payment, PaymentFailure failure) {
    return switch (payment) {
      case Payment.Paid _ -> Reaction.unchanged(payment);
      case Payment.Failed known ->
          Reaction.unchanged(new Payment.Failed(known.attempt(), known.failure().or(failure)));
      case Payment.Opening _,
          Payment.Open _,
          Payment.HandedOver _,
          Payment.Submitted _,
          Payment.AwaitingBuyer _,
          Payment.AwaitingMoney _,
          Payment.Expired _ ->
          Reaction.failed(new Payment.Failed(payment.attempt(), failure));
    };
  }
}
