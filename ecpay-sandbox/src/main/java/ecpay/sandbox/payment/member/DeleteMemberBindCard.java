package ecpay.sandbox.payment.member;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Operation;

/** {@code /Merchant/DeleteMemberBindCard}: takes a bound card back. */
final class DeleteMemberBindCard implements Operation {
  private final Ledger ledger;

  DeleteMemberBindCard(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public String path() {
    return "/Merchant/DeleteMemberBindCard";
  }

  @Override
  public Service service() {
    return Service.PAYMENT;
  }

  @Override
  public ObjectNode perform(Call call) {
    var fields = call.fields();
    var id = fields.requiredText("BindCardID", 200);
    var card =
        ledger
            .boundCards()
            .find(call.merchantId(), id)
            .orElseThrow(() -> fields.malformed("BindCardID", "is unknown or was deleted"));
    ledger.boundCards().remove(card);
    return Json.object()
        .put("RtnCode", 1)
        .put("RtnMsg", "Success")
        .put("PlatformID", call.platformId())
        .put("MerchantID", call.merchantId());
  }
}
