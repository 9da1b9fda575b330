package ecpay.acceptance.story.paying;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.acceptance.actor.Buyer;
import ecpay.acceptance.actor.EcpayPage;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.Fact;
import ecpay.acceptance.telling.Orders;
import ecpay.acceptance.telling.StageLimit;
import ecpay.acceptance.telling.Steps;
import ecpay.acceptance.telling.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The same order on ECPay's own page, by every method that is settled there at once, and by BNPL,
 * which is approved later. The browser brings the result, which changes nothing; the server's
 * notice does (CB-05, CB-08, CB-09, R-ORD-05, R-PAY-08).
 */
public final class EverythingAtEcpay implements Story {
  private static final List<Way> WAYS =
      List.of(
          new Way(
              "card",
              hosted("\"methods\":[\"card\"]"),
              "Credit",
              card(Buyer.GOOD_CARD),
              true,
              true,
              Map.of("/card/lastFour", "2222", "/card/eci", "5", "/channel", "hosted")),
          new Way(
              "instalments",
              hosted("\"methods\":[\"instalments\"],\"instalments\":[3,6,12]"),
              "Credit",
              card(Buyer.GOOD_CARD, "Instalment", "6"),
              true,
              true,
              Map.of("/card/instalments/count", "6")),
          new Way(
              "flexible",
              hosted("\"methods\":[\"flexible_instalments\"]"),
              "Credit",
              card("4938177777777777", "Instalment", "30N"),
              true,
              true,
              Map.of("/card/firstSix", "493817")),
          new Way(
              "bonus",
              hosted("\"methods\":[\"card\"],\"bonusPoints\":true"),
              "Credit",
              card(Buyer.GOOD_CARD, "Redeem", "Y"),
              true,
              true,
              Map.of("/card/bonus/deducted", "218", "/card/bonus/charged", "1962")),
          new Way(
              "union-pay",
              hosted("\"methods\":[\"union_pay\"]"),
              "Credit",
              Map.of(),
              true,
              false,
              Map.of("/paymentType", "Credit_CreditCard")),
          new Way(
              "apple-pay",
              hosted("\"methods\":[\"apple_pay\"]"),
              "ApplePay",
              Map.of(),
              true,
              true,
              Map.of("/paymentType", "ApplePay")),
          new Way(
              "web-atm",
              hosted("\"methods\":[\"web_atm\"],\"brand\":\"FIRST\""),
              "WebATM",
              Map.of(),
              true,
              true,
              Map.of("/paymentType", "WebATM_FIRST", "/payer/accountTail", "12345")),
          new Way(
              "twqr",
              hosted("\"methods\":[\"twqr\"]"),
              "TWQR",
              Map.of(),
              true,
              true,
              Map.of("/paymentType", "TWQR_OPAY")),
          new Way(
              "weixin",
              hosted("\"methods\":[\"weixin\"]"),
              "WeiXin",
              Map.of(),
              true,
              true,
              Map.of("/paymentType", "WeiXin")),
          new Way(
              "digital",
              hosted("\"methods\":[\"card\",\"digital_payment\"]"),
              "DigitalPayment",
              Map.of("brand", "iPASS"),
              true,
              true,
              Map.of("/paymentType", "DigitalPayment_iPASS")));

  private final Cast cast;
  private final String reference;

  /**
   * @param reference begins the shop's numbers of the orders
   */
  public EverythingAtEcpay(Cast cast, String reference) {
    this.cast = cast;
    this.reference = reference;
  }

  @Override
  public List<StageLimit> whyNotOnStage() {
    return List.of(StageLimit.BROWSER, StageLimit.TEST_CARDS);
  }

  @Override
  public List<Fact> play() {
    List<Fact> all = new ArrayList<>();
    for (Way way : WAYS) {
      all.addAll(play(way));
    }
    all.addAll(playLater());
    return List.copyOf(all);
  }

  private List<Fact> play(Way way) {
    Steps steps = new Steps(cast);
    cast.narrator().chapter("The buyer pays at ECPay: " + way.name());
    String order = steps.placeAnOrder(reference + "-" + way.name());
    EcpayPage page = steps.goToEcpay(order, way.offer()).chooses(way.method(), way.typed());
    EcpayPage done = way.confirms() ? page.confirms() : page;
    String back = way.comesBack() ? done.comesBack() : done.goesBack();
    JsonNode payment = steps.paymentOf(order, "paid");
    List<Fact> all = new ArrayList<>();
    all.add(
        Fact.that(
            way.name() + ": the order is paid",
            true,
            cast.shop().order(order).path("paid").asBoolean()));
    all.add(Fact.that(way.name() + ": the browser is back", true, back.contains("付款結果 Result")));
    way.details()
        .forEach((pointer, value) ->
            all.add(Fact.that(way.name() + ": " + pointer, value, payment.at(pointer).asText())));
    return all;
  }

  /** An application is no money, and neither is it a failure: the lender decides days later. */
  private List<Fact> playLater() {
    Steps steps = new Steps(cast);
    cast.narrator().chapter("The buyer buys now and pays later");
    String order =
        cast.shop()
            .placesAnOrder(
                Orders.tea(reference + "-bnpl")
                    .replace("\"unitPrice\":1200", "\"unitPrice\":2200")
                    .replace("\"total\":2180", "\"total\":3180"))
            .path("id")
            .asText();
    steps
        .goToEcpay(order, "{\"channel\":\"hosted\",\"methods\":[\"bnpl\"]}")
        .chooses("BNPL", Map.of("brand", "URICH"));
    cast.ecpay().awaitsThatEverythingIsReported();
    String applied = cast.shop().order(order).path("payments").path(0).path("state").asText();
    cast.ecpay().isPaid(steps.paymentOf(order, "awaiting_money").path("tradeNo").asText());
    JsonNode paid = steps.paymentOf(order, "paid");
    return List.of(
        Fact.that("BNPL: an application is not money", "awaiting_money", applied),
        Fact.that("BNPL: approved, it is paid", "BNPL_URICH", paid.path("paymentType").asText()));
  }

  private static String hosted(String offer) {
    return "{\"channel\":\"hosted\"," + offer + "}";
  }

  private static Map<String, String> card(String number) {
    return Map.of("CardNumber", number, "CardExpiry", "12/49", "CardCVV", "222");
  }

  private static Map<String, String> card(String number, String name, String value) {
    return Map.of("CardNumber", number, "CardExpiry", "12/49", "CardCVV", "222", name, value);
  }

  private record Way(
      String name,
      String offer,
      String method,
      Map<String, String> typed,
      boolean confirms,
      boolean comesBack,
      Map<String, String> details) {}
}
