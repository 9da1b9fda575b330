package ecpay.sandbox.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.field.Codes;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.trade.Trade;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Operation;
import java.util.function.Supplier;

/** {@code /1.0.0/Cashier/QueryPaymentInfo}: the account, code or barcode once more. */
final class QueryPaymentInfo implements Operation {
  private final Ledger ledger;
  private final Supplier<String> url;

  QueryPaymentInfo(Ledger ledger, Supplier<String> url) {
    this.ledger = ledger;
    this.url = url;
  }

  @Override
  public String path() {
    return "/1.0.0/Cashier/QueryPaymentInfo";
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
        .filter(QueryPaymentInfo::hasCode)
        .map(t -> TradeLayout.code(t, url.get()))
        .orElseThrow(() -> new Refusal(Codes.NO_TRADE, "There is no payment code."));
  }

  private static boolean hasCode(Trade trade) {
    return trade.choice().filter(c -> c.method().isCode()).isPresent();
  }
}
