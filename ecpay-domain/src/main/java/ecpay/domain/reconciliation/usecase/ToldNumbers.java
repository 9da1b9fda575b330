package ecpay.domain.reconciliation.usecase;

import ecpay.domain.order.Orders;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.Payments;
import ecpay.domain.payment.report.CardDetails;
import ecpay.domain.payment.report.TradeDetails;
import ecpay.domain.reconciliation.StatementLine;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Fills in ECPay's numbers of a later charge that no notice told (R-PAY-17): without them its money
 * could not be given back, nor another line be told from it. Runs inside a transaction.
 */
final class ToldNumbers {
  private static final Pattern AUTHORIZATION = Pattern.compile("[1-9][0-9]{0,17}");

  private final Orders orders;
  private final Payments payments;

  ToldNumbers(Orders orders, Payments payments) {
    this.orders = orders;
    this.payments = payments;
  }

  /** The payment as the books know it from now on. */
  Payment complete(Payment seen, StatementLine line) {
    if (!tellsMore(line, seen)) {
      return seen;
    }
    orders.lock(seen.merchant(), seen.order());
    Payment known = payments.find(seen.id()).orElseThrow();
    if (!(known instanceof Payment.Paid paid) || !tellsMore(line, known)) {
      return known;
    }
    Payment.Paid completed = new Payment.Paid(paid.attempt(), with(paid.trade(), line));
    payments.save(completed);
    return completed;
  }

  private static boolean tellsMore(StatementLine line, Payment payment) {
    return payment instanceof Payment.Paid paid
        && paid.trade().ecpayTradeNo().isEmpty()
        && !line.ecpayNo().isEmpty()
        && line.movedMoney()
        && !line.isRefund();
  }

  private static TradeDetails with(TradeDetails trade, StatementLine line) {
    return new TradeDetails(
        line.ecpayNo(),
        trade.amount(),
        trade.paymentType(),
        trade.createdAt(),
        trade.paidAt().or(line::paidAt),
        trade.chargeFee(),
        trade.processFee(),
        trade.card().or(() -> card(line)),
        trade.payer(),
        trade.customFields());
  }

  private static Optional<CardDetails> card(StatementLine line) {
    return AUTHORIZATION.matcher(line.authorization()).matches()
        ? Optional.of(
            new CardDetails(
                "",
                "",
                "",
                Long.parseLong(line.authorization()),
                line.paidAt(),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                ""))
        : Optional.empty();
  }
}
