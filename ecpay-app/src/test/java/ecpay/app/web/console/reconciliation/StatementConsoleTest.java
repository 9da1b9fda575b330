package ecpay.app.web.console.reconciliation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.app.Shop;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The console's pages of statement files: what an accountant sees and does there. */
class StatementConsoleTest {
  private static final String PATH = "/console/reconciliations";
  private static final String HEADER = "特店交易編號,綠界交易編號,付款日期,付款方式,交易金額,手續費";
  private static final LocalDate LAST_DAY = LocalDate.of(2025, 6, 30);
  private static Shop shop;

  @BeforeAll
  static void open() {
    shop = Shop.open();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static HttpRequest.Builder console(String path) {
    byte[] login = ("console:" + shop.key).getBytes(UTF_8);
    return shop.anonymous(path)
        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
  }

  private static HttpRequest.Builder form(HttpRequest.Builder request, String note) {
    return form(request, note, "");
  }

  private static HttpRequest.Builder form(HttpRequest.Builder request, String note, String more) {
    return request
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString("note=" + URLEncoder.encode(note, UTF_8) + more));
  }

  private static HttpResponse<String> page(String path) {
    return shop.send(console(path));
  }

  private static HttpResponse<String> presses(JsonNode report, String difference, String note) {
    return presses(report, difference, note, "");
  }

  private static HttpResponse<String> presses(
      JsonNode report, String difference, String note, String more) {
    String path = PATH + "/" + report.path("id").asText() + "/differences/" + difference;
    return shop.send(form(console(path).header("Sec-Fetch-Site", "same-origin"), note, more));
  }

  private static String payment(String order, String field) {
    return Shop.json(shop.get("/api/v1/orders/" + order)).at("/payments/0/" + field).asText();
  }

  /** A paid order of 1,000 TWD whose fee was announced as 20 TWD; gives its trade number. */
  private static String paid(String reference) {
    String order = shop.placed(reference);
    shop.pay(order);
    return order;
  }

  private static String row(String tradeNo, String amount, String fee) {
    return "%s,2611211200000001,2026/11/21 12:00:05,Credit,%s,%s".formatted(tradeNo, amount, fee);
  }

