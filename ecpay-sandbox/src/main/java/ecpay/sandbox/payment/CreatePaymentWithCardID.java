package ecpay.sandbox.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Codes;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.RandomIds;
import ecpay.sandbox.ledger.trade.CardOffer;
import ecpay.sandbox.ledger.trade.CodeLimits;
import ecpay.sandbox.ledger.trade.PayChoice;
import ecpay.sandbox.ledger.trade.PayMethod;
import ecpay.sandbox.ledger.trade.Terms;
import ecpay.sandbox.ledger.trade.Trade;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.payment.form.ConsumerInfo;
import ecpay.sandbox.payment.form.OrderInfo;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Operation;
import java.util.Set;

/**
 * {@code /Merchant/CreatePaymentWithCardID}: pays with a bound card; answers as CreatePayment does
 * for cards (payments-ecpg.md section 5).
 */
final class CreatePaymentWithCardID implements Operation {
  private final Ledger ledger;
  private final PaymentStart start;
  private final SandboxClock clock;

  CreatePaymentWithCardID(Ledger ledger, PaymentStart start, SandboxClock clock) {
    this.ledger = ledger;
    this.start = start;
    this.clock = clock;
  }

  @Override
  public String path() {
    return "/Merchant/CreatePaymentWithCardID";
  }

  @Override
  public Service service() {
    return Service.PAYMENT;
  }

  @Override
  public ObjectNode perform(Call call) {
    var fields = call.fields();
    var id = fields.requiredText("BindCardID", 200);
    var order = OrderInfo.read(fields);
    var memberId = ConsumerInfo.buyer(fields, true);
    var custom = fields.text("CustomField", 200);
    var card =
        ledger
            .boundCards()
            .find(call.merchantId(), id)
            .filter(c -> c.memberId().equals(memberId))
            .orElseThrow(() -> fields.malformed("BindCardID", "is no card of this member"));
    if (ledger.isNumberUsed(call.merchantId(), order.merchantTradeNo())) {
      throw new Refusal(Codes.NUMBER_USED, "MerchantTradeNo is already used.");
    }
    var trade = new Trade(terms(call, order, memberId, custom), RandomIds.next(), clock.instant());
    ledger.trades().add(trade);
    return start.begin(trade, PayChoice.single(card.card6(), card.card4(), card.outcome()));
  }

  private static Terms terms(Call call, OrderInfo order, String memberId, String custom) {
    return new Terms(
        call.signer(),
        call.merchantId(),
        call.platformId(),
        order.merchantTradeNo(),
        memberId,
        order.amount(),
        order.itemName(),
        order.returnUrl(),
        custom,
        Set.of(PayMethod.CARD),
        CardOffer.plain(),
        CodeLimits.NONE);
  }
}
