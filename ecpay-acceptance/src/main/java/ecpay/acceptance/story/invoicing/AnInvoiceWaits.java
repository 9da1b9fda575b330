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
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * ECPay keeps two invoices for some days (R-INV-31). One is edited and issued at 10:00 of its day:
 * the callback (CB-10) is only a hint, GetIssue tells. The other is cancelled a minute before,
 * which is not possible any more once the first one is issued (R-INV-32).
 */
public final class AnInvoiceWaits implements Story {
  private static final int DAYS = 2;
  private static final LocalTime LAST_MINUTE = LocalTime.of(9, 59);
  private static final LocalTime ISSUE_TIME = LocalTime.of(10, 0);

  private final Cast cast;
  private final String reference;

  /**
   * @param reference begins the shop's numbers of the orders
   */
  public AnInvoiceWaits(Cast cast, String reference) {
    this.cast = cast;
    this.reference = reference;
  }

  @Override
  public List<StageLimit> whyNotOnStage() {
    return List.of(StageLimit.TIME, StageLimit.INVOICE_NOTICES);
  }

  @Override
  public List<Fact> play() {
    Steps steps = new Steps(cast);
    Accountant accountant = cast.accountant();
    Wire wire = new Wire(cast);
    LocalDate issueDay = cast.today().plusDays(DAYS);
    String order = steps.placeAndPay(order("-issued"));
    JsonNode scheduled = steps.invoiceOf(order, "scheduled");
    String id = scheduled.path("id").asText();
    String otherOrder = steps.placeAndPay(order("-cancelled"));
    String other = steps.invoiceOf(otherOrder, "scheduled").path("id").asText();
    accountant.edits(id, "{\"buyer\":{\"email\":\"other.address@example.com\"}}");
    cast.timePassesUntil(issueDay, LAST_MINUTE);
    accountant.cancels(other);
    accountant.awaitsInvoice(other, "cancelled");
    String freed = accountant.trying().invoices(otherOrder, "{\"reference\":\"anew\"}").toString();
    cast.timePassesUntil(issueDay, ISSUE_TIME);
    JsonNode issued = accountant.awaitsInvoice(id, "issued");
    steps.awaitTheInvoice(order);
    cast.ecpay().awaitsThatEverythingIsReported();
    String tooLate = Refusal.of(() -> accountant.cancels(id));
    String number = issued.path("number").asText();
    EcpayBooks ecpay = new EcpayBooks(cast);
    return List.of(
        Fact.that(
            "the platform knows its moment",
            issueDay + "T10:00:00+08:00",
            scheduled.path("issuesAt").asText()),
        Fact.that("ECPay took it once", 1, wire.count("DelayIssue", id)),
        Fact.that("ECPay has issued it", "ISSUED", ecpay.delayed(id).path("status").asText()),
        Fact.that(
            "under the platform's number", ecpay.delayed(id).path("invoiceNo").asText(), number),
        Fact.that(
            "on its day", issueDay.toString(), issued.path("issuedAt").asText().substring(0, 10)),
        Fact.that("ECPay called back", true, wire.count("DelayIssue NotifyURL", id) >= 1),
        Fact.that("the platform asked before it believed", true, wire.count("GetIssue", id) >= 1),
        Fact.that(
            "the notice went to the edited address",
            1,
            wire.count("InvoiceNotify", "other.address@example.com")),
        Fact.that("once it is issued it cannot be cancelled", "R-INV-32", tooLate),
        Fact.that(
            "the other one is cancelled at ECPay",
            "CANCELLED",
            ecpay.delayed(other).path("status").asText()),
        Fact.that("what it was for is free again", true, freed.contains("2180")),
        Fact.that("the other one has no number", true, !accountant.invoice(other).has("number")),
        new Timeline(cast, order).told("InvoiceEdited", 1),
        new Timeline(cast, otherOrder).told("InvoiceCancelled", 1),
        new Timeline(cast, order).withoutIncident(),
        new Timeline(cast, otherOrder).withoutIncident());
  }

  private String order(String which) {
    return Orders.tea(
        reference + which,
        """
        {"carrier":"ecpay","timing":{"issue":"after_days","days":%d}}\
        """
            .formatted(DAYS));
  }
}
