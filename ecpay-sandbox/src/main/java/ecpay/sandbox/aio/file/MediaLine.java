package ecpay.sandbox.aio.file;

import ecpay.sandbox.field.Formats;
import ecpay.sandbox.ledger.aio.AioTrade;
import ecpay.sandbox.ledger.aio.AioTrade.Status;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * One trade as the statement file tells it.
 *
 * @param paymentType the number that the file's PaymentType filter knows; empty when it has none
 * @param paymentStatus 0 unpaid, 1 paid, 2 failed
 * @param disbursement the day on which the money is passed on
 */
record MediaLine(
    AioTrade trade,
    LocalDateTime ordered,
    Optional<LocalDateTime> paid,
    String paymentType,
    String paymentStatus,
    Optional<LocalDate> disbursement,
    boolean isDisbursed) {

  static MediaLine of(AioTrade trade, LocalDate today) {
    var paid = trade.paymentDate();
    var disbursement = paid.map(Disbursement::of);
    return new MediaLine(
        trade,
        trade.tradeDate(),
        paid,
        number(trade),
        status(trade.status()),
        disbursement,
        disbursement.filter(day -> !day.isAfter(today)).isPresent());
  }

  private static String number(AioTrade trade) {
    return trade
        .choice()
        .map(choice ->
            switch (choice.method()) {
              case CREDIT, APPLE_PAY -> choice.instalment().equals("30N") ? "11" : "01";
              case WEB_ATM -> "02";
              case ATM -> "03";
              case CVS -> "04";
              case BARCODE -> "05";
              case TWQR -> "12";
              case BNPL, WEIXIN, DIGITAL_PAYMENT -> "";
            })
        .orElse("");
  }

  private static String status(Status status) {
    return switch (status) {
      case PAID -> "1";
      case FAILED, REFUSED -> "2";
      case CREATED, AUTHENTICATING, AWAITING_PAYMENT, APPLIED, PENDING -> "0";
    };
  }

  List<Object> cells(MediaFormat format) {
    var order = trade.order();
    var type = trade.choice().map(c -> c.paymentType()).orElse("");
    var when = ordered.format(Formats.PAYMENT_TIME);
    var then = disbursement.map(d -> d.format(Formats.PAYMENT_DATE)).orElse("");
    var fee = paid.isPresent() ? trade.fee() : BigDecimal.ZERO;
    if (format == MediaFormat.OLD) {
      return List.of(
          order.merchantTradeNo(), trade.tradeNo(), when, order.amount(), type, fee, then);
    }
    var at = paid.map(t -> t.format(Formats.PAYMENT_TIME)).orElse("");
    var receivable = paid.isPresent() ? BigDecimal.valueOf(order.amount()).subtract(fee) : 0;
    var state = words();
    var passed = isDisbursed ? "已撥款" : "未撥款";
    return format == MediaFormat.NEW
        ? List.of(
            when,
            order.merchantTradeNo(),
            trade.tradeNo(),
            type,
            state,
            at,
            order.amount(),
            fee,
            receivable,
            passed,
            then)
        : List.of(
            when,
            order.merchantTradeNo(),
            trade.tradeNo(),
            type,
            state,
            at,
            order.amount(),
            fee,
            0,
            receivable,
            passed,
            then);
  }

  private String words() {
    return switch (paymentStatus) {
      case "1" -> "已付款";
      case "2" -> "付款失敗";
      default -> "未付款";
    };
  }
}
