package ecpay.acceptance.story.invoicing;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.acceptance.actor.Accountant;
import ecpay.acceptance.actor.Refusal;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.EcpayBooks;
import ecpay.acceptance.telling.Fact;
import ecpay.acceptance.telling.StageLimit;
import ecpay.acceptance.telling.Steps;
import ecpay.acceptance.telling.Story;
import ecpay.acceptance.telling.Timeline;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * An order with a price of seven decimals, a discount of a line, a coupon, a shipping fee and two
 * kinds of tax (R-INV-19) is invoiced in two parts, each dollar once (R-INV-34), and comes back in
 * pieces; every allowance adds up (R-ALW-05 to R-ALW-07), and together they are the invoices.
 */
public final class ASplitOrder implements Story {
  private final Cast cast;
  private final String reference;

  /**
   * @param reference the shop's number of the order
   */
  public ASplitOrder(Cast cast, String reference) {
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
    int calculated = cast.shop().calculatesAnOrder(basket()).path("total").asInt();
    String order = steps.placeAndPay(basket());
    int total = cast.shop().order(order).path("total").asInt();
    JsonNode first = part(order, "part-1", ",\"lines\":[{\"line\":1,\"quantity\":2}]");
    JsonNode second = part(order, "part-2", "");
    String third =
        Refusal.of(() ->
            accountant.invoices(order, "{\"reference\":\"part-3\",\"lines\":[{\"line\":2}]}"));
    int invoiced = amount(first) + amount(second);

    returned(order, first, "cup-1", "{\"line\":1,\"quantity\":1}");
    returned(order, first, "cup-2", "{\"line\":1,\"quantity\":1}");
    returned(order, second, "book", "{\"line\":2,\"quantity\":1}");
    returned(order, second, "rest", rest(accountant.invoice(second.path("id").asText())));
    EcpayBooks ecpay = new EcpayBooks(cast);
    List<JsonNode> allowances =
        StreamSupport.stream(cast.shop().order(order).path("allowances").spliterator(), false)
            .toList();
    return List.of(
        Fact.that("the dry run said what it costs", total, calculated),
        Fact.that("the parts add up to the order", total, invoiced),
        Fact.that("nothing is left for a third", "R-INV-34", third),
        Fact.that(
            "ECPay has the parts",
            invoiced,
            ecpay.invoice(number(first)).path("amount").asInt()
                + ecpay.invoice(number(second)).path("amount").asInt()),
        Fact.that(
            "the allowances add up to the order",
            total,
            allowances.stream().mapToInt(one -> one.path("amount").asInt()).sum()),
        Fact.that(
            "nothing of the first remains",
            0,
            ecpay.invoice(number(first)).path("remaining").asInt(-1)),
        Fact.that(
            "nothing of the second remains",
            0,
            ecpay.invoice(number(second)).path("remaining").asInt(-1)),
        new Timeline(cast, order).told("AllowanceIssued", 4),
        new Timeline(cast, order).withoutIncident());
  }

  private JsonNode part(String order, String name, String lines) {
    String id =
        cast.accountant()
            .invoices(order, "{\"reference\":\"" + name + "\"" + lines + "}")
            .path("id")
            .asText();
    return cast.accountant().awaitsInvoice(id, "issued");
  }

  private void returned(String order, JsonNode invoice, String name, String lines) {
    String id =
        cast.accountant()
            .takesBack(
                order,
                """
                {"reference":"%s","invoice":"%s","consent":"paper",
                 "signature":{"recordedAt":"%s"},"lines":[%s]}\
                """
                    .formatted(name, invoice.path("id").asText(), cast.ecpay().now(), lines))
            .path("id")
            .asText();
    cast.accountant().awaitsAllowance(id, "issued");
  }

  /** Everything of the second part but the book that came back before. */
  private static String rest(JsonNode invoice) {
    return StreamSupport.stream(invoice.path("document").path("items").spliterator(), false)
        .map(item ->
            "{\"line\":%d,\"quantity\":\"%s\"}"
                .formatted(
                    item.path("item").asInt(),
                    item.path("item").asInt() == 2 ? "1" : item.path("quantity").asText()))
        .collect(Collectors.joining(","));
  }

  private static int amount(JsonNode invoice) {
    return invoice.path("salesAmount").asInt();
  }

  private static String number(JsonNode invoice) {
    return invoice.path("number").asText();
  }

  private String basket() {
    return """
    {"reference":"%s","description":"茶與書 Tea and books",
     "buyer":{"name":"王小明","email":"buyer@example.com"},
     "lines":[
      {"name":"手工杯 Handmade cup","quantity":3,"unit":"個","unitPrice":"333.3333333",
       "discount":{"name":"九折 10%% off","percent":10}},
      {"name":"茶書 Book of tea","quantity":2,"unit":"本","unitPrice":"255.5","tax":"exempt"}],
     "discounts":[{"name":"折價券 Coupon","amount":100}],
     "fees":[{"name":"運費 Shipping","amount":80,"tax":"taxable"}],
     "invoice":{"carrier":"ecpay","timing":{"issue":"by_hand"}}}\
    """
        .formatted(reference);
  }
}
