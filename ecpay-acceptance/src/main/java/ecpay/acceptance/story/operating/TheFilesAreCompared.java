package ecpay.acceptance.story.operating;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.acceptance.actor.Buyer;
import ecpay.acceptance.actor.Refusal;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.Fact;
import ecpay.acceptance.telling.Orders;
import ecpay.acceptance.telling.StageLimit;
import ecpay.acceptance.telling.Steps;
import ecpay.acceptance.telling.Story;
import ecpay.acceptance.telling.Timeline;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * ECPay's statement files beside the books: cards and a code paid on the shop's page and a card at
 * ECPay, a callback that is lost while ECPay cannot be asked, another fee, another amount, and a
 * payment that a file forgets. Each difference is found and applied, and nothing is left (U-03,
 * callbacks.md section 2).
 */
public final class TheFilesAreCompared implements Story {
  private static final String ECPG = "QueryTradeMedia";
  private static final String AIO = "TradeNoAio";
  private static final String BANK = "FundingReconDetail";

  private final Cast cast;
  private final String reference;
  private final Steps steps;

  /**
   * @param reference begins the shop's numbers of the orders
   */
  public TheFilesAreCompared(Cast cast, String reference) {
    this.cast = cast;
    this.reference = reference;
    this.steps = new Steps(cast);
  }

  @Override
  public List<StageLimit> whyNotOnStage() {
    return List.of(StageLimit.TIME, StageLimit.FILES);
  }

  @Override
  public List<Fact> play() {
    cast.timePasses(Duration.ofDays(4));
    LocalDate day = cast.today();
    LocalDate last = day.plusDays(2);
    String agreed = paidByCard("agreed");
    String fee = paidByCard("fee");
    String amount = paidByCard("amount");
    String code = paidByCode();
    String hosted = paidAtEcpay("hosted");
    String forgotten = paidAtEcpay("forgotten");
    cast.ecpay().misprints(tradeNo(fee), "\"fee\":\"99.00\"");
    cast.ecpay().misprints(tradeNo(amount), "\"amount\":\"2000\"");
    cast.ecpay().misprints(tradeNo(forgotten), "\"leftOut\":true");
    String lost = paidWithoutANotice();
    cast.timePassesUntil(day.plusDays(3), LocalTime.of(15, 0));

    JsonNode ecpg = cast.accountant().comparesStatement(ECPG, day, last);
    JsonNode aio = cast.accountant().comparesStatement(AIO, day, last);
    JsonNode bank = cast.accountant().comparesStatement(BANK, day, last);
    List<Fact> found =
        List.of(
            Fact.that("both sides agree on the first", "", kinds(ecpg, agreed)),
            Fact.that("so does the bank", "", kinds(bank, agreed)),
            Fact.that("whose sums of the days are no lines", "0", unreadable(bank)),
            Fact.that("and on the code", "", kinds(ecpg, code)),
            Fact.that("and on what was paid at ECPay", "", kinds(aio, hosted)),
            Fact.that("another fee is found", "fee book_fee open", kinds(ecpg, fee)),
            Fact.that("another amount is found", "amount look_at_ecpay open", kinds(ecpg, amount)),
            Fact.that(
                "the lost callback is found", "missing_here ask_ecpay open", kinds(ecpg, lost)),
            Fact.that(
                "the forgotten one is found",
                "missing_there look_at_ecpay open",
                kinds(aio, forgotten)));
    String without = Refusal.of(() -> cast.accountant().applies(difference(ecpg, amount), ""));

    cast.ecpay().endsItsFaults();
    cast.accountant().applies(difference(ecpg, lost), "");
    cast.shop().awaits(lost, "ECPay was asked", it -> it.path("paid").asBoolean());
    cast.ecpay().releasesItsReports();
    cast.ecpay().awaitsThatEverythingIsReported();
    JsonNode booked = cast.accountant().applies(difference(ecpg, fee), "");
    JsonNode again = cast.accountant().applies(difference(ecpg, fee), "");
    cast.accountant().applies(difference(ecpg, amount), "a misprint: ECPay corrects it");
    cast.ecpay().printsRightAgain();
    JsonNode later = cast.accountant().comparesStatement(ECPG, day, last);
    JsonNode laterAio = cast.accountant().comparesStatement(AIO, day, last);
    return Stream.of(
            found,
            List.of(
                Fact.that("an amount needs a person's note", "U-03", without),
                Fact.that("it is the same report", ecpg.path("id"), later.path("id")),
                Fact.that("applied once is applied", booked, again),
                Fact.that(
                    "nothing of these is open any more",
                    false,
                    Stream.of(agreed, amount, code, lost)
                        .anyMatch(order -> kinds(later, order).contains("open"))),
                Fact.that(
                    "a fee that ECPay corrects after it was booked is open again",
                    "fee book_fee open",
                    kinds(later, fee)),
                Fact.that(
                    "what was forgotten came and is settled",
                    "missing_there look_at_ecpay settled",
                    kinds(laterAio, forgotten)),
                Fact.that("the fee is booked once, as billed", "99", fees(fee)),
                Fact.that(
                    "so are those that agree", "59.95, 59.95", fees(agreed) + ", " + fees(amount))),
            new Timeline(cast, lost).told("PaymentReceived", "OrderPaid", "DifferenceApplied"))
        .flatMap(List::stream)
        .toList();
  }

