package ecpay.sandbox.aio.checkout;

import static ecpay.sandbox.pages.Html.escape;

import ecpay.sandbox.callback.Routes;
import ecpay.sandbox.ledger.aio.AioMethod;
import ecpay.sandbox.ledger.aio.AioTrade;
import ecpay.sandbox.pages.Html;
import ecpay.sandbox.wire.Reply;
import java.util.List;

/** The page on which the buyer chooses how to pay: one form per method, the first one open. */
final class ChoosePage {
  private ChoosePage() {}

  /**
   * The page.
   *
   * @param warning what was wrong with the last try, or empty
   */
  static Reply of(AioTrade trade, String warning, Routes routes) {
    var page = new StringBuilder(Parts.facts(trade)).append(Parts.warning(warning));
    var methods = trade.order().methods().stream().sorted().toList();
    methods.forEach(method -> page.append(form(trade, method, method == methods.getFirst())));
    return Html.page(
        200, "選擇付款方式 Choose how to pay", page.append(Parts.back(trade, routes)).toString());
  }

  private static String form(AioTrade trade, AioMethod method, boolean open) {
    return """
    <details%s><summary>%s</summary>
    <form id="%s" method="post" action="%s">
    <input type="hidden" name="method" value="%s">
    %s<div><button>付款 Pay</button></div></form></details>
    """
        .formatted(
            open ? " open" : "",
            escape(method.title()),
            method.wireName(),
            CheckoutPages.PATH + trade.pageId(),
            method.wireName(),
            method == AioMethod.CREDIT ? card(trade) : brands(trade, method));
  }

  private static String brands(AioTrade trade, AioMethod method) {
    if (method.brands().size() < 2 || method.brands().contains(trade.order().brand())) {
      return "";
    }
    return select(method.wireName() + "-brand", "brand", "機構 Institution", method.brands(), "");
  }

  private static String card(AioTrade trade) {
    var terms = trade.order().card();
    if (terms.unionPay()) {
      return "<p>銀聯卡 UnionPay</p>";
    }
    var fields =
        new StringBuilder(
            """
            <label for="number">卡號 Card number</label>
            <input id="number" name="CardNumber" inputmode="numeric" autocomplete="off">
            <label for="expiry">有效期限 Expiry <small>MM/YY</small></label>
            <input id="expiry" name="CardExpiry" autocomplete="off">
            <label for="cvv">安全碼 CVV</label>
            <input id="cvv" name="CardCVV" inputmode="numeric" autocomplete="off">
            """);
    if (!terms.instalments().isEmpty()) {
      fields.append(
          select("instalment", "Instalment", "分期 Instalments", terms.instalments(), "不分期 None"));
    }
    if (terms.bonus()) {
      fields.append(
          """
          <label><input type="checkbox" name="Redeem" value="Y"> 使用紅利折抵 Use bonus points</label>
          """);
    }
    terms
        .period()
        .ifPresent(p ->
            fields.append(
                "<p>定期定額 Periodic: NT$ %,d × %d, %d %s</p>"
                    .formatted(p.amount(), p.execTimes(), p.frequency(), p.type().name())));
    return fields.toString();
  }

  private static String select(
      String id, String name, String label, List<String> values, String none) {
    var options = new StringBuilder();
    if (!none.isEmpty()) {
      options.append("<option value=\"\">").append(escape(none)).append("</option>");
    }
    for (var value : values) {
      options.append("<option>").append(escape(value)).append("</option>");
    }
    return "<label for=\"%1$s\">%2$s</label>\n<select id=\"%1$s\" name=\"%3$s\">%4$s</select>\n"
        .formatted(id, escape(label), name, options);
  }
}
