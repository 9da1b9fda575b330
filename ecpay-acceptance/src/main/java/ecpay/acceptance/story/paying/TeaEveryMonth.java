package ecpay.acceptance.story.paying;

import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.Fact;
import ecpay.acceptance.telling.StageLimit;
import ecpay.acceptance.telling.Steps;
import ecpay.acceptance.telling.Story;
import ecpay.acceptance.telling.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A card is charged every month (CB-03). Each charge becomes an order with an invoice of its own:
 * one is told twice, one is not told and found the day after, one is refused and tried again. Then
 * the shop stops the contract for good (R-PAY-17, R-PAY-18, R-CAP-10).
 */
public final class TeaEveryMonth implements Story {
  private final Cast cast;
  private final String reference;

  /**
   * @param reference the shop's number of the first order
   */
  public TeaEveryMonth(Cast cast, String reference) {
    this.cast = cast;
    this.reference = reference;
  }

  @Override
  public List<StageLimit> whyNotOnStage() {
    return List.of(StageLimit.TIME, StageLimit.REAUTH);
  }

  @Override
  public List<Fact> play() {
    Subscription tea = new Subscription(cast, new Steps(cast).subscribe(reference));
    cast.ecpay().reportsEachFact(2);
    tea.untilTheNextCharge();
    tea.awaitCharges(2);
    cast.ecpay().awaitsThatEverythingIsReported();
    cast.ecpay().reportsEachFact(1);
    cast.ecpay().holdsItsReports();
    tea.untilTheNextCharge();
    cast.timePasses(Duration.ofHours(25));
    tea.awaitCharges(3);
    cast.ecpay().releasesItsReports();
    cast.ecpay().awaitsThatEverythingIsReported();
    cast.ecpay().refusesChargesOf(tea.tradeNo(), 1);
    tea.untilTheNextCharge();
    tea.awaitRefusals(1);
    cast.shop().reauthorizes(tea.tradeNo());
    tea.awaitCharges(4);
    List<Fact> facts = new ArrayList<>(tea.ofItsOrders(4));
    String answered = cast.shop().cancelsContract(tea.tradeNo()).path("state").asText();
    cast.timePasses(Duration.ofDays(70));
    cast.ecpay().awaitsThatEverythingIsReported();
    facts.add(Fact.that("the shop hears that it is stopped", "stopped", answered));
    facts.add(Fact.that("it stays so", "stopped", tea.contract().path("state").asText()));
    facts.add(Fact.that("ECPay has stopped it", "STOPPED", tea.atEcpay().path("status").asText()));
    facts.add(Fact.that("nothing more is charged", 4, tea.atEcpay().path("successTimes").asInt()));
    facts.add(
        Fact.that("one charge was a person's matter", List.of("CHARGE_FAILED"), tea.incidents()));
    return List.copyOf(facts);
  }
}
