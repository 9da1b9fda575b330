package ecpay.sandbox.payment.media;

import ecpay.sandbox.field.Formats;
import ecpay.sandbox.ledger.card.Authorization;
import ecpay.sandbox.ledger.card.CardState;
import ecpay.sandbox.ledger.period.PeriodCharge;
import ecpay.sandbox.ledger.trade.Fees;
import ecpay.sandbox.ledger.trade.PayMethod;
import ecpay.sandbox.ledger.trade.Trade;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * One line of the statement: a payment, or a refund with negative amounts.
 *
 * @param settled the day the bank booked it, or the money came
 * @param amount whole TWD
 */
record Line(
    String merchantTradeNo,
    String tradeNo,
    PayMethod method,
    LocalDateTime ordered,
    LocalDateTime paid,
    LocalDate settled,
    long amount) {
  /** The sandbox's own headers (U-03). */
  static final List<String> HEADER =
      List.of(
          "特店交易編號", "綠界交易編號", "訂單日期", "付款日期", "結算日期", "撥款日期", "付款方式", "交易類別", "交易金額", "手續費",
          "撥款金額");

  /** Money reaches the merchant so many days after its settlement. */
  private static final int DAYS_UNTIL_DISBURSED = 7;

  /** What a trade adds to the statement; nothing while no money has moved. */
  static Stream<Line> of(Trade trade) {
    if (trade.isByCard()) {
      return authorizations(trade).flatMap(a -> of(trade, a));
    }
    return trade.paymentDate().stream()
        .map(paid -> of(trade, trade.tradeNo(), paid, paid.toLocalDate(), trade.amount()));
  }

  /** Its own, and those of the later charges of its contract. */
  private static Stream<Authorization> authorizations(Trade trade) {
    var later =
        trade.contract().stream()
            .flatMap(contract -> contract.charges().stream().skip(1))
            .map(PeriodCharge::authorization);
    return Stream.concat(trade.authorization().stream(), later);
  }

  private static Stream<Line> of(Trade trade, Authorization authorization) {
    return authorization.closes().stream()
        .filter(close -> close.state() == CardState.CAPTURED)
        .map(close ->
            of(
                trade,
                authorization.charge().tradeNo(),
                authorization.authorizedAt(),
                close.at().toLocalDate(),
                close.amount()));
  }

  private static Line of(
      Trade trade, String tradeNo, LocalDateTime paid, LocalDate settled, long amount) {
    return new Line(
        trade.terms().merchantTradeNo(),
        tradeNo,
        trade.choice().orElseThrow().method(),
        trade.tradeDate().orElse(paid),
        paid,
        settled,
        amount);
  }

  LocalDate disbursed() {
    return settled.plusDays(DAYS_UNTIL_DISBURSED);
  }

  /** PaymentType of the request: 01 card, 03 ATM, 04 store code, 05 barcode. */
  String code() {
    return switch (method) {
      case CARD, INSTALMENT, FLEXIBLE, PERIODIC, UNIONPAY, APPLE_PAY -> "01";
      case ATM -> "03";
      case CVS -> "04";
      case BARCODE -> "05";
    };
  }

  List<String> cells() {
    var fee = Fees.of(amount);
    return List.of(
        merchantTradeNo,
        tradeNo,
        ordered.format(Formats.PAYMENT_TIME),
        paid.format(Formats.PAYMENT_TIME),
        settled.format(Formats.PAYMENT_DATE),
        disbursed().format(Formats.PAYMENT_DATE),
        method.paymentType(),
        amount < 0 ? "退款" : "付款",
        Long.toString(amount),
        fee.toPlainString(),
        BigDecimal.valueOf(amount).subtract(fee).toPlainString());
  }
}
