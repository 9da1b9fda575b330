package ecpay.sandbox.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.field.Codes;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.trade.Trade.Status;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Operation;

/** {@code /1.0.0/Cashier/QueryTrade}: how a trade stands (payments-ecpg.md section 8). */
final class QueryTrade implements Operation {
  private final Ledger ledger;

  QueryTrade(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public String path() {
    return "/1.0.0/Cashier/QueryTrade";
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
    return ledger
        .trades()
        .find(call.merchantId(), number)
        .filter(t -> t.status() != Status.TOKEN_GIVEN)
        .map(t -> TradeLayout.full(t, 1, "Success"))
        .orElseThrow(() -> new Refusal(Codes.NO_TRADE, "MerchantTradeNo is not found."));
  }
}
