package ecpay.sandbox.aio.checkout;

import static ecpay.sandbox.pages.Html.escape;

import ecpay.sandbox.aio.notice.AioSettlement;
import ecpay.sandbox.aio.notice.Banks;
import ecpay.sandbox.callback.Routes;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.ledger.aio.AioCode;
import ecpay.sandbox.ledger.aio.AioTrade;
import ecpay.sandbox.ledger.aio.AioTrade.Status;
import ecpay.sandbox.pages.Html;
import ecpay.sandbox.wire.Reply;

/** The pages after the buyer's part: the code to pay by, and the result. */
final class AfterPages {
  private final AioSettlement settlement;
  private final Routes routes;

  AfterPages(AioSettlement settlement, Routes routes) {
    this.settlement = settlement;
    this.routes = routes;
  }

  /** The account, code or barcodes; the browser takes them to ClientRedirectURL if there is one. */
  Reply code(AioTrade trade) {
    return handedOver(trade, "取號完成 How to pay", code(trade.code().orElseThrow(), trade));
  }

  Reply applied(AioTrade trade) {
    return handedOver(
        trade, "申請已送出 Application received", "<p>審核結果將另行通知。 The lender will decide later.</p>");
  }

  /** The bank has not answered yet. */
  Reply pending(AioTrade trade) {
    return Html.page(
        200,
        "處理中 In progress",
        Parts.facts(trade)
            + "<p>銀行尚未回覆,請稍後再查詢。 The bank has not answered yet.</p>"
            + Parts.back(trade, routes));
  }

  private Reply handedOver(AioTrade trade, String title, String words) {
    var url = trade.order().addresses().clientRedirectUrl();
    var body = Parts.facts(trade) + words;
    if (url.isEmpty()) {
      return Html.page(200, title, body + Parts.back(trade, routes));
    }
    var fields = settlement.code(trade).signed(trade.order().signer());
    return Html.pageLeadingOut(title, body + Parts.leadingOut(routes.apply(url), fields));
  }

  private static String code(AioCode code, AioTrade trade) {
    var choice = trade.choice().orElseThrow();
    var ways =
        switch (choice.method()) {
          case ATM ->
              row("銀行代碼 Bank", Banks.code(choice.brand()))
                  + row("虛擬帳號 Account", code.account())
                  + row("繳費期限 Until", code.expiry().format(Formats.PAYMENT_DATE));
          case CVS ->
              row("繳費代碼 Code", code.storeCode())
                  + row("繳費期限 Until", code.expiry().format(Formats.PAYMENT_TIME));
          case BARCODE, CREDIT, WEB_ATM, APPLE_PAY, TWQR, BNPL, WEIXIN, DIGITAL_PAYMENT ->
              row("第一段條碼 1", code.barcode1())
                  + row("第二段條碼 2", code.barcode2())
                  + row("第三段條碼 3", code.barcode3())
                  + row("繳費期限 Until", code.expiry().format(Formats.PAYMENT_TIME));
        };
    return "<dl>"
        + ways
        + "</dl><p><a href=\"/sandbox/counter.html\">到櫃檯付款 Pay at the counter</a></p>";
  }

  private static String row(String name, String value) {
    return "<dt>" + name + "</dt><dd><code>" + escape(value) + "</code></dd>\n";
  }

  /** The result; the browser takes it to OrderResultURL (CB-08) where ECPay does that. */
  Reply result(AioTrade trade) {
    var words =
        trade.status() == Status.PAID
            ? "<p>付款完成。 The payment is done.</p>"
            : "<p class=\"warning\">付款未完成。 The payment has failed.</p>";
    var body = Parts.facts(trade) + words;
    var url = trade.order().addresses().orderResultUrl();
    var choice = trade.choice().orElseThrow();
    if (url.isEmpty() || choice.method().givesCode() || choice.unionPay()) {
      return Html.page(200, "付款結果 Result", body + Parts.back(trade, routes));
    }
    var fields = settlement.result(trade).signed(trade.order().signer());
    return Html.pageLeadingOut(
        "返回商店 Back to the shop", body + Parts.leadingOut(routes.apply(url), fields));
  }
}
