package ecpay.sandbox.aio.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.aio.form.FormCall;
import ecpay.sandbox.aio.form.FormOperation;
import ecpay.sandbox.aio.form.SignedForm;
import ecpay.sandbox.aio.form.TimeStamp;
import ecpay.sandbox.aio.notice.AioSettlement;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.aio.AioMethod;
import ecpay.sandbox.ledger.aio.AioTrade;
import ecpay.sandbox.merchant.Merchant;
import ecpay.sandbox.wire.Reply;
import java.util.Optional;

/** {@code /Cashier/QueryPaymentInfo}: what the buyer pays by, as PaymentInfoURL said it. */
final class QueryPaymentInfo implements FormOperation {
  private final Ledger ledger;
  private final AioSettlement settlement;
  private final SandboxClock clock;

  QueryPaymentInfo(Ledger ledger, AioSettlement settlement, SandboxClock clock) {
    this.ledger = ledger;
    this.settlement = settlement;
    this.clock = clock;
  }

  @Override
  public String path() {
    return "/Cashier/QueryPaymentInfo";
  }

  @Override
  public String name() {
    return "QueryPaymentInfo";
  }

  @Override
  public Reply perform(FormCall call) {
    TimeStamp.check(call.fields(), clock);
    var number = call.fields().requiredText("MerchantTradeNo", 20);
    return ledger
        .aioTrades()
        .find(call.merchantId(), number)
        .filter(QueryPaymentInfo::wasTold)
        .map(trade -> settlement.code(trade).reply(call.signer()))
        .orElseThrow(
            () -> new Refusal(QueryTradeInfo.NOT_FOUND, "No payment code for MerchantTradeNo."));
  }

  private static boolean wasTold(AioTrade trade) {
    return trade
        .choice()
        .filter(c -> c.method().givesCode() || c.method() == AioMethod.BNPL)
        .isPresent();
  }

  @Override
  public Reply refused(Refusal refusal, ObjectNode form, Optional<Merchant> signer) {
    var answer =
        new SignedForm()
            .put("MerchantID", form.path("MerchantID").asText())
            .put("MerchantTradeNo", form.path("MerchantTradeNo").asText())
            .put("RtnCode", refusal.code())
            .put("RtnMsg", refusal.message());
    return signer.map(answer::reply).orElseGet(answer::replyUnsigned);
  }
}