  private String paidByCard(String name) {
    return steps.placeAndPay(Orders.tea(reference + "-" + name));
  }

  private String paidByCode() {
    String order = steps.placeAnOrder(reference + "-code");
    steps.fillIn(order, "{\"methods\":[\"cvs_code\"]}", "\"Method\":\"CVS\"");
    steps.paymentOf(order, "awaiting_money");
    cast.ecpay().isPaid(tradeNo(order));
    steps.paymentOf(order, "paid");
    return order;
  }

  private String paidAtEcpay(String name) {
    String order = steps.placeAnOrder(reference + "-" + name);
    steps
        .goToEcpay(order, "{\"channel\":\"hosted\",\"methods\":[\"atm\"]}")
        .chooses("ATM", Map.of());
    steps.paymentOf(order, "awaiting_money");
    cast.ecpay().isPaid(tradeNo(order));
    steps.paymentOf(order, "paid");
    return order;
  }

  /** The card is charged, no report comes, and ECPay cannot be asked. */
  private String paidWithoutANotice() {
    cast.ecpay().holdsItsReports();
    cast.ecpay().plansForAll("QueryTrade", "GARBAGE");
    String order = steps.placeAnOrder(reference + "-lost");
    steps.enterACard(order, Buyer.CARD_WITHOUT_3D);
    return order;
  }

  private static String unreadable(JsonNode report) {
    return report.at("/totals/unreadable").asText();
  }

  private String tradeNo(String order) {
    return payment(order).path("tradeNo").asText();
  }

  private JsonNode payment(String order) {
    return cast.shop().order(order).path("payments").path(0);
  }

  /** What was billed for an order, line by line, in TWD. */
  private String fees(String order) {
    JsonNode fees = cast.accountant().fees(payment(order).path("id").asText());
    return String.join(
        ", ",
        fees.findValuesAsText("billed").stream()
            .map(billed -> new BigDecimal(billed).stripTrailingZeros().toPlainString())
            .toList());
  }

  private JsonNode difference(JsonNode report, String order) {
    return of(report, order)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("no difference of " + order + " in " + report));
  }

  /** Kind, action and state of each difference of an order. */
  private String kinds(JsonNode report, String order) {
    return String.join(
        ", ",
        of(report, order)
            .map(one ->
                "%s %s %s"
                    .formatted(
                        one.path("kind").asText(),
                        one.path("action").asText(),
                        one.path("state").asText()))
            .toList());
  }

  private Stream<JsonNode> of(JsonNode report, String order) {
    String tradeNo = tradeNo(order);
    return StreamSupport.stream(report.path("differences").spliterator(), false)
        .filter(one -> one.path("tradeNo").asText().equals(tradeNo));
  }
}
