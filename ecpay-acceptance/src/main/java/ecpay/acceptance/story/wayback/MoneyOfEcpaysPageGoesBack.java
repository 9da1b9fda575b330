package ecpay.acceptance.story.wayback;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.acceptance.actor.Buyer;
import ecpay.acceptance.actor.Cashier;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.Fact;
import ecpay.acceptance.telling.MoneyFacts;
import ecpay.acceptance.telling.StageLimit;
import ecpay.acceptance.telling.Steps;
import ecpay.acceptance.telling.Story;
import ecpay.acceptance.telling.Timeline;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A card that paid on ECPay's own page goes back by AIO's operations: CreditDetail/QueryTrade/V2
 * with the merchant's check code before each action (R-CAP-01), DoAction as a signed form. First
 * all of it, while it is authorised; then, after the 13th, when no void is possible any more, all
 * of another one with an allowance (R-INV-22, R-CAP-02, R-CAP-13).
 */
public final class MoneyOfEcpaysPageGoesBack implements Story {
  private static final Map<String, String> CARD =
      Map.of("CardNumber", Buyer.GOOD_CARD, "CardExpiry", "12/49", "CardCVV", "222");

  private final Cast cast;
  private final String reference;

  /**
   * @param reference begins the shop's numbers of the orders
   */
  public MoneyOfEcpaysPageGoesBack(Cast cast, String reference) {
    this.cast = cast;
    this.reference = reference;
  }

  @Override
  public List<StageLimit> whyNotOnStage() {
    return List.of(StageLimit.CAPTURE);
  }

  @Override
  public List<Fact> play() {
    Cashier cashier = cast.cashier();
    cast.timePassesUntil(cast.today().plusDays(1), LocalTime.of(9, 30));

    String authorised = paidAtEcpay("-n");
    JsonNode abandoned = cashier.givesAllBackToTheEnd(authorised, "r1");
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.that("it is released", "done", abandoned.path("state").asText()));
    facts.add(Fact.that("by N, and the invoice is void", "void_invoice abandon", steps(abandoned)));
    facts.addAll(new MoneyFacts(cast, authorised).left(0));

    String captured = paidAtEcpay("-r");
    cast.timePassesUntil(cast.today().plusMonths(2).withDayOfMonth(14), LocalTime.of(0, 5));
    JsonNode refunded = cashier.givesAllBackToTheEnd(captured, "r1");
    facts.add(Fact.that("it is refunded", "done", refunded.path("state").asText()));
    facts.add(
        Fact.that(
            "by R, with an allowance: the void window is closed",
            "issue_allowance refund_card",
            steps(refunded)));
    facts.addAll(new MoneyFacts(cast, captured).left(0));
    facts.add(new Timeline(cast, captured).told("RefundCompleted", 1));
    return facts;
  }

  private static String steps(JsonNode refund) {
    return MoneyFacts.steps(refund);
  }

  private String paidAtEcpay(String suffix) {
    Steps steps = new Steps(cast);
    String order = steps.placeAnOrder(reference + suffix);
    steps
        .goToEcpay(order, "{\"channel\":\"hosted\",\"methods\":[\"card\"]}")
        .chooses("Credit", CARD)
        .confirms();
    steps.paymentOf(order, "paid");
    steps.awaitTheInvoice(order);
    return order;
  }
}
