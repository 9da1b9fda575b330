package ecpay.acceptance.story.paying;

import ecpay.acceptance.actor.Buyer;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.Fact;
import ecpay.acceptance.telling.FinalFacts;
import ecpay.acceptance.telling.StageLimit;
import ecpay.acceptance.telling.Steps;
import ecpay.acceptance.telling.Story;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * ECPay charges the card, its answer to CreatePayment is lost, and its report comes late: the
 * platform asks (QueryTrade), the order is paid once, and the late report changes nothing
 * (R-PAY-10, R-PAY-13).
 */
public final class APaymentGetsLost implements Story {
  private final Cast cast;
  private final String reference;

  /**
   * @param reference the shop's number of the order
   */
  public APaymentGetsLost(Cast cast, String reference) {
    this.cast = cast;
    this.reference = reference;
  }

  @Override
  public List<StageLimit> whyNotOnStage() {
    return List.of(StageLimit.LOST_ANSWERS);
  }

  @Override
  public List<Fact> play() {
    Steps steps = new Steps(cast);
    cast.ecpay().holdsItsReports();
    String order = steps.placeAnOrder(reference);
    cast.ecpay().losesItsNextAnswerTo("CreatePayment");
    steps.enterACard(order, Buyer.CARD_WITHOUT_3D);
    cast.timePasses(Duration.ofMinutes(1));
    steps.awaitTheInvoice(order);
    cast.ecpay().releasesItsReports();
    cast.ecpay().awaitsThatEverythingIsReported();
    FinalFacts facts = new FinalFacts(cast, order);
    List<Fact> all = new ArrayList<>(facts.ofAPaidAndInvoicedOrder());
    all.addAll(facts.told("PaymentOutcomeUnknown", "PaymentReceived"));
    all.addAll(facts.withoutIncident());
    return List.copyOf(all);
  }
}
