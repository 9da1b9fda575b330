package ecpay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {
  @AutoClose private final Bench bench = new Bench();

  private void fault(String operation, String kind, int times) {
    bench.control(
        "POST",
        "/sandbox/faults",
        "{\"operation\":\"%s\",\"kind\":\"%s\",\"times\":%d}".formatted(operation, kind, times));
  }

  private JsonNode invoices() {
    return bench.control("GET", "/sandbox/ledger", "").path("invoices");
  }

  private JsonNode lastExchange() {
    var exchanges = bench.control("GET", "/sandbox/journal", "").path("exchanges");
    return exchanges.path(exchanges.size() - 1);
  }

  @Test
  void aLostAnswerHasActed() {
    fault("Issue", "LOST_ANSWER", 1);
    var data = Invoices.issue(Order.number());
    assertThatThrownBy(() -> bench.invoice("Issue", data)).isInstanceOf(UncheckedIOException.class);
    assertThat(invoices()).hasSize(1);
    assertThat(lastExchange().path("fault").asText()).isEqualTo("LOST_ANSWER");
    assertThat(lastExchange().path("status").asInt()).isZero();
    assertThat(lastExchange().at("/answerData/InvoiceNo").asText()).hasSize(10);
    assertThat(bench.invoice("Issue", data).rtnCode()).isEqualTo(5070357);
  }

  @Test
  void aLostRequestHasNotActed() {
    fault("Issue", "LOST_REQUEST", 1);
    var data = Invoices.issue(Order.number());
    assertThatThrownBy(() -> bench.invoice("Issue", data)).isInstanceOf(UncheckedIOException.class);
    assertThat(invoices()).isEmpty();
    assertThat(bench.invoice("Issue", data).rtnCode()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP_403,   403, -1, text/html",
    "HTTP_500,   500, -1, text/plain",
    "GARBAGE,    200, -1, text/html",
    "TRANS_CODE, 200, 0,  application/json",
    "EMPTY_DATA, 200, 1,  application/json"
  })
  void aFaultOfTheAnswerDoesNotAct(String kind, int status, int transCode, String type) {
    fault("*", kind, 1);
    var data = Invoices.issue(Order.number());
    var envelope = Bench.envelope("2000132", bench.now(), Bench.INVOICE_KEYS, data);
    var response = bench.post("/B2CInvoice/Issue", "application/json", envelope.toString());
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(type);
    var answer = bench.opened(response, Bench.INVOICE_KEYS);
    assertThat(answer.transCode()).isEqualTo(transCode);
    assertThat(answer.data()).isEmpty();
    assertThat(invoices()).isEmpty();
    assertThat(bench.invoice("Issue", data).rtnCode()).isEqualTo(1);
  }

  @Test
  void aDelayedOperationActsAndAnswers() {
    bench.control(
        "POST",
        "/sandbox/faults",
        "{\"operation\":\"Issue\",\"kind\":\"DELAY\",\"delayMillis\":300}");
    var started = System.nanoTime();
    assertThat(bench.invoice("Issue", Invoices.issue(Order.number())).rtnCode()).isEqualTo(1);
    assertThat(System.nanoTime() - started).isGreaterThanOrEqualTo(300_000_000L);
    assertThat(lastExchange().path("durationMillis").asLong()).isGreaterThanOrEqualTo(300);
  }

  @Test
  void aFaultStrikesItsOperationAsOftenAsPlanned() {
    fault("Issue", "HTTP_500", 2);
    assertThat(bench.pay(Order.QUERY, Order.query("X1")).status()).isEqualTo(200);
    assertThat(bench.control("GET", "/sandbox/faults", "").at("/faults/0/times").asInt())
        .isEqualTo(2);
    assertThat(bench.invoice("Issue", Invoices.issue("A1")).status()).isEqualTo(500);
    assertThat(bench.invoice("Issue", Invoices.issue("A1")).status()).isEqualTo(500);
    assertThat(bench.invoice("Issue", Invoices.issue("A1")).rtnCode()).isEqualTo(1);
    assertThat(bench.control("GET", "/sandbox/faults", "").path("faults")).isEmpty();
  }

  @Test
  void plannedFaultsCanBeTakenBack() {
    fault("Issue", "HTTP_500", 100);
    assertThat(bench.control("DELETE", "/sandbox/faults", "").path("faults")).isEmpty();
    assertThat(bench.invoice("Issue", Invoices.issue("A1")).rtnCode()).isEqualTo(1);
  }

  @Test
  void aWordThatIsNoneOfTheChoicesIsAnsweredWithThem() {
    var answer = bench.post("/sandbox/faults", "application/json", "{\"kind\":\"LOST_ANSER\"}");
    assertThat(Bench.json(answer.body()).path("error").asText())
        .startsWith("kind must be one of [")
        .contains("LOST_ANSWER", "EMPTY_DATA")
        .doesNotContain("ecpay");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"kind\":\"NOTHING\"}",
        "{\"kind\":\"DELAY\",\"times\":0}",
        "[]",
        "{\"kind\":\"DELAY\",\"delayMillis\":120001}",
        "{\"kind\":\"DELAY\",\"times\":\"two\"}"
      })
  void aFaultThatMakesNoSenseIsRefused(String body) {
    var answer = bench.post("/sandbox/faults", "application/json", body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Bench.json(answer.body()).path("error").asText()).isNotEmpty();
  }

  @Test
  void theControlApiTakesNoFormsFromOtherPages() {
    assertThat(bench.post("/sandbox/faults", "text/plain", "{\"kind\":\"DELAY\"}").statusCode())
        .isEqualTo(400);
  }
}
