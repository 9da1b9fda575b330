package ecpay.acceptance.story.paying;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.Fact;
import ecpay.acceptance.telling.Orders;
import ecpay.acceptance.telling.StageLimit;
import ecpay.acceptance.telling.Story;
import java.net.URI;
import java.util.List;

/**
 * An order is placed and ECPay opens its payment form. As far as a story goes without a buyer in a
 * browser, on ECPay's stage as on the sandbox.
 */
public final class AFormOpens implements Story {
  private final Cast cast;
  private final String reference;

  /**
   * @param reference the shop's number of the order
   */
  public AFormOpens(Cast cast, String reference) {
    this.cast = cast;
    this.reference = reference;
  }

  @Override
  public List<StageLimit> whyNotOnStage() {
    return List.of();
  }

  @Override
  public List<Fact> play() {
    cast.narrator().chapter("An order is placed, and ECPay opens its form");
    String order = cast.shop().placesAnOrder(Orders.tea(reference)).path("id").asText();
    JsonNode payment = cast.shop().opensAPayment(order);
    JsonNode again = cast.shop().opensAPayment(order);
    String token = cast.buyer().opens(URI.create(payment.path("payUrl").asText()));
    JsonNode known = cast.shop().order(order);
    return List.of(
        Fact.that("the form is open", "open", payment.path("state").asText()),
        Fact.that("asked again, it is the same", payment.path("id"), again.path("id")),
        Fact.that("the buyer's page has ECPay's token", true, !token.isBlank()),
        Fact.that("there is one attempt to pay", 1, known.path("payments").size()),
        Fact.that("nothing is paid", false, known.path("paid").asBoolean()));
  }
}
