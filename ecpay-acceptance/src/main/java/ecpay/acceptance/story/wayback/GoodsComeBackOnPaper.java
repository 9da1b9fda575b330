package ecpay.acceptance.story.wayback;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.acceptance.actor.Accountant;
import ecpay.acceptance.actor.Refusal;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.EcpayBooks;
import ecpay.acceptance.telling.Fact;
import ecpay.acceptance.telling.Incidents;
import ecpay.acceptance.telling.Orders;
import ecpay.acceptance.telling.StageLimit;
import ecpay.acceptance.telling.Steps;
import ecpay.acceptance.telling.Story;
import ecpay.acceptance.telling.Timeline;
import ecpay.acceptance.telling.Wire;
import java.time.Duration;
import java.util.List;

/**
 * A cup comes back over the counter: ECPay's answer to the paper allowance is lost, and its list
 * shows it (never doubled); the signature is owed, then filed (R-ALW-33). It was a mistake, so the
 * allowance is voided (R-ALW-25, R-ALW-26), whose answer is lost as well and found by
 * GetAllowanceInvalid; the buyer is told (AI, R-NOT-02), and its amount is free again (R-ALW-04).
 */
public final class GoodsComeBackOnPaper implements Story {
  private static final int CUP = 240;
  private static final String REASON = "誤開折讓";

  private final Cast cast;
  private final String reference;

  /**
   * @param reference the shop's number of the order
   */
  public GoodsComeBackOnPaper(Cast cast, String reference) {
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
    Accountant accountant = cast.accountant();
    Wire wire = new Wire(cast);
    String order = steps.placeAndPay(Orders.tea(reference));
    String number = steps.invoiceOf(order, "issued").path("number").asText();
    steps.awaitTheInvoice(order);

    JsonNode tried = accountant.trying().takesBack(order, slip());
    cast.ecpay().losesItsNextAnswerTo("Allowance");
    String id = accountant.takesBack(order, slip()).path("id").asText();
    cast.timePasses(Duration.ofMinutes(1));
    boolean owed = accountant.awaitsAllowance(id, "issued").path("owesSignature").asBoolean();
    int remaining = new EcpayBooks(cast).invoice(number).path("remaining").asInt();
    accountant.filesTheSignature(id);
    JsonNode signed = accountant.allowance(id);

    cast.ecpay().losesItsNextAnswerTo("AllowanceInvalid");
    accountant.voidsAllowance(id, REASON);
    cast.timePasses(Duration.ofMinutes(1));
    accountant.awaitsAllowance(id, "voided");
    accountant.voidsAllowance(id, REASON);
    steps.awaitNotices(order, 2);
    String twice = Refusal.of(() -> accountant.cancelsAllowance(id, REASON));
    EcpayBooks ecpay = new EcpayBooks(cast);
    return List.of(
        Fact.that("a dry run shows what it would be", true, tried.toString().contains("240")),
        Fact.that("ECPay was asked for one allowance", 1, wire.count("Allowance", number)),
        Fact.that("its list told of it", true, wire.count("GetAllowanceList", number) >= 1),
        Fact.that("the signature was owed", true, owed),
        Fact.that("now it is filed", false, signed.path("owesSignature").asBoolean(true)),
        Fact.that("the invoice had that much left", Orders.TEA_TOTAL - CUP, remaining),
        Fact.that("ECPay was asked to void it once", 1, wire.count("AllowanceInvalid", number)),
        Fact.that("its books told that it did", 1, wire.count("GetAllowanceInvalid", number)),
        Fact.that("ECPay has one allowance of it", 1, ecpay.allowances(number).size()),
        Fact.that(
            "which is void", "VOID", ecpay.allowances(number).getFirst().path("status").asText()),
        Fact.that("the buyer was told once", 1L, ecpay.notices(number, "AI")),
        Fact.that(
            "the whole amount is free again",
            Orders.TEA_TOTAL,
            ecpay.invoice(number).path("remaining").asInt()),
        Fact.that(
            "for the platform too",
            Orders.TEA_TOTAL,
            steps.invoiceOf(order, "issued").path("remaining").asInt()),
        Fact.that("a void one cannot be cancelled", true, !twice.equals("accepted")),
        new Timeline(cast, order).told("AllowanceIssued", 1),
        new Timeline(cast, order).told("AllowanceVoided", 1),
        new Timeline(cast, order).told("AllowanceSigned", 1),
        Fact.that(
            "a person was told of the signature, and of nothing else",
            "SIGNATURE_OWED",
            new Incidents(cast, order).kinds()));
  }

  private static String slip() {
    return """
    {"reference":"return-1","consent":"paper","signature":{"owedBy":"信義店 Xinyi store"},
     "lines":[{"line":2,"quantity":1}]}\
    """;
  }
}
