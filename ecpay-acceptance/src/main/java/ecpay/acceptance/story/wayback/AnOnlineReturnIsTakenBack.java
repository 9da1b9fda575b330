package ecpay.acceptance.story.wayback;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.acceptance.actor.Accountant;
import ecpay.acceptance.actor.Refusal;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.EcpayBooks;
import ecpay.acceptance.telling.Fact;
import ecpay.acceptance.telling.Orders;
import ecpay.acceptance.telling.StageLimit;
import ecpay.acceptance.telling.Steps;
import ecpay.acceptance.telling.Story;
import ecpay.acceptance.telling.Timeline;
import ecpay.acceptance.telling.Wire;
import java.time.Duration;
import java.util.List;

/**
 * Three requests for the buyer's consent: one is cancelled in time (R-ALW-24) though ECPay's answer
 * is lost, one expires after 72 hours (R-ALW-21, R-ALW-23), and both give their amount back
 * (R-ALW-04); the third takes the invoice back to the last dollar (CB-11, R-ALW-22), and nothing
 * more can be taken (R-ALW-03).
 */
public final class AnOnlineReturnIsTakenBack implements Story {
  private static final String REASON = "買方改變主意";

  private final Cast cast;
  private final String reference;

  /**
   * @param reference the shop's number of the order
   */
  public AnOnlineReturnIsTakenBack(Cast cast, String reference) {
    this.cast = cast;
    this.reference = reference;
  }

  @Override
  public List<StageLimit> whyNotOnStage() {
    return List.of(StageLimit.CONSENT_MAIL, StageLimit.TIME);
  }

  @Override
  public List<Fact> play() {
    Steps steps = new Steps(cast);
    Accountant accountant = cast.accountant();
    Wire wire = new Wire(cast);
    String order = steps.placeAndPay(Orders.tea(reference));
    String number = steps.invoiceOf(order, "issued").path("number").asText();
    steps.awaitTheInvoice(order);

    String first = cast.shop().takesBack(order, "return-1", 2, 1).path("id").asText();
    accountant.awaitsAllowance(first, "awaiting_consent");
    accountant.asksForConsentAgain(first);
    int held = remaining(number);
    cast.ecpay().losesItsNextAnswerTo("AllowanceInvalidByCollegiate");
    accountant.cancelsAllowance(first, REASON);
    cast.timePasses(Duration.ofMinutes(1));
    accountant.awaitsAllowance(first, "cancelled");
    int afterCancelling = remaining(number);

    String second = cast.shop().takesBack(order, "return-2", 1, 1).path("id").asText();
    accountant.awaitsAllowance(second, "awaiting_consent");
    cast.timePasses(Duration.ofDays(3).plusMinutes(1));
    accountant.awaitsAllowance(second, "expired");
    int afterExpiry = remaining(number);

    String third = accountant.takesBack(order, everything("return-3")).path("id").asText();
    accountant.awaitsAllowance(third, "awaiting_consent");
    cast.buyer().agreesTo(cast.ecpay().newestConsentLink());
    JsonNode issued = accountant.awaitsAllowance(third, "issued");
    cast.ecpay().awaitsThatEverythingIsReported();
    String more = Refusal.of(() -> accountant.takesBack(order, oneDollar("return-4")));
    EcpayBooks ecpay = new EcpayBooks(cast);
    return List.of(
        Fact.that("while it waits, its amount is held", Orders.TEA_TOTAL - 240, held),
        Fact.that("the mail was sent again", 1L, ecpay.notices(number, "OA")),
        Fact.that("GetAllowance was asked for it", 1, wire.count("GetAllowance", number)),
        Fact.that("cancelled, it gives it back", Orders.TEA_TOTAL, afterCancelling),
        Fact.that("so does one that has expired", Orders.TEA_TOTAL, afterExpiry),
        Fact.that(
            "the third is over the whole invoice", Orders.TEA_TOTAL, issued.path("amount").asInt()),
        Fact.that(
            "ECPay has called back",
            true,
            wire.count("AllowanceByCollegiate ReturnURL", number) >= 1),
        Fact.that("nothing remains", 0, remaining(number)),
        Fact.that(
            "for the platform too",
            0,
            steps.invoiceOf(order, "issued").path("remaining").asInt(-1)),
        Fact.that("nothing more can be taken back", "R-ALW-03", more),
        Fact.that(
            "ECPay tells the same of all three",
            "CANCELLED EXPIRED ISSUED",
            String.join(
                " ",
                ecpay.allowances(number).stream()
                    .map(allowance -> allowance.path("status").asText())
                    .toList())),
        new Timeline(cast, order).told("AllowanceCancelled", 1),
        new Timeline(cast, order).told("AllowanceExpired", 1),
        new Timeline(cast, order).told("AllowanceIssued", 1),
        new Timeline(cast, order).withoutIncident());
  }

  private int remaining(String number) {
    return new EcpayBooks(cast).invoice(number).path("remaining").asInt();
  }

  private static String everything(String reference) {
    return """
    {"reference":"%s","consent":"online","lines":[
     {"line":1,"quantity":1},{"line":2,"quantity":2},{"line":3,"quantity":"0.5"}]}\
    """
        .formatted(reference);
  }

  private static String oneDollar(String reference) {
    return """
    {"reference":"%s","consent":"online","lines":[{"line":1,"amount":1}]}\
    """
        .formatted(reference);
  }
}
