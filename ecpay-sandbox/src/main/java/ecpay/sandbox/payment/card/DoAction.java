package ecpay.sandbox.payment.card;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Codes;
import ecpay.sandbox.field.Fields;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.card.Authorization;
import ecpay.sandbox.ledger.card.CardAction;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Operation;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code /1.0.0/Credit/DoAction}: captures, refunds, takes back, abandons (payments-ecpg.md section
 * 7).
 */
final class DoAction implements Operation {
  private static final Pattern CUSTOM = Pattern.compile("[A-Za-z0-9_/.:-]*");

  private final Ledger ledger;
  private final SandboxClock clock;

  DoAction(Ledger ledger, SandboxClock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public String path() {
    return "/1.0.0/Credit/DoAction";
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
    var fields = call.fields();
    var number = fields.requiredText("MerchantTradeNo", 20);
    var tradeNo = fields.requiredText("TradeNo", 20);
    var action = CardAction.valueOf(fields.requiredChoice("Action", Set.of("C", "R", "E", "N")));
    var amount = fields.requiredWhole("TotalAmount", 1, Integer.MAX_VALUE);
    checkCustomField(fields);
    var authorization =
        ledger
            .authorizations()
            .ofTrade(call.merchantId(), tradeNo)
            .filter(a -> a.charge().merchantTradeNo().equals(number))
            .orElseThrow(() -> new Refusal(Codes.NO_TRADE, "The card payment is not found."));
    act(authorization, action, amount);
    return Json.object()
        .put("RtnCode", 1)
        .put("RtnMsg", "Success")
        .put("PlatformID", call.platformId())
        .put("MerchantID", call.merchantId())
        .put("MerchantTradeNo", number)
        .put("TradeNo", tradeNo);
  }

  private void act(Authorization authorization, CardAction action, long amount) {
    var error = ledger.authorizations().act(authorization, action, amount, clock.now());
    if (error.isPresent()) {
      throw new Refusal(Codes.CARD_ACTION_REFUSED, error.get().text(action));
    }
  }

  private static void checkCustomField(Fields fields) {
    if (!CUSTOM.matcher(fields.text("CustomField", 40)).matches()) {
      throw fields.malformed("CustomField", "allows letters, digits and - _ / . : only");
    }
  }
}
