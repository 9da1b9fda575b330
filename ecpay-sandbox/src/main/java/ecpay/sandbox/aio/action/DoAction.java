package ecpay.sandbox.aio.action;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.aio.form.FormCall;
import ecpay.sandbox.aio.form.FormOperation;
import ecpay.sandbox.aio.form.SignedForm;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Codes;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.card.CardAction;
import ecpay.sandbox.merchant.Merchant;
import ecpay.sandbox.wire.Reply;
import java.util.Optional;
import java.util.Set;

/** {@code /CreditDetail/DoAction}: captures, refunds, takes back, abandons (R-CAP). */
final class DoAction implements FormOperation {
  /** Order not found (D-31). */
  private static final int NOT_FOUND = 10200047;

  private final Ledger ledger;
  private final SandboxClock clock;

  DoAction(Ledger ledger, SandboxClock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public String path() {
    return "/CreditDetail/DoAction";
  }

  @Override
  public String name() {
    return "DoAction";
  }

  @Override
  public Reply perform(FormCall call) {
    var fields = call.fields();
    var number = fields.requiredText("MerchantTradeNo", 20);
    var tradeNo = fields.requiredText("TradeNo", 20);
    var action = CardAction.valueOf(fields.requiredChoice("Action", Set.of("C", "R", "E", "N")));
    var amount = fields.requiredWhole("TotalAmount", 1, Integer.MAX_VALUE);
    var authorization =
        ledger
            .authorizations()
            .ofTrade(call.merchantId(), tradeNo)
            .filter(a -> a.charge().merchantTradeNo().equals(number))
            .orElseThrow(() -> new Refusal(NOT_FOUND, "The card payment is not found."));
    var error = ledger.authorizations().act(authorization, action, amount, clock.now());
    if (error.isPresent()) {
      throw new Refusal(Codes.CARD_ACTION_REFUSED, error.get().text(action));
    }
    return answer(call.merchantId(), number, tradeNo, 1, "Succeeded.");
  }

  @Override
  public Reply refused(Refusal refusal, ObjectNode form, Optional<Merchant> signer) {
    return answer(
        form.path("MerchantID").asText(),
        form.path("MerchantTradeNo").asText(),
        form.path("TradeNo").asText(),
        refusal.code(),
        refusal.message());
  }

  /** Form text without a CheckMacValue (D-33). */
  private static Reply answer(
      String merchantId, String number, String tradeNo, int code, String message) {
    return new SignedForm()
        .put("MerchantID", merchantId)
        .put("MerchantTradeNo", number)
        .put("TradeNo", tradeNo)
        .put("RtnCode", code)
        .put("RtnMsg", message)
        .replyUnsigned();
  }
}
