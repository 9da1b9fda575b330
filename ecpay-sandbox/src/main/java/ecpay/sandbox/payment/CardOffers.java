package ecpay.sandbox.payment;

import ecpay.sandbox.field.Fields;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.ledger.period.PeriodTerms;
import ecpay.sandbox.ledger.period.PeriodType;
import ecpay.sandbox.ledger.trade.CardOffer;
import ecpay.sandbox.ledger.trade.PayMethod;
import ecpay.sandbox.payment.form.OrderInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** CardInfo and UnionPayInfo of GetTokenbyTrade, checked (R-ORD-15, R-ORD-16). */
final class CardOffers {
  private static final Set<Integer> INSTALMENTS = Set.of(3, 5, 6, 8, 9, 10, 12, 18, 24);
  private static final int FLEXIBLE = 30;

  private CardOffers() {}

  /** For a list of methods: PaymentUIType 2. */
  static CardOffer listed(Fields data, Set<PayMethod> methods, OrderInfo order, boolean remember) {
    var card = methods.stream().anyMatch(PayMethod::asksForCard);
    var unionPay =
        methods.contains(PayMethod.UNIONPAY)
            ? resultUrl(data.requiredObject("UnionPayInfo"), order)
            : "";
    if (!card) {
      return new CardOffer("", unionPay, List.of(), false, remember, Optional.empty(), false);
    }
    var info = data.requiredObject("CardInfo");
    var bonus = info.whole("Redeem", 0, 1).filter(r -> r == 1).isPresent();
    return new CardOffer(
        resultUrl(info, order),
        unionPay,
        methods.contains(PayMethod.INSTALMENT) ? instalments(info) : List.of(),
        bonus,
        remember,
        Optional.empty(),
        false);
  }

  /** For a contract: PaymentUIType 0. The period fields are in CardInfo or OrderInfo (U-04). */
  static CardOffer periodic(Fields data, OrderInfo order, boolean remember, boolean inOrderInfo) {
    var info = data.requiredObject("CardInfo");
    if (info.whole("Redeem", 0, 1).filter(r -> r == 1).isPresent()) {
      throw info.malformed("Redeem", "and a contract exclude each other");
    }
    if (!info.text("CreditInstallment", 40).isEmpty()) {
      throw info.malformed("CreditInstallment", "and a contract exclude each other");
    }
    var period = period(inOrderInfo ? order.fields() : info, order);
    return new CardOffer(
        resultUrl(info, order), "", List.of(), false, remember, Optional.of(period), false);
  }

  /** For Apple Pay, which may do without CardInfo: PaymentUIType 5. */
  static CardOffer delayed(Fields data, OrderInfo order) {
    var url = data.object("CardInfo").map(info -> resultUrl(info, order)).orElse("");
    return new CardOffer(url, "", List.of(), false, false, Optional.empty(), true);
  }

  private static PeriodTerms period(Fields fields, OrderInfo order) {
    var amount = fields.requiredWhole("PeriodAmount", 1, Integer.MAX_VALUE);
    if (amount != order.amount()) {
      throw fields.malformed("PeriodAmount", "must be TotalAmount");
    }
    var type = PeriodType.valueOf(fields.requiredChoice("PeriodType", Set.of("D", "M", "Y")));
    return new PeriodTerms(
        amount,
        type,
        Math.toIntExact(fields.requiredWhole("Frequency", 1, type.longestFrequency())),
        Math.toIntExact(fields.requiredWhole("ExecTimes", 2, type.mostTimes())),
        Formats.requiredCallbackUrl(fields, "PeriodReturnURL"));
  }

  /** Whether the list 0, everything, includes instalments: only when there are any to choose. */
  static boolean offersInstalments(Fields data) {
    return data.object("CardInfo")
        .filter(c -> !c.text("CreditInstallment", 40).isEmpty())
        .isPresent();
  }

  /** Whether the list 0, everything, includes flexible instalments. */
  static boolean offersFlexible(Fields data) {
    return data.object("CardInfo")
        .filter(c -> !c.text("FlexibleInstallment", 10).isEmpty())
        .isPresent();
  }

  /** With method 8 the only number there is. */
  static void checkFlexible(Fields data) {
    data.requiredObject("CardInfo").requiredWhole("FlexibleInstallment", FLEXIBLE, FLEXIBLE);
  }

  private static List<Integer> instalments(Fields info) {
    var numbers = new ArrayList<Integer>();
    for (var text : info.requiredText("CreditInstallment", 40).split(",", -1)) {
      var known = INSTALMENTS.stream().filter(n -> n.toString().equals(text)).findFirst();
      numbers.add(
          known.orElseThrow(
              () -> info.malformed("CreditInstallment", "must be numbers such as 3,6,12")));
    }
    return numbers;
  }

  private static String resultUrl(Fields info, OrderInfo order) {
    var url = Formats.requiredCallbackUrl(info, "OrderResultURL");
    if (url.equals(order.returnUrl())) {
      throw info.malformed("OrderResultURL", "must differ from ReturnURL");
    }
    return url;
  }
}
