package ecpay.acceptance.story.wayback;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.acceptance.actor.Cashier;
import ecpay.acceptance.actor.Refusal;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.Fact;
import ecpay.acceptance.telling.Incidents;
import ecpay.acceptance.telling.MoneyFacts;
import ecpay.acceptance.telling.Orders;
import ecpay.acceptance.telling.StageLimit;
import ecpay.acceptance.telling.Steps;
import ecpay.acceptance.telling.Story;
import ecpay.acceptance.telling.Timeline;
import ecpay.acceptance.telling.Wire;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/**
 * ECPay stops to capture a shop's cards by itself, and nobody notices. One order is captured by
 * hand in time; of the other a capture is refused after the 21st day (R-CAP-07), a person is warned
 * of it on day 80 and told on day 90 that its money does not come any more (R-CAP-08). Then it is
 * called off, and there is nothing to give back.
 */
public final class AnAuthorizationAges implements Story {
  private static final String INVOICED_LATER =
      "{\"carrier\":\"ecpay\",\"timing\":{\"issue\":\"by_hand\"}}";

  private final Cast cast;
  private final String reference;

  /**
   * @param reference begins the shop's numbers of the orders
   */
  public AnAuthorizationAges(Cast cast, String reference) {
    this.cast = cast;
    this.reference = reference;
  }

  @Override
  public List<StageLimit> whyNotOnStage() {
    return List.of(StageLimit.TIME, StageLimit.CAPTURE);
  }

  @Override
  public List<Fact> play() {
    cast.timePassesUntil(cast.today().plusDays(1), LocalTime.of(9, 30));
    cast.ecpay().capturesByItself(false);
    try {
      return playWithoutCaptures();
    } finally {
      cast.ecpay().capturesByItself(true);
    }
  }

  private List<Fact> playWithoutCaptures() {
    Cashier cashier = cast.cashier();
    Wire wire = new Wire(cast);
    String inTime = paid("-in-time");
    String forgotten = paid("-forgotten");
    MoneyFacts money = new MoneyFacts(cast, forgotten);

    cast.timePasses(Duration.ofDays(20));
    JsonNode captured = cashier.captures(new MoneyFacts(cast, inTime).payment());
    cast.timePasses(Duration.ofDays(2));
    String late = Refusal.of(() -> cashier.captures(money.payment()));

    cast.timePasses(Duration.ofDays(57));
    String beforeDay80 = new Incidents(cast, forgotten).kinds();
    cast.timePasses(Duration.ofDays(2));
    Incidents.await(cast, forgotten, "AUTHORIZATION_AGES");
    String onDay80 = new Incidents(cast, forgotten).kinds();
    cast.timePasses(Duration.ofDays(10));
    Incidents.await(cast, forgotten, "AUTHORIZATION_RELEASED");

    JsonNode released = cashier.card(money.payment());
    JsonNode calledOff = cashier.givesAllBackToTheEnd(forgotten, "r1");
    return List.of(
        Fact.that("on day 20 it is captured", "to_be_captured", captured.path("state").asText()),
        Fact.that("on day 22 it is not", "R-CAP-07", late),
        Fact.that("nobody is told before day 80", "", beforeDay80),
        Fact.that("then of the one that ages", "AUTHORIZATION_AGES", onDay80),
        Fact.that(
            "and on day 90 that it is gone",
            "AUTHORIZATION_AGES AUTHORIZATION_RELEASED",
            new Incidents(cast, forgotten).kinds()),
        Fact.that("of the other, nothing", "", new Incidents(cast, inTime).kinds()),
        new Timeline(cast, inTime).told("PaymentCaptured", 1),
        Fact.that("the bank has released it", "canceled", released.path("state").asText()),
        Fact.that("no money is to go back", "withhold", MoneyFacts.steps(calledOff)),
        Fact.that("and that is done", "done", calledOff.path("state").asText()),
        Fact.that("ECPay was never asked to act", 0, wire.count("DoAction", money.tradeNo())));
  }

  private String paid(String suffix) {
    return new Steps(cast).placeAndPay(Orders.tea(reference + suffix, INVOICED_LATER));
  }
}
