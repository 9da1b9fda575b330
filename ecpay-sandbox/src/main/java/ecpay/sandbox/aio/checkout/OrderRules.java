package ecpay.sandbox.aio.checkout;

import ecpay.sandbox.aio.form.FormCall;
import ecpay.sandbox.field.Fields;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.aio.AioMethod;
import ecpay.sandbox.ledger.aio.AioOrder;
import ecpay.sandbox.ledger.aio.AioOrder.Addresses;
import ecpay.sandbox.ledger.aio.AioOrder.Deadlines;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What AioCheckOut asks of an order (payments-aio.md section 2; R-ORD). */
final class OrderRules {
  /** The amount is wrong or out of range. */
  static final int AMOUNT = 10200050;

  private static final int ITEM_NAME = 400;
  private static final Set<String> LANGUAGES = Set.of("CHT", "ENG", "KOR", "JPN", "CHI");

  private OrderRules() {}

  static AioOrder order(FormCall call) {
    var fields = call.fields();
    checkFixed(fields);
    var number = number(fields);
    var amount = amount(fields);
    var methods = MethodRules.methods(fields, amount);
    var brand = MethodRules.brand(fields, methods);
    checkText(fields, "TradeDesc", 200);
    var card = CardRules.card(fields, methods, call.merchantId(), amount);
    return new AioOrder(
        call.signer(),
        call.merchantId(),
        call.platformId(),
        fields.text("StoreID", 10),
        number,
        amount,
        itemName(fields),
        methods,
        brand,
        fields.choice("NeedExtraPaidInfo", Set.of("Y", "N")).equals("Y"),
        customFields(fields),
        addresses(fields),
        deadlines(fields, methods),
        card);
  }

  private static void checkFixed(Fields fields) {
    fields.requiredChoice("PaymentType", Set.of("aio"));
    fields.requiredWhole("EncryptType", 1, 1);
    if (!Formats.isPaymentTime(fields.requiredText("MerchantTradeDate", 20))) {
      throw fields.malformed("MerchantTradeDate", "must be yyyy/MM/dd HH:mm:ss");
    }
    fields.choice("Language", LANGUAGES);
    fields.text("PlatformID", 10);
    fields.text("ItemURL", 200);
    fields.text("Remark", 100);
  }

  private static String number(Fields fields) {
    var number = fields.requiredText("MerchantTradeNo", 20);
    if (!Formats.isAlphanumeric(number)) {
      throw fields.malformed("MerchantTradeNo", "has other characters than letters and digits");
    }
    return number;
  }

  private static long amount(Fields fields) {
    var text = fields.text("TotalAmount", 40);
    if (!Formats.isDigits(text) || text.length() > 9 || Long.parseLong(text) < 1) {
      throw new Refusal(AMOUNT, "TotalAmount must be a whole number of at least 1.");
    }
    return Long.parseLong(text);
  }

  private static void checkText(Fields fields, String name, int max) {
    var text = fields.requiredText(name, max);
    if (text.chars().anyMatch(c -> ";|`<>".indexOf(c) >= 0)) {
      throw fields.malformed(name, "has a special character");
    }
  }

  /** A longer text is no error: ECPay cuts it. */
  private static String itemName(Fields fields) {
    var text = fields.requiredText("ItemName", Integer.MAX_VALUE);
    var characters = text.codePointCount(0, text.length());
    return characters <= ITEM_NAME
        ? text
        : text.substring(0, text.offsetByCodePoints(0, ITEM_NAME));
  }

  private static List<String> customFields(Fields fields) {
    var values = new ArrayList<String>();
    for (int i = 1; i <= 4; i++) {
      values.add(fields.text("CustomField" + i, 50));
    }
    return values;
  }

  private static Addresses addresses(Fields fields) {
    var returnUrl = Formats.requiredCallbackUrl(fields, "ReturnURL");
    var orderResultUrl = Formats.callbackUrl(fields, "OrderResultURL");
    if (orderResultUrl.equals(returnUrl)) {
      throw fields.malformed("OrderResultURL", "must differ from ReturnURL");
    }
    return new Addresses(
        returnUrl,
        Formats.callbackUrl(fields, "PaymentInfoURL"),
        orderResultUrl,
        Formats.callbackUrl(fields, "ClientRedirectURL"),
        Formats.callbackUrl(fields, "ClientBackURL"));
  }

  /** R-ORD-14. StoreExpireDate counts minutes for a store code and days for a barcode. */
  private static Deadlines deadlines(Fields fields, Set<AioMethod> methods) {
    var store = methods.contains(AioMethod.CVS) || methods.contains(AioMethod.BARCODE);
    for (int i = 1; store && i <= 4; i++) {
      fields.text("Desc_" + i, 20);
    }
    return new Deadlines(
        limit(fields, methods, AioMethod.ATM, "ExpireDate", 60, 3),
        limit(fields, methods, AioMethod.CVS, "StoreExpireDate", 43_200, 10_080),
        methods.contains(AioMethod.CVS)
            ? 7
            : limit(fields, methods, AioMethod.BARCODE, "StoreExpireDate", 30, 7));
  }

  private static int limit(
      Fields fields,
      Set<AioMethod> methods,
      AioMethod method,
      String name,
      int max,
      int otherwise) {
    return methods.contains(method)
        ? fields.whole(name, 1, max).map(Math::toIntExact).orElse(otherwise)
        : otherwise;
  }
}
