package ecpay.sandbox.aio.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.aio.form.FormCall;
import ecpay.sandbox.aio.form.FormOperation;
import ecpay.sandbox.aio.form.TimeStamp;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.aio.AioTrade;
import ecpay.sandbox.ledger.card.Authorization;
import ecpay.sandbox.ledger.period.Contract;
import ecpay.sandbox.merchant.Merchant;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Reply;
import java.util.Optional;

/**
 * {@code /Cashier/QueryCreditCardPeriodInfo}: a periodic contract with all its charges, as JSON.
 */
final class QueryCreditCardPeriodInfo implements FormOperation {
  private final Ledger ledger;
  private final SandboxClock clock;

  QueryCreditCardPeriodInfo(Ledger ledger, SandboxClock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public String path() {
    return "/Cashier/QueryCreditCardPeriodInfo";
  }

  @Override
  public String name() {
    return "QueryCreditCardPeriodInfo";
  }

  @Override
  public Reply perform(FormCall call) {
    TimeStamp.check(call.fields(), clock);
    var number = call.fields().requiredText("MerchantTradeNo", 20);
    var answer =
        ledger
            .aioTrades()
            .find(call.merchantId(), number)
            .flatMap(trade -> trade.contract().map(contract -> found(trade, contract)))
            .orElseGet(QueryCreditCardPeriodInfo::nothing);
    return Reply.json(200, answer);
  }

  private static ObjectNode found(AioTrade trade, Contract contract) {
    var terms = contract.terms();
    var choice = trade.choice().orElseThrow();
    var answer =
        Json.object()
            .put("MerchantID", trade.order().merchantId())
            .put("MerchantTradeNo", trade.order().merchantTradeNo())
            .put("TradeNo", trade.tradeNo())
            .put("RtnCode", 1)
            .put("PeriodType", terms.type().name())
            .put("Frequency", terms.frequency())
            .put("ExecTimes", terms.execTimes())
            .put("PeriodAmount", terms.amount());
    bank(answer, contract.first().authorization());
    answer
        .put("card4no", choice.card4())
        .put("card6no", choice.card6())
        .put("TotalSuccessTimes", contract.successTimes())
        .put("TotalSuccessAmount", contract.successAmount())
        .put("ExecStatus", status(contract));
    var log = answer.putArray("ExecLog");
    for (var charge : contract.charges()) {
      var line =
          log.addObject()
              .put("RtnCode", charge.isDone() ? 1 : 10200058)
              .put("RtnMsg", charge.isDone() ? "交易成功" : "Card refused by the issuing bank.");
      bank(line, charge.authorization());
      line.put("TradeNo", charge.authorization().charge().tradeNo());
    }
    return answer;
  }

  private static void bank(ObjectNode node, Authorization answer) {
    node.put("amount", answer.charge().amount())
        .put("gwsr", answer.gwsr())
        .put("process_date", answer.authorizedAt().format(Formats.PAYMENT_TIME))
        .put("auth_code", answer.authCode());
  }

  private static String status(Contract contract) {
    return switch (contract.status()) {
      case STOPPED -> "0";
      case RUNNING -> "1";
      case FINISHED -> "2";
    };
  }

  /** Numbers 0 and nulls: there is no such contract. */
  private static ObjectNode nothing() {
    var answer = Json.object();
    for (var name :
        new String[] {"MerchantID", "MerchantTradeNo", "TradeNo", "PeriodType", "ExecStatus"}) {
      answer.putNull(name);
    }
    for (var name :
        new String[] {
          "RtnCode",
          "Frequency",
          "ExecTimes",
          "PeriodAmount",
          "amount",
          "gwsr",
          "TotalSuccessTimes",
          "TotalSuccessAmount"
        }) {
      answer.put(name, 0);
    }
    for (var name : new String[] {"process_date", "auth_code", "card4no", "card6no", "ExecLog"}) {
      answer.putNull(name);
    }
    return answer;
  }

  @Override
  public Reply refused(Refusal refusal, ObjectNode form, Optional<Merchant> signer) {
    return Reply.json(
        200, Json.object().put("RtnCode", refusal.code()).put("RtnMsg", refusal.message()));
  }
}
