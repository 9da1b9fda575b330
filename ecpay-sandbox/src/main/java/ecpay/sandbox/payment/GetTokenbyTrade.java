package ecpay.sandbox.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Fields;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.RandomIds;
import ecpay.sandbox.ledger.trade.PayMethod;
import ecpay.sandbox.ledger.trade.Terms;
import ecpay.sandbox.ledger.trade.Trade;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Operation;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * {@code /Merchant/GetTokenbyTrade}: takes an order and gives a token (payments-ecpg.md section 3).
 */
final class GetTokenbyTrade implements Operation {
  /** How long a token lives. */
  static final Duration TOKEN_LIFE = Duration.ofMinutes(10);

  /** MerchantTradeNo was used before (D-31). */
  static final int NUMBER_USED = 10200047;

  private final Ledger ledger;
  private final SandboxClock clock;

  GetTokenbyTrade(Ledger ledger, SandboxClock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public String path() {
    return "/Merchant/GetTokenbyTrade";
  }

  @Override
  public Service service() {
    return Service.PAYMENT;
  }

  @Override
  public ObjectNode perform(Call call) {
    var terms = terms(call);
    var trades = ledger.trades();
    if (trades.isUsed(terms.merchantId(), terms.merchantTradeNo())) {
      throw new Refusal(NUMBER_USED, "MerchantTradeNo is already used.");
    }
    var expiry = clock.instant().plus(TOKEN_LIFE);
    var trade = new Trade(terms, RandomIds.next(), expiry);
    trades.add(trade);
    return Json.object()
        .put("RtnCode", 1)
        .put("RtnMsg", "Success")
        .put("PlatformID", call.platformId())
        .put("MerchantID", call.merchantId())
        .put("Token", trade.token())
        .put(
            "TokenExpireDate",
            LocalDateTime.ofInstant(expiry, SandboxClock.TAIPEI).format(Formats.PAYMENT_TIME));
  }

  private static Terms terms(Call call) {
    var fields = call.fields();
    var rememberCard = fields.requiredWhole("RememberCard", 0, 1) == 1;
    checkPageType(fields);
    var methods = methods(fields);
    var order = fields.requiredObject("OrderInfo");
    var number = order.requiredText("MerchantTradeNo", 20);
    if (!Formats.isAlphanumeric(number)) {
      throw order.malformed("MerchantTradeNo", "has other characters than letters and digits");
    }
    if (!Formats.isPaymentTime(order.requiredText("MerchantTradeDate", 20))) {
      throw order.malformed("MerchantTradeDate", "must be yyyy/MM/dd HH:mm:ss");
    }
    var amount = order.requiredWhole("TotalAmount", 1, Integer.MAX_VALUE);
    var returnUrl = Formats.requiredCallbackUrl(order, "ReturnURL");
    order.requiredText("TradeDesc", 200);
    var itemName = order.requiredText("ItemName", 400);
    checkConsumer(fields.requiredObject("ConsumerInfo"), rememberCard);
    return new Terms(
        call.signer(),
        call.merchantId(),
        call.platformId(),
        number,
        amount,
        itemName,
        returnUrl,
        cardResultUrl(fields, methods, returnUrl),
        unionPayResultUrl(fields, methods, returnUrl),
        methods,
        limit(fields, methods, PayMethod.ATM, "ATMInfo", "ExpireDate", 60),
        limit(fields, methods, PayMethod.CVS, "CVSInfo", "StoreExpireDate", 43_200),
        limit(fields, methods, PayMethod.BARCODE, "BarcodeInfo", "StoreExpireDate", 30),
        fields.text("CustomField", 200));
  }

  private static void checkPageType(Fields fields) {
    var type = fields.requiredWhole("PaymentUIType", 0, 5);
    if (type != 2) {
      throw fields.malformed(
          "PaymentUIType", "must be 2; the sandbox plays neither periodic nor delayed payments");
    }
  }

  /** 0 stands for everything the form offers. */
  private static Set<PayMethod> methods(Fields fields) {
    var chosen = EnumSet.noneOf(PayMethod.class);
    for (var number : fields.requiredText("ChoosePaymentList", 30).split(",", -1)) {
      if (number.equals("0")) {
        return EnumSet.allOf(PayMethod.class);
      }
      var method =
          EnumSet.allOf(PayMethod.class).stream()
              .filter(m -> m.number().equals(number))
              .findFirst()
              .orElseThrow(() ->
                  fields.malformed(
                      "ChoosePaymentList", "holds a number the sandbox does not play"));
      chosen.add(method);
    }
    return chosen;
  }

  private static void checkConsumer(Fields consumer, boolean rememberCard) {
    var email = consumer.text("Email", 100);
    var phone = consumer.text("Phone", 60);
    if (email.isEmpty() && phone.isEmpty()) {
      throw consumer.missing("Email or Phone");
    }
    if (!email.isEmpty() && !Formats.isEmail(email)) {
      throw consumer.malformed("Email", "is not one address");
    }
    if (!phone.isEmpty() && !Formats.isDigits(phone)) {
      throw consumer.malformed("Phone", "has other characters than digits");
    }
    if (rememberCard) {
      consumer.requiredText("MerchantMemberID", 60);
    }
    consumer.text("MerchantMemberID", 60);
    consumer.text("Name", 50);
    consumer.text("CountryCode", 3);
    consumer.text("Address", 50);
  }

  private static String cardResultUrl(Fields fields, Set<PayMethod> methods, String returnUrl) {
    if (!methods.contains(PayMethod.CARD)) {
      return "";
    }
    var card = fields.requiredObject("CardInfo");
    card.whole("Redeem", 0, 1);
    return resultUrl(card, returnUrl);
  }

  private static String unionPayResultUrl(Fields fields, Set<PayMethod> methods, String returnUrl) {
    return methods.contains(PayMethod.UNIONPAY)
        ? resultUrl(fields.requiredObject("UnionPayInfo"), returnUrl)
        : "";
  }

  private static String resultUrl(Fields info, String returnUrl) {
    var url = Formats.requiredCallbackUrl(info, "OrderResultURL");
    if (url.equals(returnUrl)) {
      throw info.malformed("OrderResultURL", "must differ from ReturnURL");
    }
    return url;
  }

  /** The expiry of a code: required with its method, 1 up to the limit; 0 when not offered. */
  private static int limit(
      Fields fields,
      Set<PayMethod> methods,
      PayMethod method,
      String object,
      String name,
      int max) {
    return methods.contains(method)
        ? Math.toIntExact(fields.requiredObject(object).requiredWhole(name, 1, max))
        : 0;
  }
}
