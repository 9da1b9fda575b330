package ecpay.sandbox.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.ledger.card.Authorization;
import ecpay.sandbox.ledger.trade.CardOutcome;
import ecpay.sandbox.ledger.trade.PayMethod;
import ecpay.sandbox.ledger.trade.Trade;
import ecpay.sandbox.ledger.trade.Trade.Status;
import ecpay.sandbox.wire.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** The nested Data of ECPG answers, notices and queries (payments-ecpg.md section 4, seed 001). */
final class TradeLayout {
  private static final BigDecimal FEE_RATE = new BigDecimal("0.0275");

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
              .put("PaymentURL", url + "/");
      case BARCODE ->
          data.putObject("BarcodeInfo")
              .put("ExpireDate", code.expiry().format(Formats.PAYMENT_TIME))
              .put("Barcode1", code.barcode1())
              .put("Barcode2", code.barcode2())
              .put("Barcode3", code.barcode3());
      case CARD, UNIONPAY -> throw new IllegalStateException("cards have no payment code");
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
      case CARD, UNIONPAY -> data.set("CardInfo", cardInfo(trade, paid));
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

  private static ObjectNode customField(Trade trade, ObjectNode data) {
    return data.put("CustomField", trade.terms().customField());
  }

  private static ObjectNode orderInfo(Trade trade, Status shown) {
    var paid = shown == Status.PAID;
    return Json.object()
        .put("MerchantTradeNo", trade.terms().merchantTradeNo())
        .put("TradeNo", trade.tradeNo())
        .put("TradeAmt", trade.terms().amount())
        .put("TradeDate", time(trade.tradeDate().orElse(null)))
        .put("PaymentType", method(trade).paymentType())
        .put("PaymentDate", paid ? time(trade.paymentDate().orElse(null)) : "")
        .put("ChargeFee", paid ? fee(trade.terms().amount()) : BigDecimal.ZERO)
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

  private static ObjectNode cardInfo(Trade trade, boolean paid) {
    var choice = trade.choice().orElseThrow();
    var without3d = choice.outcome() == CardOutcome.APPROVED_WITHOUT_3D;
    var authorization = trade.authorization();
    return Json.object()
        .put("AuthCode", authorization.map(Authorization::authCode).orElse(""))
        .put("Gwsr", paid ? authorization.map(Authorization::gwsr).orElse(0L) : 0)
        .put("ProcessDate", paid ? time(trade.paymentDate().orElse(null)) : "")
        .put("Amount", paid ? trade.terms().amount() : 0)
        .put("Stage", 0)
        .put("Stast", 0)
        .put("Staed", 0)
        .put("Eci", paid && !without3d ? 5 : 0)
        .put("Card6No", choice.card6())
        .put("Card4No", choice.card4())
        .put("IssuingBank", "沙盒銀行")
        .put("IssuingBankCode", "822");
  }

  private static PayMethod method(Trade trade) {
    return trade.choice().orElseThrow().method();
  }

  private static BigDecimal fee(long amount) {
    return BigDecimal.valueOf(amount).multiply(FEE_RATE).setScale(2, RoundingMode.HALF_UP);
  }

  private static String time(@Nullable LocalDateTime time) {
    return time == null ? "" : time.format(Formats.PAYMENT_TIME);
  }
}
