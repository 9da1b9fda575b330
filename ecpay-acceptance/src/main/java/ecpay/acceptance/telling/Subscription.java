package ecpay.acceptance.telling;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A contract of the stories, on both sides. */
public final class Subscription {
  private static final Duration A_MOMENT = Duration.ofMinutes(1);

  private final Cast cast;
  private final String order;
  private final String tradeNo;

  /**
   * @param order what its first charge paid
   */
  public Subscription(Cast cast, String order) {
    this.cast = cast;
    this.order = order;
    this.tradeNo = cast.shop().order(order).path("payments").path(0).path("tradeNo").asText();
    awaitCharges(1);
  }

  public String tradeNo() {
    return tradeNo;
  }

  /** Time passes until ECPay has charged once more. */
  public void untilTheNextCharge() {
    Instant next = OffsetDateTime.parse(contract().path("nextChargeAt").asText()).toInstant();
    cast.timePasses(Duration.between(cast.ecpay().now(), next).plus(A_MOMENT));
  }

  /** Waits until money has come so many times. */
  public JsonNode awaitCharges(int times) {
    return cast.shop()
        .awaitsContract(
            tradeNo,
            "money has come " + times + " times",
            contract -> contract.path("successes").asInt() == times);
  }

  public JsonNode awaitState(String state) {
    return cast.shop()
        .awaitsContract(
            tradeNo,
            "the contract is " + state,
            contract -> contract.path("state").asText().equals(state));
  }

  /** Waits until so many charges have been refused. */
  public void awaitRefusals(int number) {
    cast.shop()
        .awaitsContract(
            tradeNo,
            number + " charges are refused",
            contract ->
                stream(contract.path("charges"))
                        .filter(charge -> !charge.path("paid").asBoolean())
                        .count()
                    == number);
  }

  public JsonNode contract() {
    return cast.shop().contract(tradeNo);
  }

  /** ECPay's own contract. */
  public JsonNode atEcpay() {
    return stream(cast.ecpay().ledger().path("contracts"))
        .filter(contract -> contract.path("merchantTradeNo").asText().equals(tradeNo))
        .findFirst()
        .orElseThrow();
  }

  /** The orders that the charges have paid, the first one included, each invoiced. */
  public List<Fact> ofItsOrders(int charges) {
    List<JsonNode> orders =
        stream(contract().path("charges"))
            .filter(charge -> charge.path("paid").asBoolean())
            .map(charge -> charge.path("order").asText())
            .map(id -> {
              new Steps(cast).awaitTheInvoice(id);
              return cast.shop().order(id);
            })
            .toList();
    return Stream.concat(
            Stream.of(
                Fact.that("money came " + charges + " times", charges, orders.size()),
                Fact.that(
                    "ECPay has charged as often", charges, atEcpay().path("successTimes").asInt()),
                Fact.that(
                    "each charge is an order of its own",
                    (long) charges,
                    orders.stream().map(one -> one.path("reference").asText()).distinct().count())),
            orders.stream().flatMap(Subscription::paidAndInvoiced))
        .toList();
  }

  private static Stream<Fact> paidAndInvoiced(JsonNode order) {
    String name = order.path("reference").asText();
    return Stream.of(
        Fact.that(name + " is paid", true, order.path("paid").asBoolean()),
        Fact.that(name + " has one payment", 1, order.path("payments").size()),
        Fact.that(name + " has one invoice", 1, order.path("invoices").size()),
        Fact.that(
            name + "'s invoice is issued",
            "issued",
            order.path("invoices").path(0).path("state").asText()));
  }

  /** The kinds of its incidents, oldest first. */
  public List<String> incidents() {
    return stream(cast.shop().events(order).path("events"))
        .filter(event -> event.path("type").asText().equals("IncidentRaised"))
        .map(event -> event.path("data").path("kind").asText())
        .toList();
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
