package ecpay.sandbox;

import ecpay.crypto.CheckMac;
import ecpay.crypto.CryptoKeys;
import ecpay.crypto.Digest;
import ecpay.crypto.Field;
import ecpay.crypto.FormFields;
import ecpay.crypto.SpaceEncoding;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Sample forms of the hosted checkout, and the buyer's part of it without a browser. */
public final class Hosted {
  public static final String CHECKOUT = "/Cashier/AioCheckOut/V5";
  public static final String FORM = "application/x-www-form-urlencoded";
  private static final Pattern ACTION = Pattern.compile("action=\"(/aio/[0-9a-f]{32})\"");
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

  private Hosted() {}

  /** An order with everything a shop usually sends. */
  public static Map<String, String> order(String number, String method) {
    var form = new LinkedHashMap<String, String>();
    form.put("MerchantID", "3002607");
    form.put("MerchantTradeNo", number);
    form.put("MerchantTradeDate", "2026/11/21 10:20:30");
    form.put("PaymentType", "aio");
    form.put("TotalAmount", "3680");
    form.put("TradeDesc", "Spring sale (A*B)!");
    form.put("ItemName", "茶具 1,200 x 1#Cup ~M 240 x 2");
    form.put("ReturnURL", "https://shop.example/callbacks/aio");
    form.put("ChoosePayment", method);
    form.put("EncryptType", "1");
    form.put("PaymentInfoURL", "https://shop.example/callbacks/aio-info");
    form.put("CustomField1", "field 1");
    form.put("CustomField2", "");
    return form;
  }

  /** The same with further fields, names and values by turns. */
  public static Map<String, String> order(String number, String method, String... more) {
    var form = order(number, method);
    for (int i = 0; i < more.length; i += 2) {
      form.put(more[i], more[i + 1]);
    }
    return form;
  }

  public static String signed(Map<String, String> form, CryptoKeys keys) {
    List<Field> fields = new ArrayList<>();
    form.forEach((name, value) -> fields.add(new Field(name, value)));
    var mac = CheckMac.with(keys).compute(fields, Digest.SHA256, SpaceEncoding.PLUS);
    fields.add(new Field(CheckMac.FIELD, mac));
    return FormFields.write(fields);
  }

  public static HttpResponse<String> post(Bench bench, String path, Map<String, String> form) {
    return bench.post(path, FORM, signed(form, Bench.PAYMENT_KEYS));
  }

  /** Posts the order; gives the path of the buyer's page. */
  public static String place(Bench bench, Map<String, String> order) {
    return action(post(bench, CHECKOUT, order).body());
  }

  /** Where the first form of a checkout page leads. */
  public static String action(String html) {
    var matcher = ACTION.matcher(html);
    if (!matcher.find()) {
      throw new AssertionError("no checkout page: " + html);
    }
    return matcher.group(1);
  }

  /** Orders and chooses a method without a card. */
  public static HttpResponse<String> choose(Bench bench, Map<String, String> order, String method) {
    return bench.submit(place(bench, order), "method", method);
  }

  /** Types a card; gives the page that follows. */
  public static HttpResponse<String> card(Bench bench, String page, String number, String... more) {
    var fields = new ArrayList<>(List.of("method", "Credit", "CardNumber", number));
    fields.addAll(List.of("CardExpiry", "12/35", "CardCVV", "222"));
    fields.addAll(List.of(more));
    return bench.submit(page, fields.toArray(String[]::new));
  }

  /** Orders and pays by an approved card with 3-D Secure; gives the last page. */
  public static HttpResponse<String> payByCard(Bench bench, Map<String, String> order) {
    var page = place(bench, order);
    card(bench, page, Order.APPROVED);
    return bench.submit(page, "code", "1234", "action", "confirm");
  }

  /** A signed form of the stage payment merchant, verified. */
  public static Map<String, String> verified(String form) {
    return verified(form, Bench.PAYMENT_KEYS);
  }

  public static Map<String, String> verified(String form, CryptoKeys keys) {
    var fields = FormFields.parse(form);
    if (!CheckMac.with(keys).verify(fields, Digest.SHA256)) {
      throw new AssertionError("the CheckMacValue is wrong: " + form);
    }
    return map(fields);
  }

  public static Map<String, String> map(List<Field> fields) {
    var map = new LinkedHashMap<String, String>();
    fields.forEach(f -> map.put(f.name(), f.value()));
    return map;
  }

  /** The hidden fields of the form with which the browser returns to the shop, verified. */
  public static Map<String, String> carried(String html) {
    var fields = new ArrayList<Field>();
    var matcher = HIDDEN.matcher(html);
    while (matcher.find()) {
      var value = matcher.group(2).replace("&lt;", "<").replace("&quot;", "\"");
      fields.add(new Field(matcher.group(1), value.replace("&#39;", "'").replace("&amp;", "&")));
    }
    return verified(FormFields.write(fields));
  }

  public static Map<String, String> asking(Bench bench, String number) {
    var form = new LinkedHashMap<String, String>();
    form.put("MerchantID", "3002607");
    form.put("MerchantTradeNo", number);
    form.put("TimeStamp", Long.toString(bench.now()));
    return form;
  }

  public static Map<String, String> tradeInfo(Bench bench, String number) {
    return verified(post(bench, "/Cashier/QueryTradeInfo/V5", asking(bench, number)).body());
  }
}
