package ecpay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody who misspells a name of the control API is left to believe that he has set it. */
class ControlNamesTest {
  private static final String JSON = "application/json";

  @AutoClose private final Bench bench = new Bench();

  private static void refused(HttpResponse<String> answer, String why) {
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Bench.json(answer.body()).path("error").asText()).isEqualTo(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "callbacks         | deliveries, reorder, delayMillis, paused, attempts,"
            + " secondsBetweenRepeats, allowanceDigest, allowanceSpace",
        "callbacks/release | none",
        "cards             | merchantId, automaticCapture, refundsCovered",
        "cards/state       | gwsr, state",
        "checks            | taxAuthority, exists, barcode, loveCode, company",
        "clock             | now, advanceSeconds",
        "contracts         | merchantId, merchantTradeNo, refuseNext",
        "faults            | operation, kind, times, delayMillis",
        "members           | merchantId, memberId, outcome",
        "settings          | uploads, plainIssueList, bothTaxKinds, chineseCardStates,"
            + " periodInOrderInfo, oneFilePerMinute, mediaCellsAsFormula",
        "statements        | merchantTradeNo, amount, fee, leftOut",
        "tracks            | merchantId, automatic",
        "tracks/allotted   | merchantId, year, term, header, start, books, type",
        "trades/X1/pay     | simulated, refused"
      })
  void anUnknownNameIsRefusedWithTheKnownOnes(String path, String known) {
    refused(
        bench.post("/sandbox/" + path, JSON, "{\"outcom\":null}"),
        "unknown name outcom; known here: " + known);
    refused(
        bench.post("/sandbox/" + path + "?paused=true", JSON, "{}"),
        "unknown query parameter paused; known here: none");
  }

  @ParameterizedTest
  @CsvSource({
    "ledger, none",
    "journal, after",
    "faults, none",
    "callbacks, none",
    "clock, none",
    "settings, none",
    "tracks, none",
    "cards, merchantId",
    "checks, none",
    "mailbox, none"
  })
  void anUnknownParameterIsRefusedWithTheKnownOnes(String path, String known) {
    refused(
        bench.get("/sandbox/" + path + "?afer=5"),
        "unknown query parameter afer; known here: " + known);
    refused(bench.get("/sandbox/" + path + "?%FF=1"), "the query must be url-encoded UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"faults", "statements"})
  void whoDeletesOneOfManyIsToldThatThereIsOnlyAll(String path) {
    var request =
        bench
            .request("/sandbox/" + path)
            .header("Content-Type", JSON)
            .method("DELETE", BodyPublishers.ofString("{\"merchantTradeNo\":\"Miss1\"}"));
    refused(bench.send(request.build()), "DELETE takes no body here");
  }

  @Test
  void nothingIsDoneOfACallWithAnUnknownName() {
    String body = "{\"kind\":\"HTTP_500\",\"operations\":\"Issue\"}";
    assertThat(bench.post("/sandbox/faults", JSON, body).statusCode()).isEqualTo(400);
    assertThat(bench.control("GET", "/sandbox/faults", "").path("faults")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"simulate\":true}", "{\"simulated\":\"yes\"}", "{", "[]"})
  void noMoneyMovesWhenASimulationIsMisspelt(String body) {
    String number = Order.number();
    Order.place(bench, number, "ATM");
    String path = "/sandbox/trades/" + number + "/pay";
    assertThat(bench.post(path, JSON, body).statusCode()).isEqualTo(400);
    assertThat(bench.post(path, "text/plain", "{}").statusCode()).isEqualTo(400);
    assertThat(bench.trade(number).path("paidCount").asInt()).isZero();
    bench.control("POST", path, "{\"simulated\":true}");
  }
}
