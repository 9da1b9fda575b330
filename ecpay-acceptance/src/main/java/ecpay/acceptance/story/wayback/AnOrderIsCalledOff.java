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
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Three orders are called off in full inside the void window: one whose card is authorised (N), one
 * whose capture is asked for (E, then N; R-CAP-03), and one that is asked for in the quiet quarter
 * of an hour, which waits until it is over (R-CAP-06). Each invoice is void, and money and
 * documents agree (R-CAP-13).
 */
public final class AnOrderIsCalledOff implements Story {
  private final Cast cast;
  private final String reference;

  /**
   * @param reference begins the shop's numbers of the orders
   */
  public AnOrderIsCalledOff(Cast cast, String reference) {
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
    cast.timePassesUntil(cast.today().plusDays(1), LocalTime.of(9, 30));

    String authorised = invoiced(steps, "-n");
    JsonNode plan = cashier.trying().givesAllBack(authorised, "r1");
    JsonNode abandoned = cashier.givesAllBackToTheEnd(authorised, "r1");
    String again = cashier.givesAllBack(authorised, "r1").path("id").asText();
    facts.add(
        Fact.that("a dry run tells the plan", "void_invoice abandon", MoneyFacts.steps(plan)));
    facts.add(Fact.that("it was carried out", "done", abandoned.path("state").asText()));
    facts.add(Fact.that("asked twice, it is one", abandoned.path("id").asText(), again));
    facts.addAll(new MoneyFacts(cast, authorised).left(0));
    facts.add(
        Fact.that(
            "nothing is left to give back",
            "R-CAP-04",
            Refusal.of(() -> cashier.givesAllBack(authorised, "r2"))));
    facts.add(
        Fact.that(
            "nor to be invoiced",
            "R-CAP-13",
            Refusal.of(() -> cast.accountant().invoices(authorised, "{\"reference\":\"anew\"}"))));
    facts.add(new Timeline(cast, authorised).told("RefundCompleted", 1));
    facts.add(new Timeline(cast, authorised).withoutIncident());

    String asked = invoiced(steps, "-en");
    String quiet = invoiced(steps, "-quiet");
    cast.timePassesUntil(cast.today(), LocalTime.of(20, 16));
    JsonNode waiting = cashier.givesAllBack(quiet, "r1");
    facts.add(Fact.that("it waits", "under_way", waiting.path("state").asText()));
    cast.timePassesUntil(cast.today(), LocalTime.of(20, 31));
    JsonNode waited = cashier.awaits(waiting.path("id").asText(), "done");
    facts.add(
        Fact.that(
            "the capture was taken back, then the card released",
            "void_invoice cancel_capture abandon",
            MoneyFacts.steps(waited)));
    facts.addAll(new MoneyFacts(cast, quiet).left(0));

    JsonNode both = cashier.givesAllBackToTheEnd(asked, "r1");
    facts.add(Fact.that("E and N went through", "done", both.path("state").asText()));
    facts.add(
        Fact.that("as two steps", "void_invoice cancel_capture abandon", MoneyFacts.steps(both)));
    facts.addAll(new MoneyFacts(cast, asked).left(0));
    return facts;
  }

  private String invoiced(Steps steps, String suffix) {
    String order = steps.placeAndPay(Orders.tea(reference + suffix));
    steps.awaitTheInvoice(order);
    return order;
  }
}
