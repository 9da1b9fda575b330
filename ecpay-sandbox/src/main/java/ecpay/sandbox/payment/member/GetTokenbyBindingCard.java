package ecpay.sandbox.payment.member;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Codes;
import ecpay.sandbox.field.Fields;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.RandomIds;
import ecpay.sandbox.ledger.member.Binding;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.payment.form.ConsumerInfo;
import ecpay.sandbox.payment.form.OrderInfo;
import ecpay.sandbox.payment.form.Tokens;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Operation;

/** {@code /Merchant/GetTokenbyBindingCard}: begins a binding and gives a token. */
final class GetTokenbyBindingCard implements Operation {
  private final Ledger ledger;
  private final SandboxClock clock;

  GetTokenbyBindingCard(Ledger ledger, SandboxClock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public String path() {
    return "/Merchant/GetTokenbyBindingCard";
  }

  @Override
  public Service service() {
    return Service.PAYMENT;
  }

  @Override
  public ObjectNode perform(Call call) {
    var fields = call.fields();
    var memberId = ConsumerInfo.member(fields);
    var order = OrderInfo.read(fields);
    var terms =
        new Binding.Terms(
            call.signer(),
            call.merchantId(),
            call.platformId(),
            memberId,
            order.merchantTradeNo(),
            order.amount(),
            resultUrl(fields, order),
            fields.text("CustomField", 200));
    if (ledger.isNumberUsed(call.merchantId(), order.merchantTradeNo())) {
      throw new Refusal(Codes.NUMBER_USED, "MerchantTradeNo is already used.");
    }
    var expiry = Tokens.expiry(clock);
    var binding = new Binding(terms, RandomIds.next(), expiry);
    ledger.bindings().add(binding);
    return Json.object()
        .put("RtnCode", 1)
        .put("RtnMsg", "Success")
        .put("PlatformID", call.platformId())
        .put("MerchantID", call.merchantId())
        .put("Token", binding.token())
        .put("TokenExpireDate", Tokens.text(expiry));
  }

  private static String resultUrl(Fields fields, OrderInfo order) {
    var url = Formats.requiredCallbackUrl(fields, "OrderResultURL");
    if (url.equals(order.returnUrl())) {
      throw fields.malformed("OrderResultURL", "must differ from ReturnURL");
    }
    return url;
  }
}
