package ecpay.acceptance.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads an order back from the platform's API and from ECPay's own books. */
final class FinalFacts {
  private final JsonNode order;
  private final JsonNode events;
  private final JsonNode ledger;
  private final String label;
  private final int total;

  FinalFacts(Cast cast, String id) {
    this(cast, id, Orders.TEA_TOTAL);
  }

  /**
   * @param total what the order must come to, in TWD
   */
  FinalFacts(Cast cast, String id, int total) {
    this.total = total;
    this.order = cast.shop().order(id);
    this.events = cast.shop().events(id);
    this.ledger = cast.ecpay().ledger();
    this.label = order.path("reference").asText() + ": ";
  }

  List<Fact> ofAPaidAndInvoicedOrder() {
    String tradeNo = lastPayment().path("tradeNo").asText();
    String number = invoiceNumber();
    return List.of(
        fact("the order is paid", true, order.path("paid").asBoolean()),
        fact("the last attempt is paid", "paid", state(lastPayment())),
        fact("it was told once that the order is paid", 1L, count("OrderPaid")),
        fact("the invoice is issued", "issued", state(order.path("invoice"))),
        fact("it was told once that the invoice is issued", 1L, count("InvoiceIssued")),
        fact("the buyer was notified once", 1L, count("BuyerNotified")),
        fact("ECPay has charged once", 1L, entries("trades", "merchantTradeNo", tradeNo)),
        fact(
            "ECPay's trade was paid once",
            1,
            entry("trades", "merchantTradeNo", tradeNo).path("paidCount").asInt()),
        fact(
            "ECPay has charged the order's total",
            total,
            entry("trades", "merchantTradeNo", tradeNo).path("amount").asInt()),
        fact("ECPay has one invoice of it", 1L, entries("invoices", "invoiceNo", number)),
        fact(
            "ECPay's invoice is over the order's total",
            total,
            entry("invoices", "invoiceNo", number).path("amount").asInt()),
        fact(
            "ECPay has sent one notice of the invoice",
            1L,
            rows("notifications", "invoiceNo", number).stream()
                .filter(row -> row.path("tag").asText().equals("I"))
                .count()));
  }

  List<Fact> ofOneAllowance(int amount) {
    String number = invoiceNumber();
    JsonNode theirs = entry("allowances", "invoiceNo", number);
    return List.of(
        fact("the allowance is issued", "issued", state(order.path("allowances").path(0))),
        fact("it was told once", 1L, count("AllowanceIssued")),
        fact("the invoice has one", 1, order.path("allowances").size()),
        fact("what remains is right", total - amount, remaining()),
        fact("ECPay has one allowance", 1L, entries("allowances", "invoiceNo", number)),
        fact("ECPay's allowance is issued", "ISSUED", theirs.path("status").asText()),
        fact("ECPay's allowance has the amount", amount, theirs.path("amount").asInt()),
        fact(
            "ECPay's number is ours",
            theirs.path("allowanceNo").asText(),
            order.path("allowances").path(0).path("number").asText()),
        fact(
            "ECPay's remaining amount is ours",
            remaining(),
            entry("invoices", "invoiceNo", number).path("remaining").asInt()));
  }

  /** So many issued allowances, over that much together, here and at ECPay. */
  List<Fact> ofAllowances(int number, int amount) {
    List<JsonNode> theirs = rows("allowances", "invoiceNo", invoiceNumber());
    return List.of(
        fact("the invoice has " + number + " allowances", number, order.path("allowances").size()),
        fact("each was told once", (long) number, count("AllowanceIssued")),
        fact("ECPay has as many", number, theirs.size()),
        fact(
            "ECPay's allowances are issued",
            true,
            theirs.stream().allMatch(row -> row.path("status").asText().equals("ISSUED"))),
        fact("what remains after them is right", total - amount, remaining()),
        fact(
            "ECPay's remaining amount is ours too",
            remaining(),
            entry("invoices", "invoiceNo", invoiceNumber()).path("remaining").asInt()));
  }

  /** Each of these was told exactly once. */
  List<Fact> told(String... types) {
    return Stream.of(types).map(type -> fact(type + " was told once", 1L, count(type))).toList();
  }

  List<Fact> withoutIncident() {
    return List.of(fact("no incident was raised", 0L, count("IncidentRaised")));
  }

  private Fact fact(String sentence, Object expected, Object actual) {
    return Fact.that(label + sentence, expected, actual);
  }

  private int remaining() {
    return order.path("invoice").path("remaining").asInt();
  }

  private String invoiceNumber() {
    return order.path("invoice").path("number").asText();
  }

  private static String state(JsonNode thing) {
    return thing.path("state").asText();
  }

  private JsonNode lastPayment() {
    return order.path("payments").path(order.path("payments").size() - 1);
  }

  private long count(String type) {
    return StreamSupport.stream(events.path("events").spliterator(), false)
        .filter(event -> event.path("type").asText().equals(type))
        .count();
  }

  private long entries(String book, String field, String value) {
    return rows(book, field, value).size();
  }

  private JsonNode entry(String book, String field, String value) {
    List<JsonNode> rows = rows(book, field, value);
    return rows.isEmpty() ? ledger.path("nothing") : rows.getFirst();
  }

  private List<JsonNode> rows(String book, String field, String value) {
    return StreamSupport.stream(ledger.path(book).spliterator(), false)
        .filter(row -> row.path(field).asText().equals(value))
        .toList();
  }
}
