package ecpay.sandbox.track;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.Bench;
import ecpay.sandbox.Invoices;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackRulesTest {
  @AutoClose private final Bench bench = new Bench();

  @BeforeEach
  void start() {
    bench.control("POST", "/sandbox/clock", "{\"now\":\"2026-07-15T04:00:00Z\"}");
    bench.control("POST", "/sandbox/tracks", "{\"automatic\":false}");
    bench.control(
        "POST",
        "/sandbox/tracks/allotted",
        "{\"year\":\"115\",\"term\":4,\"header\":\"AB\",\"start\":\"10000000\",\"books\":4}");
  }

  private void refused(
      String operation, ObjectNode data, String name, @Nullable String value, int code) {
    if (value == null) {
      data.remove(name);
    } else {
      data.set(name, Bench.json(value));
    }
    var answer = bench.invoice(operation, data);
    assertThat(answer.rtnCode()).as(answer.rtnMsg()).isEqualTo(code);
    assertThat(code == 7 || answer.rtnMsg().contains(name)).as(answer.rtnMsg()).isTrue();
  }

  /** R-INV-29 and R-INV-30 at their boundaries; 10000000 to 10000199 are allotted. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          InvoiceTerm      |             | 10000002
          InvoiceTerm      | 0           | 10000003
          InvoiceTerm      | 7           | 10000003
          InvoiceYear      |             | 10000002
          InvoiceYear      | "114"       | 10000003
          InvoiceYear      | "117"       | 10000003
          InvoiceYear      | "2026"      | 10000003
          InvType          |             | 10000002
          InvType          | "09"        | 10000003
          InvoiceCategory  |             | 10000002
          InvoiceCategory  | "2"         | 10000003
          InvoiceHeader    |             | 10000002
          InvoiceHeader    | "ab"        | 10000003
          InvoiceHeader    | "ABC"       | 10000003
          InvoiceStart     |             | 10000002
          InvoiceStart     | "10000001"  | 10000003
          InvoiceStart     | "10000025"  | 10000003
          InvoiceStart     | "1000000"   | 10000003
          InvoiceStart     | "1000000A"  | 10000003
          InvoiceStart     | "09999950"  | 10000003
          InvoiceEnd       |             | 10000002
          InvoiceEnd       | "10000050"  | 10000003
          InvoiceEnd       | "10000098"  | 10000003
          InvoiceEnd       | "09999999"  | 10000003
          ProductServiceId | "12345678901" | 10000003
          """)
  void aBadFieldOfANewTrackIsRefusedByName(String name, @Nullable String value, int code) {
    refused("AddInvoiceWordSetting", Invoices.track(), name, value, code);
    var tracks = bench.control("GET", "/sandbox/ledger", "").path("tracks");
    assertThat(tracks).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "InvoiceTerm, 5",
    "InvoiceYear, 116",
    "InvType, 08",
    "InvoiceHeader, XY",
    "InvoiceStart, 09999950",
    "InvoiceEnd, 10000249"
  })
  void whatTheGovernmentHasNotAllottedIsRefused(String name, String value) {
    var answer = bench.invoice("AddInvoiceWordSetting", Invoices.track().put(name, value));
    assertThat(answer.rtnCode()).isEqualTo(10000003);
    assertThat(answer.rtnMsg()).contains("not allotted");
    assertThat(answer.data().path("TrackID").asText("none")).isEmpty();
  }

  @Test
  void allThatIsAllottedCanBeAddedAndNothingTwice() {
    var all = Invoices.track().put("InvoiceEnd", "10000149");
    assertThat(bench.invoice("AddInvoiceWordSetting", all).rtnCode()).isEqualTo(1);
    var last = Invoices.track().put("InvoiceStart", "10000100").put("InvoiceEnd", "10000199");
    assertThat(bench.invoice("AddInvoiceWordSetting", last).rtnMsg()).contains("overlaps");
    last.put("InvoiceStart", "10000150").put("ProductServiceId", "shop2");
    assertThat(bench.invoice("AddInvoiceWordSetting", last).rtnCode()).isEqualTo(1);
    assertThat(bench.invoice("AddInvoiceWordSetting", last).rtnMsg()).contains("overlaps");
    var query = query().put("ProductServiceId", "shop2");
    assertThat(bench.invoice("GetInvoiceWordSetting", query).data().path("InvoiceInfo")).hasSize(1);
  }

  private static ObjectNode query() {
    return Bench.object(
        "{\"MerchantID\":\"2000132\",\"InvoiceYear\":\"115\",\"InvoiceTerm\":0,\"UseStatus\":0,\"InvoiceCategory\":\"1\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          InvoiceYear     |        | 10000002
          InvoiceYear     | "113"  | 10000003
          InvoiceYear     | "117"  | 10000003
          InvoiceYear     | "114"  | 7
          InvoiceYear     | "116"  | 7
          InvoiceTerm     |        | 10000002
          InvoiceTerm     | 7      | 10000003
          InvoiceTerm     | 3      | 7
          UseStatus       |        | 10000002
          UseStatus       | 7      | 10000003
          UseStatus       | 5      | 7
          UseStatus       | 6      | 7
          InvoiceCategory |        | 10000002
          InvoiceCategory | "2"    | 10000003
          InvType         | "09"   | 10000003
          InvType         | "08"   | 7
          InvoiceHeader   | "ABC"  | 10000003
          InvoiceHeader   | "XY"   | 7
          """)
  void aQueryFindsOnlyWhatFits(String name, @Nullable String value, int code) {
    bench.invoice("AddInvoiceWordSetting", Invoices.track());
    assertThat(bench.invoice("GetInvoiceWordSetting", query()).rtnCode()).isEqualTo(1);
    refused("GetInvoiceWordSetting", query(), name, value, code);
  }

  @ParameterizedTest
  @CsvSource({", 10000002", "113, 10000003", "117, 10000003", "115, 1", "116, 7"})
  void theGovernmentIsAskedAboutThisYearOrItsNeighbours(@Nullable String year, int code) {
    var data = Bench.object("{\"MerchantID\":\"2000132\"}").put("InvoiceYear", year);
    assertThat(bench.invoice("GetGovInvoiceWordSetting", data).rtnCode()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TrackID       |               | 10000002
          TrackID       | "9999999999"  | 7
          InvoiceStatus |               | 10000002
          InvoiceStatus | 3             | 10000003
          InvoiceStatus | -1            | 10000003
          """)
  void aBadStatusIsRefused(String name, @Nullable String value, int code) {
    var id = bench.invoice("AddInvoiceWordSetting", Invoices.track()).data().path("TrackID");
    var data = Bench.object("{\"MerchantID\":\"2000132\",\"InvoiceStatus\":2}");
    refused("UpdateInvoiceWordStatus", data.put("TrackID", id.asText()), name, value, code);
    assertThat(bench.invoice("GetInvoiceWordSetting", query().put("UseStatus", 1)).rtnCode())
        .isEqualTo(1);
  }
}
