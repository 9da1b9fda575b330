package ecpay.sandbox.payment.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.field.Codes;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.card.Authorization;
import ecpay.sandbox.ledger.card.CardState;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Operation;
import java.util.Optional;

/**
 * {@code /1.0.0/CreditDetail/QueryTrade}: how a card payment stands (payments-ecpg.md section 8).
 * The form is that of ECPay's stage, as field reports tell it (U-06): no RtnCode when all is well,
 * names in capitals, and the captures and refunds beside RtnValue, {@code {}} where there are none.
 */
final class CreditDetailQueryTrade implements Operation {
  private final Ledger ledger;

  CreditDetailQueryTrade(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public String path() {
    return "/1.0.0/CreditDetail/QueryTrade";
  }

  /** Cashier has a QueryTrade as well. */
  @Override
  public String name() {
    return "CreditDetail/QueryTrade";
  }

  @Override
  public Service service() {
    return Service.PAYMENT;
  }

  @Override
  public int otherMerchantCode() {
    return Codes.OTHER_MERCHANT_AT_ECPAYMENT;
  }

  @Override
  public ObjectNode perform(Call call) {
    var number = call.fields().requiredText("MerchantTradeNo", 20);
    var authorization =
        find(call.merchantId(), number, call.fields().text("TradeNo", 20))
            .orElseThrow(() -> new Refusal(Codes.NO_TRADE, "The card payment is not found."));
    var answer = Json.object().put("RtnMsg", "");
    answer.set("RtnValue", value(authorization));
    answer.set("CloseData", closes(authorization));
    return answer;
  }

  private Optional<Authorization> find(String merchantId, String number, String tradeNo) {
    var authorizations = ledger.authorizations();
    return tradeNo.isEmpty()
        ? authorizations.ofOrder(merchantId, number)
        : authorizations
            .ofTrade(merchantId, tradeNo)
            .filter(a -> a.charge().merchantTradeNo().equals(number));
  }

  private ObjectNode value(Authorization authorization) {
    return Json.object()
        .put("TradeID", authorization.gwsr())
        .put("Amount", authorization.charge().amount())
        .put("ClsAmt", authorization.captured())
        .put("AuthTime", authorization.authorizedAt().format(Formats.PAYMENT_TIME))
        .put("Status", text(authorization.state()));
  }

  private JsonNode closes(Authorization authorization) {
    if (authorization.closes().isEmpty()) {
      return Json.object();
    }
    var closes = Json.object().arrayNode();
    for (var close : authorization.closes()) {
      closes
          .addObject()
          .put("Status", text(close.state()))
          .put("SNo", Long.toString(close.serial()))
          .put("Amount", close.amount())
          .put("DateTime", close.at().format(Formats.PAYMENT_TIME));
    }
    return closes;
  }

  private String text(CardState state) {
    return ledger.switches().chineseCardStates() ? state.chinese() : state.english();
  }
}
