package ecpay.sandbox.payment;

import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.trade.Trade;
import ecpay.sandbox.ledger.trade.Trade.Status;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Reply;
import ecpay.sandbox.wire.Request;
import ecpay.sandbox.wire.Router;

/**
 * {@code POST /sandbox/trades/{MerchantTradeNo}/pay}: plays the buyer at the bank or the store, or
 * the back office's simulated payment with {@code {"simulated": true}}.
 */
final class PayHook {
  private static final String PREFIX = "/sandbox/trades/";
  private static final String SUFFIX = "/pay";

  private final Ledger ledger;
  private final Settlement settlement;
  private final SandboxClock clock;

  PayHook(Ledger ledger, Settlement settlement, SandboxClock clock) {
    this.ledger = ledger;
    this.settlement = settlement;
    this.clock = clock;
  }

  void open(Router router) {
    router.under("POST", PREFIX, request -> ledger.act(() -> pay(request)));
  }

  private Reply pay(Request request) {
    var rest = request.after(PREFIX);
    if (!rest.endsWith(SUFFIX)) {
      return Reply.problem(404, "there is only /sandbox/trades/{MerchantTradeNo}/pay");
    }
    var number = rest.substring(0, rest.length() - SUFFIX.length());
    var trade = ledger.trades().findAny(number);
    if (trade.isEmpty()) {
      return Reply.problem(404, "there is no trade " + number);
    }
    var simulated =
        Json.readObject(request.text()).map(o -> o.path("simulated").asBoolean()).orElse(false);
    return simulated ? simulate(trade.get()) : payCode(trade.get());
  }

  private Reply simulate(Trade trade) {
    if (trade.choice().isEmpty() || trade.status() == Status.PAID) {
      return refused(trade);
    }
    settlement.simulate(trade);
    return done(trade);
  }

  private Reply payCode(Trade trade) {
    if (trade.status() != Status.AWAITING_PAYMENT) {
      return refused(trade);
    }
    if (clock.now().isAfter(PaymentCode.of(trade).expiry())) {
      return Reply.problem(409, "the payment code has expired");
    }
    settlement.pay(trade);
    return done(trade);
  }

  private static Reply refused(Trade trade) {
    return Reply.problem(409, "the trade is " + trade.status());
  }

  private static Reply done(Trade trade) {
    return Reply.json(
        200,
        Json.object()
            .put("merchantTradeNo", trade.terms().merchantTradeNo())
            .put("status", trade.status().name()));
  }
}
