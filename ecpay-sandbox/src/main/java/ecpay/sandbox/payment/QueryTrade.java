package ecpay.sandbox.payment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.field.Codes;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.period.Contract;
import ecpay.sandbox.ledger.trade.Fees;
import ecpay.sandbox.ledger.trade.Trade;
import ecpay.sandbox.ledger.trade.Trade.Status;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Operation;
import java.math.BigDecimal;

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
        .map(QueryTrade::answer)
        .orElseThrow(() -> new Refusal(Codes.NO_TRADE, "MerchantTradeNo is not found."));
  }

  /** What it tells of a contract beside the period in CardInfo is known by field reports only. */
  private static ObjectNode answer(Trade trade) {
    var answer = TradeLayout.full(trade, 1, "Success");
    trade
        .contract()
        .ifPresent(contract -> {
          answer.put("ExecStatus", status(contract));
          answer.set("ExecLog", log(contract));
        });
    return answer;
  }

  private static String status(Contract contract) {
    return switch (contract.status()) {
      case STOPPED -> "0";
      case RUNNING -> "1";
      case FINISHED -> "2";
    };
  }

  private static ArrayNode log(Contract contract) {
    var log = Json.object().arrayNode();
    for (var charge : contract.charges()) {
      var bank = charge.authorization();
      log.addObject()
          .put("RtnCode", charge.isDone() ? 1 : Codes.CARD_REFUSED)
          .put("Amount", bank.charge().amount())
          .put("Gwsr", charge.isDone() ? bank.gwsr() : 0)
          .put("ProcessDate", bank.authorizedAt().format(Formats.PAYMENT_TIME))
          .put("AuthCode", bank.authCode())
          .put("TradeNo", bank.charge().tradeNo())
          .put("ChargeFee", charge.isDone() ? Fees.of(bank.charge().amount()) : BigDecimal.ZERO);
    }
    return log;
  }
}
