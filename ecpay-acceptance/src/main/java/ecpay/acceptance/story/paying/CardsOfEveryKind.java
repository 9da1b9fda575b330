package ecpay.acceptance.story.paying;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.acceptance.actor.Buyer;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.Fact;
import ecpay.acceptance.telling.StageLimit;
import ecpay.acceptance.telling.Steps;
import ecpay.acceptance.telling.Story;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * ECPay's form on the shop's own page, by every kind of card: in instalments, in thirty flexible
 * ones, with bonus points, by UnionPay and with Apple Pay. Each ends paid, with all that ECPay says
 * of the card (seed 001, R-ORD-16, R-PAY-01, R-PAY-03, R-PAY-04).
 */
public final class CardsOfEveryKind implements Story {
  private static final List<Way> WAYS =
      List.of(
          new Way(
              "instalments",
              "{\"methods\":[\"card\",\"instalments\"],\"instalments\":[3,6,12]}",
              card("INSTALMENT", Buyer.GOOD_CARD) + ",\"Instalment\":6",
              true,
              Map.of(
                  "/card/instalments/count", "6",
                  "/card/lastFour", "2222",
                  "/card/instalments/first", "365",
                  "/card/instalments/later", "363")),
          new Way(
              "flexible",
              "{\"methods\":[\"flexible_instalments\"]}",
              card("FLEXIBLE", "4938177777777777"),
              true,
              Map.of("/card/firstSix", "493817")),
          new Way(
              "bonus",
              "{\"methods\":[\"card\"],\"bonusPoints\":true}",
              card("CARD", Buyer.CARD_WITHOUT_3D) + ",\"Redeem\":true",
              false,
              Map.of(
                  "/card/bonus/used", "2180",
                  "/card/bonus/deducted", "218",
                  "/card/bonus/charged", "1962")),
          new Way(
              "remembered",
              "{\"methods\":[\"card\"],\"remember\":\"member-7\"}",
              card("CARD", Buyer.GOOD_CARD) + ",\"RememberCard\":true",
              true,
              Map.of("/card/lastFour", "2222")),
          new Way(
              "union-pay",
              "{\"methods\":[\"union_pay\"]}",
              "\"Method\":\"UNIONPAY\"",
              true,
              Map.of("/channel", "embedded")),
          new Way(
              "apple-pay",
              "{\"methods\":[\"apple_pay\"]}",
              "\"Method\":\"APPLE_PAY\"",
              false,
              Map.of("/channel", "embedded")));

  private final Cast cast;
  private final String reference;

  /**
   * @param reference begins the shop's numbers of the orders
   */
  public CardsOfEveryKind(Cast cast, String reference) {
    this.cast = cast;
    this.reference = reference;
  }

  @Override
  public List<StageLimit> whyNotOnStage() {
    return List.of(StageLimit.BROWSER);
  }

  @Override
  public List<Fact> play() {
    List<Fact> all = new ArrayList<>();
    for (Way way : WAYS) {
      all.addAll(play(way));
    }
    return List.copyOf(all);
  }

  private List<Fact> play(Way way) {
    Steps steps = new Steps(cast);
    cast.narrator().chapter("The buyer pays with " + way.name());
    String order = steps.placeAnOrder(reference + "-" + way.name());
    URI next = steps.fillIn(order, way.offer(), way.choice());
    if (way.goesToTheBank()) {
      cast.buyer().confirmsAtTheBank(next);
    }
    JsonNode payment = steps.paymentOf(order, "paid");
    List<Fact> all = new ArrayList<>();
    all.add(Fact.that(way.name() + ": the order is paid", true, isPaid(order)));
    all.add(Fact.that(way.name() + ": ECPay's fee is kept", true, payment.has("chargeFee")));
    way.details()
        .forEach((pointer, value) ->
            all.add(Fact.that(way.name() + ": " + pointer, value, payment.at(pointer).asText())));
    return all;
  }

  private boolean isPaid(String order) {
    return cast.shop().order(order).path("paid").asBoolean();
  }

  private static String card(String method, String number) {
    return "\"Method\":\"%s\",\"CardNumber\":\"%s\",\"CardExpiry\":\"12/49\",\"CardCVV\":\"222\""
        .formatted(method, number);
  }

  private record Way(
      String name,
      String offer,
      String choice,
      boolean goesToTheBank,
      Map<String, String> details) {}
}
