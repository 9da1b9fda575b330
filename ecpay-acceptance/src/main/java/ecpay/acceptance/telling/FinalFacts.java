package ecpay.acceptance.telling;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** Reads an order with one invoice back from the platform's API and from ECPay's own books. */
public final class FinalFacts {
  private final JsonNode order;
  private final JsonNode invoice;
  private final Timeline timeline;
  private final EcpayBooks ecpay;
  private final String label;
  private final int total;

  public FinalFacts(Cast cast, String id) {
    this(cast, id, Orders.TEA_TOTAL);
  }

  /**
   * @param total what the order must come to, in TWD
   */
  public FinalFacts(Cast cast, String id, int total) {
    this.total = total;
    this.order = cast.shop().order(id);
    this.invoice = order.path("invoices").path(0);
    this.timeline = new Timeline(cast, id);
    this.ecpay = new EcpayBooks(cast);
    this.label = order.path("reference").asText() + ": ";
  }

  public List<Fact> ofAPaidAndInvoicedOrder() {
    return Stream.concat(ofAPaidOrder().stream(), ofItsInvoice().stream()).toList();
  }

  private List<Fact> ofAPaidOrder() {
    String tradeNo = lastPayment().path("tradeNo").asText();
    JsonNode trade = ecpay.trade(tradeNo);
    return List.of(
        fact("the order is paid", true, order.path("paid").asBoolean()),
        fact("the last attempt is paid", "paid", state(lastPayment())),
        fact("it was told once that the order is paid", 1L, timeline.count("OrderPaid")),
        fact("ECPay has charged once", 1L, ecpay.count("trades", "merchantTradeNo", tradeNo)),
        fact("ECPay's trade was paid once", 1, trade.path("paidCount").asInt()),
        fact("ECPay has charged the order's total", total, trade.path("amount").asInt()));
  }

  private List<Fact> ofItsInvoice() {
    return List.of(
        fact("it has one invoice", 1, order.path("invoices").size()),
        fact("the invoice is issued", "issued", state(invoice)),
        fact("it was told once that the invoice is issued", 1L, timeline.count("InvoiceIssued")),
        fact("the buyer was notified once", 1L, timeline.count("BuyerNotified")),
        fact("ECPay has one invoice of it", 1L, ecpay.count("invoices", "invoiceNo", number())),
        fact(
            "ECPay's invoice is over the order's total",
            total,
            ecpay.invoice(number()).path("amount").asInt()),
        fact("ECPay has sent one notice of the invoice", 1L, ecpay.notices(number(), "I")));
  }

  public List<Fact> ofOneAllowance(int amount) {
    List<JsonNode> theirs = ecpay.allowances(number());
    return Stream.concat(
            ofAllowances(1, amount).stream(),
            Stream.of(
                fact("ECPay's allowance has the amount", amount, sum(theirs)),
                fact(
                    "ECPay's number is ours",
                    theirs.isEmpty() ? "" : theirs.getFirst().path("allowanceNo").asText(),
                    order.path("allowances").path(0).path("number").asText())))
        .toList();
  }

  /** So many issued allowances, over that much together, here and at ECPay. */
  public List<Fact> ofAllowances(int number, int amount) {
    List<JsonNode> theirs = ecpay.allowances(number());
    int remaining = invoice.path("remaining").asInt();
    return List.of(
        fact("the invoice has " + number + " allowances", number, order.path("allowances").size()),
        fact("each was told once", (long) number, timeline.count("AllowanceIssued")),
        fact("ECPay has as many", number, theirs.size()),
        fact(
            "ECPay's allowances are issued",
            true,
            theirs.stream().allMatch(row -> row.path("status").asText().equals("ISSUED"))),
        fact("what remains after them is right", total - amount, remaining),
        fact(
            "ECPay's remaining amount is ours too",
            remaining,
            ecpay.invoice(number()).path("remaining").asInt()));
  }

  /** Each of these was told exactly once. */
  public List<Fact> told(String... types) {
    return timeline.told(types);
  }

  public List<Fact> withoutIncident() {
    return List.of(timeline.withoutIncident());
  }

  private Fact fact(String sentence, Object expected, Object actual) {
    return Fact.that(label + sentence, expected, actual);
  }

  private static int sum(List<JsonNode> rows) {
    return rows.stream().mapToInt(row -> row.path("amount").asInt()).sum();
  }

  private String number() {
    return invoice.path("number").asText();
  }

  private static String state(JsonNode thing) {
    return thing.path("state").asText();
  }

  private JsonNode lastPayment() {
    return order.path("payments").path(order.path("payments").size() - 1);
  }
}
