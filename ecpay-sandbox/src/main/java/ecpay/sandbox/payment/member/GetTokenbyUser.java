package ecpay.sandbox.payment.member;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.RandomIds;
import ecpay.sandbox.ledger.member.Visit;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.payment.form.ConsumerInfo;
import ecpay.sandbox.payment.form.Tokens;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Operation;

/**
 * {@code /Merchant/GetTokenbyUser}: lets a member look at the own cards, see {@link MemberPage}.
 */
final class GetTokenbyUser implements Operation {
  private final Ledger ledger;
  private final SandboxClock clock;

  GetTokenbyUser(Ledger ledger, SandboxClock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public String path() {
    return "/Merchant/GetTokenbyUser";
  }

  @Override
  public Service service() {
    return Service.PAYMENT;
  }

  @Override
  public ObjectNode perform(Call call) {
    var memberId = ConsumerInfo.member(call.fields());
    var token = RandomIds.next();
    var expiry = Tokens.expiry(clock);
    ledger.boundCards().admit(token, new Visit(call.merchantId(), memberId, expiry));
    return Json.object()
        .put("RtnCode", 1)
        .put("RtnMsg", "Success")
        .put("PlatformID", call.platformId())
        .put("MerchantID", call.merchantId())
        .put("Token", token)
        .put("TokenExpireDate", Tokens.text(expiry));
  }
}
