package ecpay.sandbox.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.ledger.period.PeriodCharge;
import ecpay.sandbox.ledger.trade.Fees;
import ecpay.sandbox.ledger.trade.PayMethod;
import ecpay.sandbox.ledger.trade.Trade;
import ecpay.sandbox.ledger.trade.Trade.Status;
import ecpay.sandbox.wire.Json;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The nested Data of ECPG answers, notices and queries (payments-ecpg.md section 4, seed 001). */
final class TradeLayout {
  private TradeLayout() {}

  static ObjectNode head(Trade trade, int code, String message) {
    return Json.object()
        .put("RtnCode", code)
        .put("RtnMsg", message)
        .put("PlatformID", trade.terms().platformId())
        .put("MerchantID", trade.terms().merchantId());
  }

  /** The answer of CreatePayment for ATM, store code and barcode: variants 4 to 6. */
  static ObjectNode code(Trade trade, String url) {
    var data = head(trade, 1, "Success");
    data.set("OrderInfo", orderInfo(trade, Status.AWAITING_PAYMENT));
    var code = PaymentCode.of(trade);
    switch (method(trade)) {
      case ATM ->
          data.putObject("ATMInfo")
              .put("BankCode", PaymentCode.BANK)
              .put("vAccount", code.account())
              .put("ExpireDate", code.expiry().format(Formats.PAYMENT_DATE));
      case CVS ->
          data.putObject("CVSInfo")
              .put("PaymentNo", code.storeCode())
              .put("ExpireDate", code.expiry().format(Formats.PAYMENT_TIME))
              .put("PaymentURL", url + "/sandbox/counter.html");
      case BARCODE ->
          data.putObject("BarcodeInfo")
              .put("ExpireDate", code.expiry().format(Formats.PAYMENT_TIME))
              .put("Barcode1", code.barcode1())
              .put("Barcode2", code.barcode2())
              .put("Barcode3", code.barcode3());
      case CARD, INSTALMENT, FLEXIBLE, PERIODIC, UNIONPAY, APPLE_PAY ->
          throw new IllegalStateException("cards have no payment code");
    }
    return customField(trade, data);
  }

  /** OrderInfo and what is known of the payer: variant 3, notices and Cashier/QueryTrade. */
  static ObjectNode full(Trade trade, int code, String message) {
    return full(trade, code, message, trade.status());
  }

  static ObjectNode full(Trade trade, int code, String message, Status shown) {
    var data = head(trade, code, message);
    data.set("OrderInfo", orderInfo(trade, shown));
    var paid = trade.status() == Status.PAID;
    switch (method(trade)) {
      case CARD, INSTALMENT, FLEXIBLE, PERIODIC, UNIONPAY, APPLE_PAY ->
          data.set("CardInfo", CardLayout.of(trade, trade.authorization().filter(_ -> paid)));
      case ATM -> {
        if (paid) {
          data.putObject("ATMInfo").put("ATMAccBank", "822").put("ATMAccNo", "12345");
        } else {
          data.putNull("ATMInfo");
        }
      }
      case CVS ->
          data.putObject("CVSInfo")
              .put("PayFrom", paid ? "family" : "")
              .put("PaymentNo", PaymentCode.of(trade).storeCode())
              .put("PaymentURL", "")
              .put("PayStoreID", paid ? "012345" : "")
              .put("PayStoreName", paid ? "沙盒門市" : "");
      case BARCODE -> data.putObject("BarcodeInfo").put("PayFrom", paid ? "family" : "");
    }
    return customField(trade, data);
  }

  /** A later charge of a contract: variant 3 with the charge's own TradeNo, time and money. */
  static ObjectNode charge(Trade trade, PeriodCharge charge, int code, String message) {
    var data = head(trade, code, message);
    var authorization = charge.authorization();
    var at = time(authorization.authorizedAt());
    var amount = authorization.charge().amount();
    data.putObject("OrderInfo")
        .put("MerchantTradeNo", trade.terms().merchantTradeNo())
        .put("TradeNo", authorization.charge().tradeNo())
        .put("TradeAmt", amount)
        .put("TradeDate", at)
        .put("PaymentType", method(trade).paymentType())
        .put("PaymentDate", charge.isDone() ? at : "")
        .put("ChargeFee", charge.isDone() ? Fees.of(amount) : BigDecimal.ZERO)
        .put("ProcessFee", 0)
        .put("TradeStatus", tradeStatus(charge.isDone() ? Status.PAID : Status.FAILED));
    var done = Optional.of(authorization).filter(_ -> charge.isDone());
    data.set("CardInfo", CardLayout.of(trade, done));
    return customField(trade, data);
  }

  private static ObjectNode customField(Trade trade, ObjectNode data) {
    return data.put("CustomField", trade.terms().customField());
  }

  private static ObjectNode orderInfo(Trade trade, Status shown) {
    var paid = shown == Status.PAID;
    return Json.object()
        .put("MerchantTradeNo", trade.terms().merchantTradeNo())
        .put("TradeNo", trade.tradeNo())
        .put("TradeAmt", trade.amount())
        .put("TradeDate", time(trade.tradeDate().orElse(null)))
        .put("PaymentType", method(trade).paymentType())
        .put("PaymentDate", paid ? time(trade.paymentDate().orElse(null)) : "")
        .put("ChargeFee", paid ? Fees.of(trade.amount()) : BigDecimal.ZERO)
        .put("ProcessFee", 0)
        .put("TradeStatus", tradeStatus(shown));
  }

  /** 10200095 says "not established" and fits TradeStatus String(8) (D-32). */
  private static String tradeStatus(Status status) {
    return switch (status) {
      case PAID -> "1";
      case FAILED -> "10200095";
      case TOKEN_GIVEN, AUTHENTICATING, AWAITING_PAYMENT -> "0";
    };
  }

  private static PayMethod method(Trade trade) {
    return trade.choice().orElseThrow().method();
  }

  private static String time(@Nullable LocalDateTime time) {
    return time == null ? "" : time.format(Formats.PAYMENT_TIME);
  }
}
