package ecpay.sandbox.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Codes;
import ecpay.sandbox.field.Fields;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.RandomIds;
import ecpay.sandbox.ledger.trade.CardOffer;
import ecpay.sandbox.ledger.trade.CodeLimits;
import ecpay.sandbox.ledger.trade.PayMethod;
import ecpay.sandbox.ledger.trade.Terms;
import ecpay.sandbox.ledger.trade.Trade;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.payment.form.ConsumerInfo;
import ecpay.sandbox.payment.form.OrderInfo;
import ecpay.sandbox.payment.form.Tokens;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Operation;
import java.util.EnumSet;
import java.util.Set;

/**
 * {@code /Merchant/GetTokenbyTrade}: takes an order and gives a token (payments-ecpg.md section 3).
 */
final class GetTokenbyTrade implements Operation {
  /** PaymentUIType: a contract, a list of methods, Apple Pay with a delayed amount. */
  private static final long PERIODIC = 0;

  private static final long LIST = 2;
  private static final long DELAYED = 5;

  private static final Set<PayMethod> LISTED = EnumSet.complementOf(EnumSet.of(PayMethod.PERIODIC));

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
    if (ledger.isNumberUsed(terms.merchantId(), terms.merchantTradeNo())) {
      throw new Refusal(Codes.NUMBER_USED, "MerchantTradeNo is already used.");
    }
    var expiry = Tokens.expiry(clock);
    var trade = new Trade(terms, RandomIds.next(), expiry);
    trades.add(trade);
    return Json.object()
        .put("RtnCode", 1)
        .put("RtnMsg", "Success")
        .put("PlatformID", call.platformId())
        .put("MerchantID", call.merchantId())
        .put("Token", trade.token())
        .put("TokenExpireDate", Tokens.text(expiry));
  }

  private Terms terms(Call call) {
    var fields = call.fields();
    var remember = fields.requiredWhole("RememberCard", 0, 1) == 1;
    var type = fields.requiredWhole("PaymentUIType", 0, 5);
    var methods = methods(fields, type);
    var order = OrderInfo.read(fields);
    var memberId = ConsumerInfo.buyer(fields, remember);
    checkCounterLines(fields, methods);
    return new Terms(
        call.signer(),
        call.merchantId(),
        call.platformId(),
        order.merchantTradeNo(),
        memberId,
        order.amount(),
        order.itemName(),
        order.returnUrl(),
        fields.text("CustomField", 200),
        methods,
        cards(fields, type, methods, order, remember),
        new CodeLimits(
            limit(fields, methods, PayMethod.ATM, "ATMInfo", "ExpireDate", 60),
            limit(fields, methods, PayMethod.CVS, "CVSInfo", "StoreExpireDate", 43_200),
            limit(fields, methods, PayMethod.BARCODE, "BarcodeInfo", "StoreExpireDate", 30)));
  }

  private CardOffer cards(
      Fields fields, long type, Set<PayMethod> methods, OrderInfo order, boolean remember) {
    if (type == PERIODIC) {
      var inOrderInfo = ledger.switches().periodInOrderInfo();
      return CardOffers.periodic(fields, order, remember, inOrderInfo);
    }
    return type == DELAYED
        ? CardOffers.delayed(fields, order)
        : CardOffers.listed(fields, methods, order, remember);
  }

  private static Set<PayMethod> methods(Fields fields, long type) {
    if (type == PERIODIC) {
      return Set.of(PayMethod.PERIODIC);
    }
    if (type == DELAYED) {
      return Set.of(PayMethod.APPLE_PAY);
    }
    if (type != LIST) {
      throw fields.malformed("PaymentUIType", "must be 0, 2 or 5");
    }
    return listed(fields);
  }

  /** 0 stands for everything the form offers. */
  private static Set<PayMethod> listed(Fields fields) {
    var chosen = EnumSet.noneOf(PayMethod.class);
    for (var number : fields.requiredText("ChoosePaymentList", 30).split(",", -1)) {
      if (number.equals("0")) {
        return everything(fields);
      }
      chosen.add(
          LISTED.stream()
              .filter(m -> m.number().equals(number))
              .findFirst()
              .orElseThrow(
                  () -> fields.malformed("ChoosePaymentList", "must be numbers from 0 to 8")));
    }
    if (chosen.contains(PayMethod.FLEXIBLE)) {
      CardOffers.checkFlexible(fields);
    }
    return chosen;
  }

  private static Set<PayMethod> everything(Fields fields) {
    var all = EnumSet.copyOf(LISTED);
    if (!CardOffers.offersInstalments(fields)) {
      all.remove(PayMethod.INSTALMENT);
    }
    if (CardOffers.offersFlexible(fields)) {
      CardOffers.checkFlexible(fields);
    } else {
      all.remove(PayMethod.FLEXIBLE);
    }
    return all;
  }

  /** What the counter of a convenience store shows. */
  private static void checkCounterLines(Fields fields, Set<PayMethod> methods) {
    for (int i = 1; methods.contains(PayMethod.CVS) && i <= 4; i++) {
      fields.requiredObject("CVSInfo").text("Desc_" + i, 20);
    }
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
