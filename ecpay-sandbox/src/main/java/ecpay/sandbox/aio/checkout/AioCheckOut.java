package ecpay.sandbox.aio.checkout;

import static ecpay.sandbox.pages.Html.escape;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.aio.form.FormCall;
import ecpay.sandbox.aio.form.FormOperation;
import ecpay.sandbox.callback.Routes;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.RandomIds;
import ecpay.sandbox.ledger.aio.AioTrade;
import ecpay.sandbox.merchant.Merchant;
import ecpay.sandbox.pages.Html;
import ecpay.sandbox.wire.Reply;
import java.util.Optional;

/** {@code /Cashier/AioCheckOut/V5}: takes an order and shows the buyer how to pay it. */
final class AioCheckOut implements FormOperation {
  /** MerchantTradeNo was used before (D-31). */
  static final int NUMBER_USED = 10200047;

  private final Ledger ledger;
  private final Routes routes;
  private final SandboxClock clock;

  AioCheckOut(Ledger ledger, Routes routes, SandboxClock clock) {
    this.ledger = ledger;
    this.routes = routes;
    this.clock = clock;
  }

  @Override
  public String path() {
    return "/Cashier/AioCheckOut/V5";
  }

  @Override
  public String name() {
    return "AioCheckOut";
  }

  @Override
  public Reply perform(FormCall call) {
    var order = OrderRules.order(call);
    if (ledger.isNumberUsed(order.merchantId(), order.merchantTradeNo())) {
      throw new Refusal(NUMBER_USED, "MerchantTradeNo is already used.");
    }
    var number = ledger.trades().nextTradeNo();
    var trade = new AioTrade(order, number, RandomIds.next(), clock.now());
    ledger.aioTrades().add(trade);
    return ChoosePage.of(trade, "", routes);
  }

  /** The buyer's browser made the call, so the buyer sees why it failed. */
  @Override
  public Reply refused(Refusal refusal, ObjectNode form, Optional<Merchant> signer) {
    return Html.page(
        200,
        "訂單無法建立 The order was refused",
        """
        <p class="warning">訂單資料有誤,請聯絡商店。 Please contact the shop.</p>
        <dl><dt>RtnCode</dt><dd id="rtn-code">%d</dd><dt>RtnMsg</dt><dd id="rtn-msg">%s</dd></dl>
        """
            .formatted(refusal.code(), escape(refusal.message())));
  }
}