  /** The report of a file of that day, with its differences. */
  private static JsonNode compared(int daysBefore, String... rows) {
    String file = HEADER + "\r\n" + String.join("\r\n", rows) + "\r\n";
    HttpResponse<String> answer =
        shop.postBytes(
            "/api/v1/reconciliations/files?file=QueryTradeMedia&from="
                + LAST_DAY.minusDays(daysBefore),
            file.getBytes(UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    String id = Shop.json(answer).path("id").asText();
    return Shop.json(shop.get("/api/v1/reconciliations/" + id));
  }

  private static String only(JsonNode report) {
    assertThat(report.path("differences")).hasSize(1);
    return report.at("/differences/0/id").asText();
  }

  private static String state(JsonNode report) {
    String id = report.path("id").asText();
    return Shop.json(shop.get("/api/v1/reconciliations/" + id)).at("/differences/0/state").asText();
  }

  private static HttpResponse<String> look(JsonNode report) {
    return page(PATH + "/" + report.path("id").asText());
  }

  @Test
  void theListShowsEachFileWithItsDaysAndWhatIsOpen() {
    JsonNode report = compared(40, row("Stranger40", "700", ""), row("Other40", "many", ""));
    HttpResponse<String> list = page(PATH);
    assertThat(list.statusCode()).isEqualTo(200);
    assertThat(list.body())
        .contains("href=\"" + PATH + "/" + report.path("id").asText() + "\"")
        .contains("QueryTradeMedia", "paid on your page", LAST_DAY.minusDays(40).toString())
        .contains(">compared<");
  }

  @Test
  void aReportSpeaksOfMoneyInPlainWordsAndTellsOfRowsThatCouldNotBeRead() {
    String order = paid("SC-1");
    JsonNode report =
        compared(
            41,
            row(payment(order, "tradeNo"), "1000", "99.00"),
            row("Stranger41", "12700", ""),
            row("Other41", "many", ""),
            "\"Broken\"41,,,,,");
    assertThat(look(report).body())
        .contains("QueryTradeMedia of " + LAST_DAY.minusDays(41))
        .contains("13,700 TWD", "99.00 TWD", "20.00 TWD")
        .contains("Another fee", "Book the billed fee")
        .contains("Paid at ECPay, not paid here", "12,700 TWD", "Looked up and put right")
        .contains("href=\"/console/orders/" + order + "\"")
        .contains("Row 4: column amount", "Row 5: no CSV")
        .doesNotContain("many", "missing_here", "null");
  }

  @Test
  void whatAgreesLeavesNothingToDo() {
    JsonNode report = compared(42, row(payment(paid("SC-2"), "tradeNo"), "1000", "20"));
    assertThat(look(report).body()).contains("None: our books").doesNotContain("<form");
  }

  @Test
  void aButtonBooksTheFeeOnceAndComesBackToTheReport() {
    String order = paid("SC-3");
    JsonNode report = compared(43, row(payment(order, "tradeNo"), "1000", "99.00"));
    for (int click = 0; click < 2; click++) {
      HttpResponse<String> answer = presses(report, only(report), "");
      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(answer.headers().firstValue("Location"))
          .contains(PATH + "/" + report.path("id").asText());
    }
    assertThat(look(report).body()).contains(">done<").doesNotContain("<form");
    assertThat(shop.events(order)).containsSubsequence("AskedByPerson", "DifferenceApplied");
    JsonNode fees =
        Shop.json(shop.get("/api/v1/fees?payment=" + payment(order, "id"))).path("fees");
    assertThat(fees).hasSize(1);
    assertThat(fees.at("/0/billed").decimalValue()).isEqualByComparingTo("99");
  }

  @Test
  void aQuestionToEcpayIsAskedByAButton() {
    String order = shop.placed("SC-4");
    String tradeNo =
        Shop.json(shop.post("/api/v1/orders/" + order + "/payments", "")).path("tradeNo").asText();
    JsonNode report = compared(44, row(tradeNo, "1000", ""));
    assertThat(look(report).body()).contains("Ask ECPay now");
    assertThat(presses(report, only(report), "").statusCode()).isEqualTo(303);
    assertThat(state(report)).isEqualTo("applied");
  }

  @Test
  void aFeeThatTheFileChangedBehindThePageIsNotBooked() {
    String order = paid("SC-5");
    String tradeNo = payment(order, "tradeNo");
    JsonNode report = compared(50, row(tradeNo, "1000", "99.00"));
    String seen = there(look(report));
    assertThat(seen).isEqualTo("99.00");
    compared(50, row(tradeNo, "1000", "900.00"));

    HttpResponse<String> late = presses(report, only(report), "", "&there=" + seen);
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body())
        .contains("The file says something else of " + tradeNo, "role=\"alert\"", "900.00 TWD");
    assertThat(presses(report, only(report), "", "&there=99%2C00").statusCode()).isEqualTo(400);
    assertThat(state(report)).isEqualTo("open");
    String fees = "/api/v1/fees?payment=" + payment(order, "id");
    assertThat(Shop.json(shop.get(fees)).path("fees")).isEmpty();

    String again = presses(report, only(report), "", "&there=" + there(late)).body();
    assertThat(again).doesNotContain("something else");
    assertThat(Shop.json(shop.get(fees)).at("/fees/0/billed").asInt()).isEqualTo(900);
  }

  /** What the page sends back of the only difference: the amount that it shows. */
  private static String there(HttpResponse<String> page) {
    return page.body().replaceFirst("(?s).*name=\"there\" value=\"([^\"]*)\".*", "$1");
  }

  @Test
  void whatAPersonMustLookUpNeedsANoteThatIsKeptAndShownAsItWasWritten() {
    JsonNode report = compared(45, row("Stranger45", "700", ""));
    HttpResponse<String> without = presses(report, only(report), "  ");
    assertThat(without.statusCode()).isEqualTo(422);
    assertThat(without.body()).contains("Nothing was done: say what you found", "role=\"alert\"");
    assertThat(presses(report, only(report), "x".repeat(201)).statusCode()).isEqualTo(422);
    assertThat(state(report)).isEqualTo("open");

    assertThat(presses(report, only(report), "轉帳 <b>700</b> & \"returned\"").statusCode())
        .isEqualTo(303);
    assertThat(look(report).body())
        .contains("轉帳 &lt;b&gt;700&lt;/b&gt; &amp; \"returned\"")
        .contains(">done<");
    assertThat(presses(report, only(report), "again").statusCode()).isEqualTo(303);
    assertThat(look(report).body()).doesNotContain("again");
  }

  @Test
  void aFormOfAnotherSitesPageDoesNothing() {
    JsonNode report = compared(46, row("Stranger46", "700", ""));
    String path = PATH + "/" + report.path("id").asText() + "/differences/" + only(report);
    for (String site : List.of("cross-site", "same-site", "none")) {
      assertThat(shop.send(form(console(path).header("Sec-Fetch-Site", site), "x")).statusCode())
          .isEqualTo(403);
    }
    assertThat(shop.send(form(console(path), "x")).statusCode()).isEqualTo(403);
    assertThat(
            shop.send(form(console(path).header("Origin", "https://evil.example"), "x"))
                .statusCode())
        .isEqualTo(403);
    assertThat(state(report)).isEqualTo("open");
    String own = shop.platform.url().toString();
    assertThat(shop.send(form(console(path).header("Origin", own), "x")).statusCode())
        .isEqualTo(303);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    JsonNode report = compared(47, row("Stranger47", "700", ""));
    JsonNode other = compared(48, row("Stranger48", "700", ""));
    assertThat(page(PATH + "/ID000000000000000000000000").statusCode()).isEqualTo(404);
    assertThat(presses(report, "ID000000000000000000000000", "x").statusCode()).isEqualTo(404);
    assertThat(presses(report, only(other), "x").statusCode()).isEqualTo(404);
    assertThat(state(other)).isEqualTo("open");
    assertThat(page(PATH + "/%27%20OR%201=1").statusCode()).isBetween(400, 499);
    assertThat(page(PATH + "?before=nothing").statusCode()).isBetween(200, 499);
  }

  @Test
  void nobodyLooksWithoutLoggingIn() {
    JsonNode report = compared(49, row("Stranger49", "700", ""));
    String path = PATH + "/" + report.path("id").asText();
    assertThat(shop.send(shop.anonymous(PATH)).statusCode()).isEqualTo(401);
    assertThat(shop.send(shop.anonymous(path)).statusCode()).isEqualTo(401);
    HttpRequest.Builder stranger =
        shop.anonymous(path + "/differences/" + only(report))
            .header("Sec-Fetch-Site", "same-origin");
    assertThat(shop.send(form(stranger, "x")).statusCode()).isEqualTo(401);
    assertThat(state(report)).isEqualTo("open");
  }
}
