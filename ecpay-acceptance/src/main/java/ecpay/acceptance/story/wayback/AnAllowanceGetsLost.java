package ecpay.acceptance.story.wayback;

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
 * ECPay takes an online allowance and its answer is lost, so that the platform does not know its
 * number. The buyer consents all the same; the callback names a number that nobody knows, and the
 * platform finds the allowance in ECPay's list (R-ALW-22, R-ALW-27). A second one never arrives at
 * all, and is sent again once ECPay's books show that.
 */
public final class AnAllowanceGetsLost implements Story {
  private final Cast cast;
  private final String reference;

  /**
   * @param reference the shop's number of the order
   */
  public AnAllowanceGetsLost(Cast cast, String reference) {
    this.cast = cast;
    this.reference = reference;
  }

  @Override
  public List<StageLimit> whyNotOnStage() {
    return List.of(StageLimit.CONSENT_MAIL, StageLimit.LOST_ANSWERS);
  }

  @Override
  public List<Fact> play() {
    Steps steps = new Steps(cast);
    String order = steps.placeAnOrder(reference);
    cast.buyer().confirmsAtTheBank(steps.enterACard(order, Buyer.GOOD_CARD));
    steps.awaitTheInvoice(order);

    cast.ecpay().losesItsNextAnswerTo("AllowanceByCollegiate");
    cast.shop().takesBack(order, "return-1", 2, 1);
    cast.buyer().agreesTo(cast.ecpay().newestConsentLink());
    cast.timePasses(Duration.ofMinutes(1));
    steps.awaitAllowance(order, "issued");
    FinalFacts lost = new FinalFacts(cast, order);
    List<Fact> facts = new ArrayList<>(lost.ofOneAllowance(240));
    facts.addAll(lost.told("AllowanceOutcomeUnknown"));

    cast.ecpay().plan("AllowanceByCollegiate", "LOST_REQUEST");
    cast.shop().takesBack(order, "return-2", 1, 1);
    // Two calls of this order got lost: the third one leaves five minutes later.
    cast.timePasses(Duration.ofMinutes(6));
    steps.awaitAllowance(order, "awaiting_consent");
    cast.buyer().agreesTo(cast.ecpay().newestConsentLink());
    steps.awaitAllowance(order, "issued");
    facts.addAll(new FinalFacts(cast, order).ofAllowances(2, 240 + 1200));
    return List.copyOf(facts);
  }
}
