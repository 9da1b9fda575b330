package ecpay.sandbox.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Codes;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.RandomIds;
import ecpay.sandbox.ledger.trade.CardOutcome;
import ecpay.sandbox.ledger.trade.PayChoice;
import ecpay.sandbox.ledger.trade.Trade;
import ecpay.sandbox.ledger.trade.Trade.Status;
import ecpay.sandbox.wire.NoAnswer;
import java.util.function.Supplier;

/** Begins a payment with what the buyer chose, and gives one of the six answers of seed 001. */
final class PaymentStart {
  private final Ledger ledger;
  private final Settlement settlement;
  private final SandboxClock clock;
  private final Supplier<String> url;

  PaymentStart(Ledger ledger, Settlement settlement, SandboxClock clock, Supplier<String> url) {
    this.ledger = ledger;
    this.settlement = settlement;
    this.clock = clock;
    this.url = url;
  }

  ObjectNode begin(Trade trade, PayChoice choice) {
    if (choice.outcome() == CardOutcome.TIMED_OUT) {
      throw new NoAnswer("the bank does not answer, and nothing has happened");
    }
    var next = choice.method().isCode() ? Status.AWAITING_PAYMENT : Status.AUTHENTICATING;
    trade.begin(choice, ledger.trades().nextTradeNo(), clock.now(), next);
    return switch (choice.method()) {
      case CARD, INSTALMENT, FLEXIBLE, PERIODIC -> card(trade, choice.outcome());
      case APPLE_PAY -> applePay(trade, choice.outcome());
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

  /** Nobody is sent anywhere: what the bank says is the answer. */
  private ObjectNode applePay(Trade trade, CardOutcome outcome) {
    return switch (outcome) {
      case REFUSED -> failedAtOnce(trade, Codes.CARD_REFUSED);
      case AUTHENTICATION_FAILED -> failedAtOnce(trade, Codes.AUTHENTICATION_FAILED);
      case APPROVED, APPROVED_WITHOUT_3D, APPROVED_LATE, TIMED_OUT -> card(trade, outcome);
    };
  }

  private ObjectNode failedAtOnce(Trade trade, int code) {
    settlement.fail(trade, code);
    return Settlement.result(trade);
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
