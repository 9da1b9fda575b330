package ecpay.sandbox.payment.card;

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
 * The names inside of RtnValue are those of the AIO sibling (U-06).
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
    var answer =
        Json.object()
            .put("RtnCode", 1)
            .put("RtnMsg", "Success")
            .put("PlatformID", call.platformId())
            .put("MerchantID", call.merchantId())
            .put("MerchantTradeNo", number)
            .put("TradeNo", authorization.charge().tradeNo());
    answer.set("RtnValue", value(authorization));
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
    var value =
        Json.object()
            .put("TradeID", authorization.gwsr())
            .put("amount", authorization.charge().amount())
            .put("clsamt", authorization.captured())
            .put("authtime", authorization.authorizedAt().format(Formats.PAYMENT_TIME))
            .put("status", text(authorization.state()));
    var closes = value.putArray("close_data");
    for (var close : authorization.closes()) {
      closes
          .addObject()
          .put("status", text(close.state()))
          .put("sno", Long.toString(close.serial()))
          .put("amount", close.amount())
          .put("datetime", close.at().format(Formats.PAYMENT_TIME));
    }
    return value;
  }

  private String text(CardState state) {
    return ledger.switches().chineseCardStates() ? state.chinese() : state.english();
  }
}
