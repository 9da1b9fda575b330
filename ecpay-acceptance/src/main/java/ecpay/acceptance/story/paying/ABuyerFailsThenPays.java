package ecpay.acceptance.story.paying;

import ecpay.acceptance.actor.Buyer;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.Fact;
import ecpay.acceptance.telling.FinalFacts;
import ecpay.acceptance.telling.StageLimit;
import ecpay.acceptance.telling.Steps;
import ecpay.acceptance.telling.Story;
import java.util.ArrayList;
import java.util.List;

/**
 * The bank refuses a card; the order stays payable, with a new MerchantTradeNo (R-ORD-02), and the
 * second card pays it.
 */
public final class ABuyerFailsThenPays implements Story {
  private final Cast cast;
  private final String reference;

  /**
   * @param reference the shop's number of the order
   */
  public ABuyerFailsThenPays(Cast cast, String reference) {
    this.cast = cast;
    this.reference = reference;
  }

  @Override
  public List<StageLimit> whyNotOnStage() {
    return List.of(StageLimit.BROWSER);
  }

  @Override
  public List<Fact> play() {
    Steps steps = new Steps(cast);
    String order = steps.placeAnOrder(reference);
    cast.buyer().confirmsAtTheBank(steps.enterACard(order, Buyer.REFUSED_CARD));
    cast.shop()
        .awaits(
            order,
            "the first attempt has failed",
            it -> it.path("payments").path(0).path("state").asText().equals("failed"));
    cast.buyer().confirmsAtTheBank(steps.enterACard(order, Buyer.GOOD_CARD));
    steps.awaitTheInvoice(order);
    FinalFacts facts = new FinalFacts(cast, order);
    List<Fact> all = new ArrayList<>(facts.ofAPaidAndInvoicedOrder());
    all.addAll(facts.told("PaymentFailed", "PaymentReceived"));
    all.addAll(facts.withoutIncident());
    all.add(
        Fact.that("there were two attempts", 2, cast.shop().order(order).path("payments").size()));
    return List.copyOf(all);
  }
}
