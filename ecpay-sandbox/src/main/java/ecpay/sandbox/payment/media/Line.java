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
    LocalDateTime paid,
    LocalDate settled,
    long amount) {
  /** As ECPay's stage sends them (U-03). */
  static final List<String> HEADER =
      List.of(
          "特店交易編號",
          "綠界交易編號",
          "交易日期",
          "付款方式",
          "手續費率",
          "結算日期",
          "撥款日期",
          "交易金額",
          "金流手續費",
          "平台手續費",
          "退款金額",
          "應收款項(淨額)",
          "金流處理費");

  private static final String MIDNIGHT = " 00:00:00";

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
        paid.format(Formats.PAYMENT_TIME),
        method.paymentType(),
        "2.75%",
        settled.format(Formats.PAYMENT_DATE) + MIDNIGHT,
        disbursed().format(Formats.PAYMENT_DATE) + MIDNIGHT,
        Long.toString(amount),
        fee.toPlainString(),
        "0",
        "0",
        BigDecimal.valueOf(amount).subtract(fee).toPlainString(),
        "0");
  }
}
