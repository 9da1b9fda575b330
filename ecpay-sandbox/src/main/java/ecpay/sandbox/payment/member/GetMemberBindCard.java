package ecpay.sandbox.payment.member;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Operation;

/**
 * {@code /Merchant/GetMemberBindCard}: the member's cards. The names are the sandbox's own (U-06).
 */
final class GetMemberBindCard implements Operation {
  private final Ledger ledger;

  GetMemberBindCard(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public String path() {
    return "/Merchant/GetMemberBindCard";
  }

  @Override
  public Service service() {
    return Service.PAYMENT;
  }

  @Override
  public ObjectNode perform(Call call) {
    var fields = call.fields();
    var memberId = fields.requiredText("MerchantMemberID", 60);
    var number = fields.requiredText("MerchantTradeNo", 20);
    if (!isOf(call.merchantId(), memberId, number)) {
      throw fields.malformed("MerchantTradeNo", "is no binding of this member");
    }
    var answer =
        Json.object()
            .put("RtnCode", 1)
            .put("RtnMsg", "Success")
            .put("PlatformID", call.platformId())
            .put("MerchantID", call.merchantId())
            .put("MerchantMemberID", memberId);
    var list = answer.putArray("BindCardList");
    for (var card : ledger.boundCards().of(call.merchantId(), memberId)) {
      list.addObject()
          .put("BindCardID", card.bindCardId())
          .put("Card6No", card.card6())
          .put("Card4No", card.card4())
          .put("BindTime", card.at().format(Formats.PAYMENT_TIME));
    }
    return answer;
  }

  /** A binding, or a payment at which the card was remembered. */
  private boolean isOf(String merchantId, String memberId, String number) {
    var bound = ledger.bindings().find(merchantId, number).map(b -> b.terms().memberId());
    var paid = ledger.trades().find(merchantId, number).map(t -> t.terms().memberId());
    return bound.or(() -> paid).filter(memberId::equals).isPresent();
  }
}
