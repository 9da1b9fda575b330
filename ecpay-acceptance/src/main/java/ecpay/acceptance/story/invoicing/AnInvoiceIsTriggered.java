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
 * Two invoices wait until their goods leave. One is issued by its trigger (4000004); the other one
 * is only on its way then (4000003, R-INV-33), may no longer be edited (R-INV-32), and is issued
 * days later.
 */
public final class AnInvoiceIsTriggered implements Story {
  private static final int DAYS = 1;

  private final Cast cast;
  private final String reference;

  /**
   * @param reference begins the shop's numbers of the orders
   */
  public AnInvoiceIsTriggered(Cast cast, String reference) {
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
    Accountant accountant = cast.accountant();
    Wire wire = new Wire(cast);
    String order = steps.placeAndPay(order("-at-once", 0));
    String atOnce = steps.invoiceOf(order, "scheduled").path("id").asText();
    String laterOrder = steps.placeAndPay(order("-later", DAYS));
    String later = steps.invoiceOf(laterOrder, "scheduled").path("id").asText();
    accountant.triggers(atOnce);
    JsonNode issued = accountant.awaitsInvoice(atOnce, "issued");
    accountant.triggers(atOnce);
    LocalDate issueDay = cast.today().plusDays(DAYS);
    JsonNode triggered = accountant.triggers(later);
    accountant.triggers(later);
    String edit =
        Refusal.of(() -> accountant.edits(later, "{\"buyer\":{\"email\":\"a@example.com\"}}"));
    String early = accountant.invoice(later).path("state").asText();
    cast.timePassesUntil(issueDay, LocalTime.of(10, 0));
    JsonNode issuedLater = accountant.awaitsInvoice(later, "issued");
    EcpayBooks ecpay = new EcpayBooks(cast);
    return List.of(
        Fact.that("its trigger has issued it", "4000004", wire.codes("TriggerIssue", atOnce)),
        Fact.that(
            "it is in ECPay's books",
            "ISSUED",
            ecpay.invoice(issued.path("number").asText()).path("status").asText()),
        Fact.that("the other one was triggered once", "4000003", wire.codes("TriggerIssue", later)),
        Fact.that("it was not issued by that", "scheduled", early),
        Fact.that(
            "its moment is known",
            issueDay + "T10:00:00+08:00",
            triggered.path("issuesAt").asText()),
        Fact.that("it cannot be edited any more", "R-INV-32", edit),
        Fact.that(
            "it is issued on its day",
            issueDay.toString(),
            issuedLater.path("issuedAt").asText().substring(0, 10)),
        Fact.that(
            "ECPay has it under the same number",
            ecpay.delayed(later).path("invoiceNo").asText(),
            issuedLater.path("number").asText()),
        new Timeline(cast, laterOrder).told("InvoiceTriggered", 1),
        new Timeline(cast, order).withoutIncident(),
        new Timeline(cast, laterOrder).withoutIncident());
  }

  private String order(String which, int days) {
    return Orders.tea(
        reference + which,
        """
        {"carrier":"ecpay","timing":{"issue":"on_trigger","days":%d}}\
        """
            .formatted(days));
  }
}
