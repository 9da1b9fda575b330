package ecpay.acceptance.story.wayback;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.acceptance.actor.Cashier;
import ecpay.acceptance.actor.Refusal;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.Fact;
import ecpay.acceptance.telling.MoneyFacts;
import ecpay.acceptance.telling.Orders;
import ecpay.acceptance.telling.StageLimit;
import ecpay.acceptance.telling.Steps;
import ecpay.acceptance.telling.Story;
import ecpay.acceptance.telling.Timeline;
import ecpay.acceptance.telling.Wire;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * A captured order comes back in parts: before its capture a part is refused (R-CAP-02), and the
 * shop captures it by hand, once; then a cup on paper, whose answer to R is lost and never repeated
 * blindly (R-PAY-13); then some money with the buyer's consent, which it waits for; then a consent
 * that never comes, and paper instead; then all the rest (R-CAP-04), by allowance. After each step
 * money and documents agree (R-CAP-13).
 */
public final class PartOfTheMoneyGoesBack implements Story {
  private static final String ON_PAPER =
      "\"consent\":\"paper\",\"signature\":{\"owedBy\":\"信義店 Xinyi store\"}";

  private final Cast cast;
  private final String reference;

  /**
   * @param reference the shop's number of the order
   */
  public PartOfTheMoneyGoesBack(Cast cast, String reference) {
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
    Cashier cashier = cast.cashier();
    Steps steps = new Steps(cast);
    Wire wire = new Wire(cast);
    cast.timePassesUntil(cast.today().plusDays(1), LocalTime.of(9, 30));
    String order =
        steps.placeAndPay(
            Orders.tea(
                reference,
                """
                {"carrier":"mobile_barcode","carrierNumber":"/ABC+12."}\
                """));
    steps.awaitTheInvoice(order);
    MoneyFacts money = new MoneyFacts(cast, order);
    facts.add(
        Fact.that(
            "of an authorised card no part goes back",
            "R-CAP-02",
            Refusal.of(() -> cashier.givesBack(order, cup()))));
    cashier.captures(money.payment());
    String asked = cashier.captures(money.payment()).path("state").asText();
    facts.add(Fact.that("it was captured by hand", "to_be_captured", asked));
    facts.add(new Timeline(cast, order).told("PaymentCaptured", 1));

    cast.timePassesUntil(cast.today().plusDays(1), LocalTime.of(9, 30));
    cast.ecpay().losesItsNextAnswerTo("DoAction");
    String lost = cashier.givesBack(order, cup()).path("id").asText();
    cast.timePasses(Duration.ofMinutes(1));
    JsonNode found = cashier.awaits(lost, "done");
    facts.add(
        Fact.that(
            "the slip, then the money", "issue_allowance refund_card", MoneyFacts.steps(found)));
    facts.addAll(money.left(Orders.TEA_TOTAL - 240));

    JsonNode online =
        cashier.givesBack(order, "{\"reference\":\"r2\",\"amount\":100,\"consent\":\"online\"}");
    facts.add(
        Fact.that(
            "the money waits", "waiting", online.path("steps").path(0).path("state").asText()));
    facts.add(
        Fact.that(
            "and so do other refunds",
            "R-CAP-13",
            Refusal.of(() -> cashier.givesAllBack(order, "r9"))));
    cast.buyer().agreesTo(cast.ecpay().newestConsentLink());
    cashier.awaits(online.path("id").asText(), "done");
    facts.addAll(money.left(Orders.TEA_TOTAL - 340));

    String never =
        cashier
            .givesBack(order, "{\"reference\":\"r3\",\"amount\":60,\"consent\":\"online\"}")
            .path("id")
            .asText();
    cast.timePasses(Duration.ofDays(3).plusHours(2));
    facts.add(
        Fact.that(
            "nobody consented",
            "ALLOWANCE_ENDED",
            cashier.awaits(never, "stopped").path("code").asText()));
    facts.add(Fact.that("which is a task", true, cashier.tasks().toString().contains(never)));
    cast.timePassesUntil(cast.today().plusDays(1), LocalTime.of(9, 30));
    cashier.continues(never, "{" + ON_PAPER + "}");
    cashier.awaits(never, "done");
    facts.addAll(money.left(Orders.TEA_TOTAL - 400));

    JsonNode rest =
        cashier.givesBackToTheEnd(
            order, "{\"reference\":\"r4\",\"everything\":true," + ON_PAPER + "}");
    facts.add(
        Fact.that(
            "the rest by allowance, for there are others",
            "issue_allowance refund_card",
            MoneyFacts.steps(rest)));
    facts.addAll(money.left(0));
    facts.add(new Timeline(cast, order).told("RefundCompleted", 4));
    facts.add(
        Fact.that(
            "ECPay was asked for a capture and four refunds",
            5,
            wire.count("DoAction", money.tradeNo())));
    return facts;
  }

  private static String cup() {
    return "{\"reference\":\"r1\",\"lines\":[{\"line\":2,\"quantity\":1}]," + ON_PAPER + "}";
  }
}
