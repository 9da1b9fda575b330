package ecpay.acceptance.story.paying;

import ecpay.acceptance.actor.Buyer;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.Fact;
import ecpay.acceptance.telling.FinalFacts;
import ecpay.acceptance.telling.StageLimit;
import ecpay.acceptance.telling.Steps;
import ecpay.acceptance.telling.Story;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An order of 999 lines with names of 100 Chinese characters, the most that an invoice takes
 * (R-INV-06): it fits through the API, the books, the encryption and the wire, and ECPay's ItemName
 * is cut without splitting a character (R-ORD-07).
 */
public final class TheLargestOrder implements Story {
  private static final int LINES = 999;

  private final Cast cast;
  private final String reference;

  /**
   * @param reference the shop's number of the order
   */
  public TheLargestOrder(Cast cast, String reference) {
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
    String lines =
        IntStream.rangeClosed(1, LINES)
            .mapToObj(TheLargestOrder::line)
            .collect(Collectors.joining(","));
    String order =
        cast.shop()
            .placesAnOrder(
                """
                {"reference":"%s","buyer":{"name":"王小明","email":"buyer@example.com"},
                 "lines":[%s],"total":%d,"invoice":{"carrier":"ecpay"}}\
                """
                    .formatted(reference, lines, LINES * 2))
            .path("id")
            .asText();
    cast.buyer().confirmsAtTheBank(steps.enterACard(order, Buyer.GOOD_CARD));
    steps.awaitTheInvoice(order);
    return new FinalFacts(cast, order, LINES * 2).ofAPaidAndInvoicedOrder();
  }

  private static String line(int number) {
    String name = "%03d".formatted(number) + "茶".repeat(97);
    return """
    {"name":"%s","quantity":1,"unit":"個","unitPrice":2}\
    """
        .formatted(name);
  }
}
