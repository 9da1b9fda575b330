package ecpay.sandbox.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Codes;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.trade.Trade.Status;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Operation;

/** {@code /Merchant/CreatePayment}: turns a PayToken into one of six answers (seed 001). */
final class CreatePayment implements Operation {
  private final Ledger ledger;
  private final PaymentStart start;
  private final SandboxClock clock;

  CreatePayment(Ledger ledger, PaymentStart start, SandboxClock clock) {
    this.ledger = ledger;
    this.start = start;
    this.clock = clock;
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
      throw new Refusal(Codes.NUMBER_USED, "MerchantTradeNo is already used.");
    }
    if (trade.terms().cards().delayedAmount()) {
      trade.fix(fields.requiredWhole("Total", 1, Integer.MAX_VALUE));
    }
    var choice =
        trades
            .takePayToken(payToken)
            .orElseThrow(() -> fields.malformed("PayToken", "was used before"));
    return start.begin(trade, choice);
  }
}
