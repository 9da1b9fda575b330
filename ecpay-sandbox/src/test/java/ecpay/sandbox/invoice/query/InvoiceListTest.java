package ecpay.sandbox.invoice.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.Bench;
import ecpay.sandbox.Invoices;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GetIssueList over five invoices of three days. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvoiceListTest {
  private final List<JsonNode> issued = new ArrayList<>();
  @AutoClose private final Bench bench = new Bench();

  @BeforeAll
  void start() {
    for (var day : List.of("10", "11", "11", "11", "12")) {
      bench.taipei("2026-11-" + day + "T11:00:00");
      issued.add(Invoices.issued(bench));
    }
  }

  private static ObjectNode range(String begin, String end, int size, int page) {
    return Bench.object("{\"MerchantID\":\"2000132\"}")
        .put("BeginDate", begin)
        .put("EndDate", end)
        .put("NumPerPage", size)
        .put("ShowingPage", page);
  }

  private Bench.Answer list(ObjectNode data) {
    return bench.invoice("GetIssueList", data);
  }

  private static List<String> numbers(JsonNode data) {
    var numbers = new ArrayList<String>();
    data.path("InvoiceData").forEach(i -> numbers.add(i.path("IIS_Number").asText()));
    return numbers;
  }

  private List<String> numbers(int from, int to) {
    return issued.subList(from, to).stream().map(i -> i.path("InvoiceNo").asText()).toList();
  }

  @Test
  void theDaysOfTheRangeAreBothInside() {
    var answer = list(range("2026-11-10", "2026-11-12", 200, 1));
    assertThat(answer.rtnCode()).as(answer.rtnMsg()).isEqualTo(1);
    assertThat(answer.data().path("TotalCount").asInt()).isEqualTo(5);
    assertThat(answer.data().path("ShowingPage").asInt()).isEqualTo(1);
    assertThat(numbers(answer.data())).isEqualTo(numbers(0, 5));
    assertThat(numbers(list(range("2026/11/11", "2026/11/11", 30, 1)).data()))
        .isEqualTo(numbers(1, 4));
  }

  @Test
  void everyInvoiceIsToldAsGetIssueTellsIt() {
    var first = list(range("2026-11-10", "2026-11-10", 1, 1)).data().at("/InvoiceData/0");
    var alone = (ObjectNode) Invoices.get(bench, issued.getFirst()).data();
    alone.remove(List.of("RtnCode", "RtnMsg"));
    assertThat(first).isEqualTo(alone);
  }

  @ParameterizedTest
  @CsvSource({"2, 1, 0, 2", "2, 2, 2, 4", "2, 3, 4, 5", "2, 4, 5, 5", "1, 5, 4, 5", "5, 1, 0, 5"})
  void aPageShowsItsPartAndTheTotalOfAll(int size, int page, int from, int to) {
    var data = list(range("2026-11-01", "2026-11-30", size, page)).data();
    assertThat(data.path("RtnCode").asInt()).isEqualTo(1);
    assertThat(data.path("TotalCount").asInt()).isEqualTo(5);
    assertThat(data.path("ShowingPage").asInt()).isEqualTo(page);
    assertThat(numbers(data)).isEqualTo(numbers(from, to));
  }

  @Test
  void aRangeWithoutInvoicesIsAnEmptyList() {
    var answer = list(range("2026-10-01", "2026-10-31", 30, 1));
    assertThat(answer.rtnCode()).isEqualTo(1);
    assertThat(answer.data().path("TotalCount").asInt(-1)).isZero();
    assertThat(answer.data().path("InvoiceData")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BeginDate   |              | 10000002
          EndDate     |              | 10000002
          BeginDate   | "20261110"   | 10000003
          EndDate     | "2026-11-09" | 10000003
          NumPerPage  |              | 10000002
          NumPerPage  | 0            | 10000003
          NumPerPage  | 201          | 10000003
          ShowingPage |              | 10000002
          ShowingPage | 0            | 10000003
          """)
  void aBadFieldIsRefusedByName(String name, @Nullable String value, int code) {
    var data = range("2026-11-10", "2026-11-12", 200, 1);
    if (value == null) {
      data.remove(name);
    } else {
      data.set(name, Bench.json(value));
    }
    var answer = list(data);
    assertThat(answer.rtnCode()).isEqualTo(code);
    assertThat(answer.rtnMsg()).contains(name);
  }

  @Test
  void itsDataGoesOutPlainlyWhenATesterWantsItSo() {
    bench.control("POST", "/sandbox/settings", "{\"plainIssueList\":true}");
    try {
      var body =
          Bench.envelope(
              "2000132",
              bench.now(),
              Bench.INVOICE_KEYS,
              range("2026-11-10", "2026-11-12", 200, 1));
      var envelope =
          Bench.json(
              bench.post("/B2CInvoice/GetIssueList", "application/json", body.toString()).body());
      assertThat(envelope.path("TransCode").asInt()).isEqualTo(1);
      assertThat(envelope.path("Data").isTextual()).isTrue();
      assertThat(numbers(Bench.json(envelope.path("Data").asText()))).isEqualTo(numbers(0, 5));
      assertThat(Invoices.get(bench, issued.getFirst()).rtnCode())
          .as("other operations stay encrypted")
          .isEqualTo(1);
    } finally {
      bench.control("POST", "/sandbox/settings", "{\"plainIssueList\":false}");
    }
  }

  @Test
  void aSettingThatMakesNoSenseIsRefused() {
    var answer =
        bench.post("/sandbox/settings", "application/json", "{\"plainIssueList\":\"yes\"}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(bench.control("GET", "/sandbox/settings", "").path("plainIssueList").asBoolean())
        .isFalse();
  }
}
