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
import java.util.List;

/**
 * An invoice is voided (R-INV-25), once however often it is asked for (R-INV-26); the buyer is told
 * (II, R-NOT-01), ECPay's books show when and why, and what it was for is free to be invoiced anew,
 * but not twice (R-INV-34).
 */
public final class AnInvoiceIsVoided implements Story {
  private static final String REASON = "品名開立錯誤";

  private final Cast cast;
  private final String reference;

  /**
   * @param reference the shop's number of the order
   */
  public AnInvoiceIsVoided(Cast cast, String reference) {
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
    String order = steps.placeAndPay(Orders.tea(reference));
    JsonNode first = steps.awaitTheInvoice(order).path("invoices").path(0);
    String id = first.path("id").asText();
    String number = first.path("number").asText();
    accountant.trying().voids(id, REASON);
    String afterTrying = accountant.invoice(id).path("state").asText();
    accountant.voids(id, REASON);
    String again = accountant.voids(id, REASON).path("state").asText();
    steps.awaitNotices(order, 2);
    JsonNode theirs = accountant.asksEcpayAbout(id);
    String anew = accountant.invoices(order, "{\"reference\":\"anew\"}").path("id").asText();
    accountant.awaitsInvoice(anew, "issued");
    String third =
        Refusal.of(() ->
            accountant.invoices(order, "{\"reference\":\"too-much\",\"lines\":[{\"line\":1}]}"));
    EcpayBooks ecpay = new EcpayBooks(cast);
    String newNumber = accountant.invoice(anew).path("number").asText();
    return List.of(
        Fact.that("a dry run voids nothing", "issued", afterTrying),
        Fact.that("asked again, it is void as before", "voided", again),
        Fact.that("ECPay was asked to void it once", 1, wire.count("Invalid", number)),
        Fact.that("ECPay shows it as void", "VOID", ecpay.invoice(number).path("status").asText()),
        Fact.that("so does the platform's question", true, theirs.toString().contains(REASON)),
        Fact.that("GetInvalid was asked", 1, wire.count("GetInvalid", number)),
        Fact.that("the buyer was told of the void once", 1L, ecpay.notices(number, "II")),
        Fact.that("it was told once", 1L, new Timeline(cast, order).count("InvoiceVoided")),
        Fact.that("the new one has a number of its own", true, !newNumber.equals(number)),
        Fact.that(
            "ECPay has the new one over the whole order",
            Orders.TEA_TOTAL,
            ecpay.invoice(newNumber).path("amount").asInt()),
        Fact.that("a third one is too much", "R-INV-34", third),
        new Timeline(cast, order).withoutIncident());
  }
}
