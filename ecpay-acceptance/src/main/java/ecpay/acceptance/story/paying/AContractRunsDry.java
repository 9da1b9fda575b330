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
 * A contract that began on ECPay's own page (CB-07): one charge is told, one is not told and found
 * the day after (QueryCreditCardPeriodInfo), then the bank refuses six in a row, and the contract
 * counts as stopped (R-PAY-18). Another is stopped by the shop (R-CAP-10).
 */
public final class AContractRunsDry implements Story {
  private final Cast cast;
  private final String reference;

  /**
   * @param reference begins the shop's numbers of the orders
   */
  public AContractRunsDry(Cast cast, String reference) {
    this.cast = cast;
    this.reference = reference;
  }

  @Override
  public List<StageLimit> whyNotOnStage() {
    return List.of(StageLimit.TIME, StageLimit.BANK);
  }

  @Override
  public List<Fact> play() {
    Subscription stopped = new Subscription(cast, begin("-stopped"));
    String answered = cast.shop().cancelsContract(stopped.tradeNo()).path("state").asText();
    Subscription tea = new Subscription(cast, begin("-dry"));
    tea.untilTheNextCharge();
    tea.awaitCharges(2);
    cast.ecpay().holdsItsReports();
    tea.untilTheNextCharge();
    cast.timePasses(Duration.ofHours(25));
    tea.awaitCharges(3);
    cast.ecpay().releasesItsReports();
    cast.ecpay().awaitsThatEverythingIsReported();
    List<Fact> facts = new ArrayList<>(tea.ofItsOrders(3));
    cast.ecpay().refusesChargesOf(tea.tradeNo(), 6);
    for (int refusals = 1; refusals <= 6; refusals++) {
      tea.untilTheNextCharge();
      tea.awaitRefusals(refusals);
    }
    tea.awaitState("stopped");
    facts.add(Fact.that("the shop has stopped the other one", "stopped", answered));
    facts.add(Fact.that("so has ECPay", "STOPPED", stopped.atEcpay().path("status").asText()));
    facts.add(
        Fact.that("ECPay has stopped it, too", "STOPPED", tea.atEcpay().path("status").asText()));
    facts.add(
        Fact.that(
            "a person is told that it stopped", "CONTRACT_STOPPED", tea.incidents().getLast()));
    facts.add(Fact.that("and of each refusal", 7, tea.incidents().size()));
    return List.copyOf(facts);
  }

  private String begin(String which) {
    return new Steps(cast).subscribeAtEcpay(reference + which);
  }
}
