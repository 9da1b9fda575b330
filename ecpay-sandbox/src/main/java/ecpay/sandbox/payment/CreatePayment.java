package ecpay.sandbox.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.RandomIds;
import ecpay.sandbox.ledger.trade.CardOutcome;
import ecpay.sandbox.ledger.trade.PayChoice;
import ecpay.sandbox.ledger.trade.PayMethod;
import ecpay.sandbox.ledger.trade.Trade;
import ecpay.sandbox.ledger.trade.Trade.Status;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.NoAnswer;
import ecpay.sandbox.wire.Operation;
import java.util.function.Supplier;

/** {@code /Merchant/CreatePayment}: turns a PayToken into one of six answers (seed 001). */
final class CreatePayment implements Operation {
  private final Ledger ledger;
  private final Settlement settlement;
  private final SandboxClock clock;
  private final Supplier<String> url;

  CreatePayment(Ledger ledger, Settlement settlement, SandboxClock clock, Supplier<String> url) {
    this.ledger = ledger;
    this.settlement = settlement;
    this.clock = clock;
    this.url = url;
  }

  @Override
  public String path() {
    return "/Merchant/CreatePayment";
  }

  @Override
  public Service service() {
    return Service.PAYMENT;
  }

  @Override
  public ObjectNode perform(Call call) {
    var fields = call.fields();
    var payToken = fields.requiredText("PayToken", 4096);
    var number = fields.requiredText("MerchantTradeNo", 20);
    var trades = ledger.trades();
    var trade =
        trades
            .withPayToken(payToken)
            .filter(t -> t.terms().merchantId().equals(call.merchantId()))
            .orElseThrow(() -> fields.malformed("PayToken", "is unknown or was used before"));
    if (!trade.terms().merchantTradeNo().equals(number)) {
      throw fields.malformed("MerchantTradeNo", "is not the one given to GetTokenbyTrade");
    }
    if (trade.isExpired(clock.instant())) {
      throw fields.malformed("PayToken", "has expired, 10 minutes after GetTokenbyTrade");
    }
    if (trade.status() != Status.TOKEN_GIVEN) {
      throw new Refusal(GetTokenbyTrade.NUMBER_USED, "MerchantTradeNo is already used.");
    }
    var choice =
        trades
            .takePayToken(payToken)
            .orElseThrow(() -> fields.malformed("PayToken", "was used before"));
    if (choice.outcome() == CardOutcome.TIMED_OUT) {
      throw new NoAnswer("the bank does not answer, and nothing has happened");
    }
    return begin(trade, choice);
  }

  private ObjectNode begin(Trade trade, PayChoice choice) {
    var paper = choice.method() != PayMethod.CARD && choice.method() != PayMethod.UNIONPAY;
    var next = paper ? Status.AWAITING_PAYMENT : Status.AUTHENTICATING;
    trade.begin(choice, ledger.trades().nextTradeNo(), clock.now(), next);
    return switch (choice.method()) {
      case CARD -> card(trade, choice.outcome());
      case UNIONPAY -> page(trade, "UnionPayInfo", "UnionPayURL", Authentication.UNIONPAY_PATH);
      case ATM, CVS, BARCODE -> TradeLayout.code(trade, url.get());
    };
  }

  private ObjectNode card(Trade trade, CardOutcome outcome) {
    return switch (outcome) {
      case APPROVED_WITHOUT_3D -> paidAtOnce(trade);
      case APPROVED_LATE -> {
        settlement.payLate(trade);
        throw new NoAnswer("the bank does not answer, and approves later");
      }
      case APPROVED, REFUSED, AUTHENTICATION_FAILED, TIMED_OUT ->
          page(trade, "ThreeDInfo", "ThreeDURL", Authentication.THREE_D_PATH);
    };
  }

  private ObjectNode paidAtOnce(Trade trade) {
    settlement.pay(trade);
    return TradeLayout.full(trade, 1, "Success");
  }

  private ObjectNode page(Trade trade, String object, String name, String path) {
    trade.showOn(RandomIds.next());
    ledger.trades().page(trade);
    var answer = TradeLayout.head(trade, 1, "Success");
    answer.putObject("OrderInfo").put("MerchantTradeNo", trade.terms().merchantTradeNo());
    answer.putObject(object).put(name, url.get() + path + trade.pageId());
    return answer;
  }
}
