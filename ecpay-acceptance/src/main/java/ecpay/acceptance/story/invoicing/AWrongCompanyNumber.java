package ecpay.acceptance.story.invoicing;

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
 * A company gave a number with a typing error, which its checksum tells (R-INV-15), and then
 * another company's. The invoice is annulled and issued anew under its own number and time
 * (R-INV-27), once (R-INV-26); ECPay's answer is lost, and what its books show tells that it
 * happened (R-PAY-13).
 */
public final class AWrongCompanyNumber implements Story {
  private static final String OTHERS = "24536806";
  private static final String ITS_OWN = "97025978";

  private final Cast cast;
  private final String reference;

  /**
   * @param reference the shop's number of the order
   */
  public AWrongCompanyNumber(Cast cast, String reference) {
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
    String mistyped = Refusal.of(() -> cast.shop().placesAnOrder(order("24536807")));
    String order = steps.placeAndPay(order(OTHERS));
    JsonNode before = steps.awaitTheInvoice(order).path("invoices").path(0);
    String id = before.path("id").asText();
    String number = before.path("number").asText();
    Wire wire = new Wire(cast);
    accountant.trying().reissues(id, reissue(ITS_OWN));
    cast.ecpay().losesItsNextAnswerTo("VoidWithReIssue");
    accountant.reissues(id, reissue(ITS_OWN));
    cast.timePasses(Duration.ofMinutes(1));
    cast.shop()
        .awaits(
            order,
            "the invoice is issued anew",
            it -> it.path("invoices").path(0).has("reissuedAt"));
    JsonNode after = accountant.invoice(id);
    accountant.reissues(id, reissue(ITS_OWN));
    String once = Refusal.of(() -> accountant.reissues(id, reissue(OTHERS)));
    JsonNode theirs = new EcpayBooks(cast).invoice(number);
    return List.of(
        Fact.that("a number with a typing error is told at once", "R-INV-15", mistyped),
        Fact.that("it keeps its number", number, after.path("number").asText()),
        Fact.that(
            "it keeps its time", before.path("issuedAt").asText(), after.path("issuedAt").asText()),
        Fact.that(
            "it bears the right company",
            ITS_OWN,
            after.path("document").path("invoice").path("company").path("number").asText()),
        Fact.that(
            "ECPay was asked to issue it anew once", 1, wire.count("VoidWithReIssue", number)),
        Fact.that("GetIssue told that it happened", true, wire.count("GetIssue", id) >= 1),
        Fact.that("ECPay has issued it anew", true, theirs.path("reissued").asBoolean()),
        Fact.that("ECPay counts it as live", "ISSUED", theirs.path("status").asText()),
        Fact.that(
            "ECPay shows the right company",
            true,
            accountant.asksEcpayAbout(id).toString().contains(ITS_OWN)),
        Fact.that("a second time is refused", "R-INV-26", once),
        Fact.that("it was told once", 1L, new Timeline(cast, order).count("InvoiceReissued")),
        new Timeline(cast, order).withoutIncident());
  }

  private String order(String company) {
    return Orders.tea(
        reference,
        """
        {"carrier":"none","company":{"number":"%s","name":"好茶股份有限公司"},
         "print":{"address":"台北市中正區重慶南路一段122號"}}\
        """
            .formatted(company));
  }

  private static String reissue(String company) {
    return """
    {"reason":"統一編號錯誤","invoice":{"carrier":"none",
     "company":{"number":"%s","name":"好茶股份有限公司"},
     "print":{"address":"台北市中正區重慶南路一段122號"}}}\
    """
        .formatted(company);
  }
}
