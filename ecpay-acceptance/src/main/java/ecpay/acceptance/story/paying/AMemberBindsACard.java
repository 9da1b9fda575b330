package ecpay.acceptance.story.paying;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.acceptance.actor.Buyer;
import ecpay.acceptance.actor.Refusal;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.Fact;
import ecpay.acceptance.telling.FinalFacts;
import ecpay.acceptance.telling.StageLimit;
import ecpay.acceptance.telling.Steps;
import ecpay.acceptance.telling.Story;
import ecpay.acceptance.telling.Wire;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A member binds a card with 3-D Secure (CB-04, confirmed by GetMemberBindCard), pays two orders
 * with it, and deletes it; afterwards it pays no more (R-ORD-17, R-PAY-08).
 */
public final class AMemberBindsACard implements Story {
  private static final String MEMBER = "member-9";

  private final Cast cast;
  private final String reference;

  /**
   * @param reference begins the shop's numbers of the orders
   */
  public AMemberBindsACard(Cast cast, String reference) {
    this.cast = cast;
    this.reference = reference;
  }

  @Override
  public List<StageLimit> whyNotOnStage() {
    return List.of(StageLimit.BROWSER);
  }

  @Override
  public List<Fact> play() {
    Wire wire = new Wire(cast);
    JsonNode open = cast.shop().bindsACard(MEMBER);
    String card = open.path("id").asText();
    URI bank = cast.buyer().bindsACard(URI.create(open.path("bindUrl").asText()), Buyer.GOOD_CARD);
    String told = cast.buyer().confirmsAtTheBank(bank).text();
    JsonNode bound = cast.shop().cards(MEMBER).path(0);
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.that("the member reads the last four digits", true, told.contains("2222")));
    facts.add(Fact.that("the card is bound", "bound", bound.path("state").asText()));
    facts.add(Fact.that("no id of ECPay's is shown", false, bound.has("bindCardId")));
    for (String which : List.of("-first", "-second")) {
      String order = pay(which, card);
      facts.addAll(new FinalFacts(cast, order).ofAPaidAndInvoicedOrder());
      facts.addAll(new FinalFacts(cast, order).withoutIncident());
    }
    String stranger =
        Refusal.of(() ->
            cast.shop()
                .chargesACard(
                    new Steps(cast).placeAnOrder(reference + "-third"), "member-8", card));
    facts.add(Fact.that("nobody pays with another member's card", "404", stranger));
    facts.add(
        Fact.that(
            "the member may look at the cards at ECPay",
            false,
            cast.shop().opensTheCardPage(MEMBER).isEmpty()));
    facts.add(
        Fact.that(
            "the card is deleted",
            "deleted",
            cast.shop().deletesACard(MEMBER, card).path("state").asText()));
    facts.add(
        Fact.that(
            "and pays no more",
            true,
            Refusal.of(() ->
                    cast.shop()
                        .chargesACard(
                            new Steps(cast).placeAnOrder(reference + "-fourth"), MEMBER, card))
                    .length()
                > 0));
    facts.add(
        Fact.that(
            "the platform asked before it believed",
            true,
            wire.count("GetMemberBindCard", MEMBER) >= 1));
    return List.copyOf(facts);
  }

  private String pay(String which, String card) {
    Steps steps = new Steps(cast);
    String order = steps.placeAnOrder(reference + which);
    JsonNode payment = cast.shop().chargesACard(order, MEMBER, card);
    cast.buyer().passesTheBank(URI.create(payment.path("bankUrl").asText()));
    steps.awaitTheInvoice(order);
    return order;
  }
}
