package ecpay.acceptance.story.wayback;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.acceptance.actor.Buyer;
import ecpay.acceptance.actor.Cashier;
import ecpay.acceptance.actor.Refusal;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.Fact;
import ecpay.acceptance.telling.MoneyFacts;
import ecpay.acceptance.telling.StageLimit;
import ecpay.acceptance.telling.Steps;
import ecpay.acceptance.telling.Story;
import ecpay.acceptance.telling.Wire;
import java.net.URI;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * What was paid in instalments, flexible ones included, or with bonus points, goes back only whole
 * (R-CAP-05): a part is refused before ECPay is asked to act, all of it is abandoned on the day
 * itself and refunded once it is captured. Money and documents agree afterwards (R-CAP-13).
 */
public final class InstalmentsGoBackWhole implements Story {
  private static final List<Way> WAYS =
      List.of(
          new Way(
              "instalments",
              "{\"methods\":[\"instalments\"],\"instalments\":[3,6,12]}",
              card("INSTALMENT", Buyer.GOOD_CARD) + ",\"Instalment\":6",
              true),
          new Way(
              "flexible",
              "{\"methods\":[\"flexible_instalments\"]}",
              card("FLEXIBLE", "4938177777777777"),
              true),
          new Way(
              "bonus",
              "{\"methods\":[\"card\"],\"bonusPoints\":true}",
              card("CARD", Buyer.CARD_WITHOUT_3D) + ",\"Redeem\":true",
              false));

  private final Cast cast;
  private final String reference;

  /**
   * @param reference begins the shop's numbers of the orders
   */
  public InstalmentsGoBackWhole(Cast cast, String reference) {
    this.cast = cast;
    this.reference = reference;
  }

  @Override
  public List<StageLimit> whyNotOnStage() {
    return List.of(StageLimit.CAPTURE);
  }

  @Override
  public List<Fact> play() {
    List<Fact> facts = new ArrayList<>();
    for (Way way : WAYS) {
      facts.addAll(wholeOnTheDayItself(way));
      facts.addAll(wholeOnceCaptured(way));
    }
    return facts;
  }

  private List<Fact> wholeOnTheDayItself(Way way) {
    cast.timePassesUntil(cast.today().plusDays(1), LocalTime.of(9, 30));
    String order = paid(way, "0");
    List<Fact> facts = new ArrayList<>(noPart(way, order));
    JsonNode whole = cast.cashier().givesAllBackToTheEnd(order, "whole");
    facts.add(
        Fact.that(way.name() + ": released", "void_invoice abandon", MoneyFacts.steps(whole)));
    facts.addAll(new MoneyFacts(cast, order).left(0));
    return facts;
  }

  private List<Fact> wholeOnceCaptured(Way way) {
    String order = paid(way, "2");
    cast.timePassesUntil(cast.today().plusDays(2), LocalTime.of(9, 30));
    Wire wire = new Wire(cast);
    List<Fact> facts = new ArrayList<>(noPart(way, order));
    JsonNode whole = cast.cashier().givesAllBackToTheEnd(order, "whole");
    facts.add(
        Fact.that(way.name() + ": refunded", "void_invoice refund_card", MoneyFacts.steps(whole)));
    facts.add(
        Fact.that(
            way.name() + ": by one action",
            1,
            wire.count("DoAction", new MoneyFacts(cast, order).tradeNo())));
    facts.addAll(new MoneyFacts(cast, order).left(0));
    return facts;
  }

  /** Neither a part nor, of a card that is authorised only, a part for another reason. */
  private List<Fact> noPart(Way way, String order) {
    Cashier cashier = cast.cashier();
    String refused =
        Refusal.of(() -> cashier.givesBack(order, "{\"reference\":\"part\",\"amount\":100}"));
    return List.of(
        Fact.that(way.name() + ": no part goes back", "R-CAP-05", refused),
        Fact.that(
            way.name() + ": and nothing is recorded",
            true,
            cast.shop().order(order).path("refunds").isEmpty()));
  }

  private String paid(Way way, String days) {
    Steps steps = new Steps(cast);
    String order = steps.placeAnOrder(reference + "-" + way.name() + "-" + days);
    URI next = steps.fillIn(order, way.offer(), way.choice());
    if (way.goesToTheBank()) {
      cast.buyer().confirmsAtTheBank(next);
    }
    steps.paymentOf(order, "paid");
    steps.awaitTheInvoice(order);
    return order;
  }

  private static String card(String method, String number) {
    return "\"Method\":\"%s\",\"CardNumber\":\"%s\",\"CardExpiry\":\"12/49\",\"CardCVV\":\"222\""
        .formatted(method, number);
  }

  private record Way(String name, String offer, String choice, boolean goesToTheBank) {}
}
