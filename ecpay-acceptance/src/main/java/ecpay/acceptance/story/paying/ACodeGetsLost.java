package ecpay.acceptance.story.paying;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.acceptance.actor.EcpayPage;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.Fact;
import ecpay.acceptance.telling.StageLimit;
import ecpay.acceptance.telling.Steps;
import ecpay.acceptance.telling.Story;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * ECPay gives a buyer a code, and the platform does not hear of it: CreatePayment's answer is lost,
 * or the notice does not come. It asks (QueryTrade, QueryPaymentInfo, and on AIO QueryTradeInfo)
 * and finds the same code, never a second one (R-PAY-06, R-PAY-13).
 */
public final class ACodeGetsLost implements Story {
  private final Cast cast;
  private final String reference;

  /**
   * @param reference begins the shop's numbers of the orders
   */
  public ACodeGetsLost(Cast cast, String reference) {
    this.cast = cast;
    this.reference = reference;
  }

  @Override
  public List<StageLimit> whyNotOnStage() {
    return List.of(StageLimit.LOST_ANSWERS);
  }

  @Override
  public List<Fact> play() {
    List<Fact> all = new ArrayList<>(playEmbedded());
    all.addAll(playHosted());
    return List.copyOf(all);
  }

  private List<Fact> playEmbedded() {
    Steps steps = new Steps(cast);
    String order = steps.placeAnOrder(reference + "-answer");
    cast.ecpay().losesItsNextAnswerTo("CreatePayment");
    steps.fillIn(order, "{\"methods\":[\"cvs_code\"]}", "\"Method\":\"CVS\"");
    cast.timePasses(Duration.ofMinutes(2));
    JsonNode waiting = steps.paymentOf(order, "awaiting_money");
    cast.ecpay().isPaid(waiting.path("tradeNo").asText());
    steps.paymentOf(order, "paid");
    return List.of(
        Fact.that(
            "the code whose answer was lost is found",
            true,
            !waiting.path("instructions").path("paymentNo").asText().isEmpty()),
        Fact.that("there is one attempt", 1, cast.shop().order(order).path("payments").size()));
  }

  private List<Fact> playHosted() {
    Steps steps = new Steps(cast);
    String order = steps.placeAnOrder(reference + "-notice");
    cast.ecpay().holdsItsReports();
    EcpayPage page =
        steps
            .goToEcpay(order, "{\"channel\":\"hosted\",\"methods\":[\"atm\"]}")
            .chooses("ATM", Map.of());
    cast.timePasses(Duration.ofMinutes(11));
    JsonNode waiting = steps.paymentOf(order, "awaiting_money");
    cast.ecpay().releasesItsReports();
    cast.ecpay().awaitsThatEverythingIsReported();
    String state = cast.shop().order(order).path("payments").path(0).path("state").asText();
    return List.of(
        Fact.that(
            "the code whose notice was lost is found",
            true,
            page.text().contains(waiting.path("instructions").path("account").asText("none"))),
        Fact.that("the late notice changes nothing", "awaiting_money", state));
  }
}
