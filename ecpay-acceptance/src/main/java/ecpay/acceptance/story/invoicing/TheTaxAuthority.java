package ecpay.acceptance.story.invoicing;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.acceptance.actor.Accountant;
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
 * A barcode that nobody has registered stops an invoice before it is sent (R-INV-14); corrected, it
 * is issued. While the tax authority is down (10000010), invoices are issued all the same. A person
 * may ask for a barcode, a donation code (R-INV-07) and a company's name (R-INV-15) as well.
 */
public final class TheTaxAuthority implements Story {
  private static final String UNKNOWN = "/NOBODY+";

  private final Cast cast;
  private final String reference;

  /**
   * @param reference begins the shop's numbers of the orders
   */
  public TheTaxAuthority(Cast cast, String reference) {
    this.cast = cast;
    this.reference = reference;
  }

  @Override
  public List<StageLimit> whyNotOnStage() {
    return List.of(StageLimit.TAX_AUTHORITY);
  }

  @Override
  public List<Fact> play() {
    cast.government().doesNotKnow("barcode", UNKNOWN);
    try {
      return playWithIt();
    } finally {
      cast.government().isUp();
      cast.government().knows("barcode", UNKNOWN);
    }
  }

  private List<Fact> playWithIt() {
    Steps steps = new Steps(cast);
    Accountant accountant = cast.accountant();
    Wire wire = new Wire(cast);
    String order = steps.placeAndPay(Orders.tea(reference + "-1", barcode(UNKNOWN)));
    JsonNode refused = steps.invoiceOf(order, "refused");
    String id = refused.path("id").asText();
    int sent = wire.count("Issue", id);
    accountant.retries(id, "{\"invoice\":" + barcode("/RIGHT.1") + "}");
    JsonNode issued = accountant.awaitsInvoice(id, "issued");
    JsonNode unknown = cast.backOffice().checksBarcode(UNKNOWN);
    JsonNode charity = cast.backOffice().checksDonationCode("168001");
    JsonNode company = cast.backOffice().checksCompany("97025978");

    cast.government().isDown();
    String secondOrder = steps.placeAndPay(Orders.tea(reference + "-2", barcode("/DOWN+-.")));
    JsonNode unchecked = steps.invoiceOf(secondOrder, "issued");
    EcpayBooks ecpay = new EcpayBooks(cast);
    return List.of(
        Fact.that(
            "the refusal names its rule",
            true,
            refused.path("message").asText().contains("R-INV-14")),
        Fact.that("ECPay was not asked to issue it", 0, sent),
        Fact.that("corrected, it is issued under its old key", 1, wire.count("Issue", id)),
        Fact.that(
            "ECPay has it",
            "ISSUED",
            ecpay.invoice(issued.path("number").asText()).path("status").asText()),
        Fact.that(
            "the desk says so of the barcode", "does_not_exist", unknown.path("finding").asText()),
        Fact.that("it knows the charity", "exists", charity.path("finding").asText()),
        Fact.that("it knows the company's name", "測試公司97025978", company.path("name").asText()),
        Fact.that("the authority was down", "10000010", wire.codes("CheckBarcode", "/DOWN+-.")),
        Fact.that(
            "an unchecked invoice is issued all the same",
            "ISSUED",
            ecpay.invoice(unchecked.path("number").asText()).path("status").asText()),
        new Timeline(cast, order).told("InvoiceRefused", 1),
        new Timeline(cast, order).told("InvoiceRequestedAgain", 1),
        new Timeline(cast, secondOrder).withoutIncident());
  }

  private static String barcode(String code) {
    return "{\"carrier\":\"mobile_barcode\",\"carrierNumber\":\"" + code + "\"}";
  }
}
