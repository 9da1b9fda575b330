package ecpay.sandbox.payment;

import static ecpay.sandbox.pages.Html.escape;

import ecpay.sandbox.callback.Routes;
import ecpay.sandbox.field.Codes;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.trade.Trade;
import ecpay.sandbox.ledger.trade.Trade.Status;
import ecpay.sandbox.pages.Html;
import ecpay.sandbox.pages.ThreeDSecure;
import ecpay.sandbox.wire.Journal;
import ecpay.sandbox.wire.Reply;
import ecpay.sandbox.wire.Request;
import ecpay.sandbox.wire.Router;

/** The pages on which the buyer proves to be the holder: 3-D Secure, and the mock of UnionPay. */
final class Authentication {
  static final String THREE_D_PATH = "/3d-secure/";
  static final String UNIONPAY_PATH = "/unionpay/";

  /** After so many wrong codes the authentication has failed. */
  private static final int TRIES = 3;

  private final Ledger ledger;
  private final Settlement settlement;
  private final Routes routes;
  private final Journal journal;

  Authentication(Ledger ledger, Settlement settlement, Routes routes, Journal journal) {
    this.ledger = ledger;
    this.settlement = settlement;
    this.routes = routes;
    this.journal = journal;
  }

  void open(Router router) {
    for (var path : new String[] {THREE_D_PATH, UNIONPAY_PATH}) {
      router.under("GET", path, request -> ledger.act(() -> show(request, path)));
      router.under("POST", path, request -> ledger.act(() -> decide(request, path)));
    }
  }

  private Reply show(Request request, String path) {
    return ledger
        .trades()
        .withPage(request.after(path))
        .map(trade -> page(trade, path, ""))
        .orElseGet(Authentication::unknown);
  }

  private Reply decide(Request request, String path) {
    var found = ledger.trades().withPage(request.after(path));
    if (found.isEmpty()) {
      return unknown();
    }
    var trade = found.get();
    var entry =
        journal.open(Journal.Direction.IN, path.equals(THREE_D_PATH) ? "3-D Secure" : "UnionPay");
    var warning = "";
    if (trade.status() == Status.AUTHENTICATING) {
      warning = act(trade, path, request);
    }
    entry.note(trade.terms().merchantTradeNo() + " is " + trade.status()).write(200);
    return page(trade, path, warning);
  }

  /** Pays, fails, or gives the warning with which the page is shown again. */
  private String act(Trade trade, String path, Request request) {
    if (request.form("action").orElse("").equals("cancel")) {
      settlement.fail(trade, Codes.AUTHENTICATION_FAILED);
      return "";
    }
    if (path.equals(THREE_D_PATH) && !ThreeDSecure.isRight(request)) {
      if (trade.countWrongCode() >= TRIES) {
        settlement.fail(trade, Codes.AUTHENTICATION_FAILED);
        return "";
      }
      return ThreeDSecure.WRONG;
    }
    switch (trade.choice().orElseThrow().outcome()) {
      case APPROVED, APPROVED_WITHOUT_3D, APPROVED_LATE -> settlement.pay(trade);
      case REFUSED -> settlement.fail(trade, Codes.CARD_REFUSED);
      case AUTHENTICATION_FAILED -> settlement.fail(trade, Codes.AUTHENTICATION_FAILED);
      case TIMED_OUT -> settlement.fail(trade, Codes.CARD_TIMED_OUT);
    }
    return "";
  }

  private Reply page(Trade trade, String path, String warning) {
    if (trade.status() != Status.AUTHENTICATING) {
      return backToShop(trade);
    }
    return path.equals(THREE_D_PATH)
        ? ThreeDSecure.page(facts(trade), warning)
        : unionPayPage(trade);
  }

  private static Reply unionPayPage(Trade trade) {
    return Html.page(
        200,
        "銀聯卡模擬付款 UnionPay mock",
        facts(trade)
            + """
            <p class="warning">請勿輸入真實卡號。 Never use real card numbers.</p>
            <form method="post"><button name="action" value="confirm">付款 Pay</button>
            <button class="quiet" name="action" value="cancel">取消 Cancel</button></form>
            """);
  }

  private Reply backToShop(Trade trade) {
    var words =
        trade.status() == Status.PAID
            ? "<p>付款完成。 The payment is done.</p>"
            : "<p class=\"warning\">付款未完成。 The payment has failed.</p>";
    if (trade.resultUrl().isEmpty()) {
      return Html.page(200, "付款結果 Result", facts(trade) + words);
    }
    return Html.pageLeadingOut(
        "返回商店 Back to the shop",
        facts(trade)
            + words
            + """
            <form id="back-to-shop" method="post" action="%s">
            <input type="hidden" name="ResultData" value="%s">
            <button>返回商店 Back to the shop</button></form>
            <script src="/assets/submit.js"></script>
            """
                .formatted(
                    escape(routes.apply(trade.resultUrl())), escape(settlement.resultData(trade))));
  }

  private static String facts(Trade trade) {
    return """
    <dl><dt>商店 Merchant</dt><dd>%s</dd><dt>訂單 Order</dt><dd>%s</dd>
    <dt>金額 Amount</dt><dd>NT$ %,d</dd><dt>卡號 Card</dt><dd>%s</dd></dl>
    """
        .formatted(
            escape(trade.terms().merchantId()),
            escape(trade.terms().merchantTradeNo()),
            trade.amount(),
            escape(
                trade
                    .choice()
                    .filter(c -> !c.card6().isEmpty())
                    .map(c -> c.card6() + "******" + c.card4())
                    .orElse("-")));
  }

  private static Reply unknown() {
    return Html.page(404, "找不到頁面 Not found", "<p>這個付款頁面不存在。 There is no such payment.</p>");
  }
}
