package ecpay.sandbox.aio.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.aio.form.FormCall;
import ecpay.sandbox.aio.form.FormOperation;
import ecpay.sandbox.aio.form.SignedForm;
import ecpay.sandbox.aio.form.TimeStamp;
import ecpay.sandbox.aio.notice.ExtraFields;
import ecpay.sandbox.aio.notice.ResultForm;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.aio.AioTrade;
import ecpay.sandbox.merchant.Merchant;
import ecpay.sandbox.wire.Reply;
import java.util.List;
import java.util.Optional;

/** {@code /Cashier/QueryTradeInfo/V5}: how a trade stands (payments-aio.md section 4). */
final class QueryTradeInfo implements FormOperation {
  /** Order not found, as TradeStatus (D-31). */
  static final int NOT_FOUND = 10200047;

  private static final List<String> UNKNOWN =
      List.of(
          "StoreID",
          "TradeNo",
          "TradeAmt",
          "PaymentDate",
          "PaymentType",
          "HandlingCharge",
          "PaymentTypeChargeFee",
          "TradeDate",
          "ItemName",
          "CustomField1",
          "CustomField2",
          "CustomField3",
          "CustomField4");

  private final Ledger ledger;
  private final SandboxClock clock;

  QueryTradeInfo(Ledger ledger, SandboxClock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public String path() {
    return "/Cashier/QueryTradeInfo/V5";
  }

  @Override
  public String name() {
    return "QueryTradeInfo";
  }

  @Override
  public Reply perform(FormCall call) {
    TimeStamp.check(call.fields(), clock);
    var number = call.fields().requiredText("MerchantTradeNo", 20);
    return ledger
        .aioTrades()
        .find(call.merchantId(), number)
        .map(trade -> form(trade).reply(call.signer()))
        .orElseThrow(() -> new Refusal(NOT_FOUND, "MerchantTradeNo is not found."));
  }

  private static SignedForm form(AioTrade trade) {
    var form = ResultForm.head(trade);
    form.put("TradeAmt", trade.order().amount())
        .put("PaymentDate", ResultForm.paymentDate(trade))
        .put("PaymentType", ResultForm.paymentType(trade))
        .put("HandlingCharge", ResultForm.fee(trade))
        .put("PaymentTypeChargeFee", ResultForm.fee(trade))
        .put("TradeDate", trade.tradeDate().format(Formats.PAYMENT_TIME))
        .put("TradeStatus", status(trade))
        .put("ItemName", trade.order().itemName());
    ResultForm.customFields(form, trade);
    ExtraFields.put(form, trade);
    return form;
  }

  /** 10200095 says "not established" (D-32). */
  private static String status(AioTrade trade) {
    return switch (trade.status()) {
      case PAID -> "1";
      case FAILED -> "10200095";
      case REFUSED -> "10200163";
      case CREATED, AUTHENTICATING, AWAITING_PAYMENT, APPLIED, PENDING -> "0";
    };
  }

  /** TradeStatus carries the code, everything else is empty. */
  @Override
  public Reply refused(Refusal refusal, ObjectNode form, Optional<Merchant> signer) {
    var answer =
        new SignedForm()
            .put("MerchantID", form.path("MerchantID").asText())
            .put("MerchantTradeNo", form.path("MerchantTradeNo").asText())
            .put("TradeStatus", refusal.code());
    UNKNOWN.forEach(name -> answer.put(name, ""));
    return signer.map(answer::reply).orElseGet(answer::replyUnsigned);
  }
}
