package ecpay.acceptance.story.paying;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.Fact;
import ecpay.acceptance.telling.StageLimit;
import ecpay.acceptance.telling.Steps;
import ecpay.acceptance.telling.Story;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Money that nobody may take as it is: after the deadline, twice, of another amount, simulated, or
 * for another merchant. Each is acknowledged, changes nothing silently, and is told to a person
 * with what to do (R-ORD-03, R-PAY-09, R-PAY-10, R-PAY-11).
 */
public final class MoneyForAPerson implements Story {
  private static final String HOSTED = "{\"channel\":\"hosted\",\"methods\":[\"atm\"]}";

  private final Cast cast;
  private final String reference;

  /**
   * @param reference begins the shop's numbers of the orders
   */
  public MoneyForAPerson(Cast cast, String reference) {
    this.cast = cast;
    this.reference = reference;
  }

  @Override
  public List<StageLimit> whyNotOnStage() {
    return List.of(StageLimit.WRONG_NOTICES, StageLimit.TIME);
  }

  @Override
  public List<Fact> play() {
    List<Fact> all = new ArrayList<>();
    all.addAll(playAnotherAmountAndAnotherMerchant());
    all.addAll(playASimulation());
    all.addAll(playTwice());
    all.addAll(playTooLate());
    return List.copyOf(all);
  }

  private List<Fact> playAnotherAmountAndAnotherMerchant() {
    String order = new Steps(cast).placeAnOrder(reference + "-amount");
    JsonNode payment = cast.shop().opensAPayment(order, HOSTED);
    String amount = says(payment, Map.of("TradeAmt", "2179"));
    String merchant = says(payment, Map.of("MerchantID", "3085779"));
    long foreign =
        cast.shop().incidents().findValuesAsText("kind").stream()
            .filter("FOREIGN_MERCHANT"::equals)
            .count();
    return List.of(
        Fact.that("another amount is acknowledged", "1|OK", amount),
        Fact.that("another amount is told", "AMOUNT_MISMATCH", incidents(order)),
        Fact.that("another merchant is acknowledged", "1|OK", merchant),
        Fact.that("another merchant is told", true, foreign > 0),
        Fact.that("neither is money", false, isPaid(order)));
  }

  private List<Fact> playASimulation() {
    Steps steps = new Steps(cast);
    String order = steps.placeAnOrder(reference + "-simulated");
    steps.goToEcpay(order, HOSTED).chooses("ATM", Map.of());
    String tradeNo = steps.paymentOf(order, "awaiting_money").path("tradeNo").asText();
    cast.ecpay().simulatesAPayment(tradeNo);
    awaitIncident(order, "SIMULATED_PAYMENT");
    boolean simulated = isPaid(order);
    cast.ecpay().isPaid(tradeNo);
    steps.paymentOf(order, "paid");
    return List.of(
        Fact.that("a simulation is no money", false, simulated),
        Fact.that("money after it is", true, isPaid(order)));
  }

  private List<Fact> playTwice() {
    Steps steps = new Steps(cast);
    String order = steps.placeAnOrder(reference + "-twice");
    steps.goToEcpay(order, HOSTED).chooses("ATM", Map.of());
    JsonNode code = steps.paymentOf(order, "awaiting_money");
    String first = code.path("tradeNo").asText();
    String beside = ",\"beside\":\"" + code.path("id").asText() + "\"}";
    steps.fillIn(order, "{\"methods\":[\"cvs_code\"]" + beside, "\"Method\":\"CVS\"");
    String second = steps.paymentOf(order, "awaiting_money").path("tradeNo").asText();
    cast.ecpay().isPaid(first);
    cast.shop().awaits(order, "the order is paid", it -> it.path("paid").asBoolean());
    cast.ecpay().isPaid(second);
    JsonNode told = awaitIncident(order, "SECOND_PAYMENT");
    JsonNode known = cast.shop().order(order);
    return List.of(
        Fact.that("the first money pays the order", first, known.path("paidBy").asText()),
        Fact.that("the second is told", true, told.path("advice").asText().contains("refund")),
        Fact.that("of the second attempt", second, told.path("about").asText()),
        Fact.that("there is one invoice", true, known.path("invoices").size() <= 1));
  }

  private List<Fact> playTooLate() {
    Steps steps = new Steps(cast);
    String order = steps.placeAnOrder(reference + "-late");
    JsonNode payment =
        cast.shop().opensAPayment(order, HOSTED.replace("}", ",\"expiry\":{\"atmDays\":1}}"));
    cast.buyer().goesToEcpay(URI.create(payment.path("payUrl").asText())).chooses("ATM", Map.of());
    steps.paymentOf(order, "awaiting_money");
    cast.timePasses(Duration.ofDays(3));
    steps.paymentOf(order, "expired");
    String answer = says(payment, Map.of());
    awaitIncident(order, "PAID_AFTER_FAILURE");
    return List.of(
        Fact.that("late money is acknowledged", "1|OK", answer),
        Fact.that("late money is taken, and told", true, isPaid(order)));
  }

  private String says(JsonNode payment, Map<String, String> said) {
    String returnUrl =
        StreamSupport.stream(payment.path("form").path("fields").spliterator(), false)
            .filter(field -> field.path("name").asText().equals("ReturnURL"))
            .map(field -> field.path("value").asText())
            .collect(Collectors.joining());
    return cast.postman().saysPaid(returnUrl, payment.path("tradeNo").asText(), said);
  }

  private JsonNode awaitIncident(String order, String kind) {
    JsonNode seen =
        cast.shop().awaits(order, "it is told: " + kind, it -> incident(it, kind).isPresent());
    return incident(seen, kind).orElseThrow();
  }

  private static Optional<JsonNode> incident(JsonNode order, String kind) {
    return StreamSupport.stream(order.path("incidents").spliterator(), false)
        .filter(incident -> incident.path("kind").asText().equals(kind))
        .findFirst();
  }

  private String incidents(String order) {
    return String.join(" ", cast.shop().order(order).path("incidents").findValuesAsText("kind"));
  }

  private boolean isPaid(String order) {
    return cast.shop().order(order).path("paid").asBoolean();
  }
}
