package ecpay.sandbox.aio.checkout;

import static ecpay.sandbox.pages.Html.escape;

import ecpay.crypto.Field;
import ecpay.sandbox.callback.Routes;
import ecpay.sandbox.ledger.aio.AioTrade;
import java.util.List;

/** Pieces that the buyer's pages share. */
final class Parts {
  private Parts() {}

  static String facts(AioTrade trade) {
    var order = trade.order();
    return """
    <dl><dt>商店 Merchant</dt><dd>%s</dd><dt>訂單 Order</dt><dd>%s</dd>
    <dt>商品 Items</dt><dd>%s</dd><dt>金額 Amount</dt><dd>NT$ %,d</dd></dl>
    """
        .formatted(
            escape(order.merchantId()),
            escape(order.merchantTradeNo()),
            escape(order.itemName()),
            order.amount());
  }

  static String warning(String words) {
    return words.isEmpty() ? "" : "<p class=\"warning\">" + escape(words) + "</p>";
  }

  /** The link to ClientBackURL (CB-09), when the shop gave one. */
  static String back(AioTrade trade, Routes routes) {
    var url = routes.apply(trade.order().addresses().clientBackUrl());
    return url.isEmpty()
        ? ""
        : "<p><a id=\"client-back\" href=\"" + escape(url) + "\">返回商店 Back to the shop</a></p>";
  }

  /** A form that the browser posts to the shop by itself; a button does the same. */
  static String leadingOut(String url, List<Field> fields) {
    var inputs = new StringBuilder();
    for (var field : fields) {
      inputs
          .append("<input type=\"hidden\" name=\"")
          .append(escape(field.name()))
          .append("\" value=\"")
          .append(escape(field.value()))
          .append("\">\n");
    }
    return """
    <form id="back-to-shop" method="post" action="%s">
    %s<button>返回商店 Back to the shop</button></form>
    <script src="/assets/submit.js"></script>
    """
        .formatted(escape(url), inputs);
  }
}
