package ecpay.sandbox.invoice.delayed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.crypto.Field;
import ecpay.crypto.FormFields;
import ecpay.sandbox.Bench;
import ecpay.sandbox.Invoices;
import ecpay.sandbox.Shop;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Delayed invoices that find no number (R-INV-28). */
class DelayedStockTest {
  private static final String NO_TRACK = "1500047";

  @AutoClose private final Bench bench = new Bench();

  @BeforeEach
  void start() {
    bench.taipei("2026-11-10T11:00:00");
  }

  private void delay(String relateNumber, String flag, int days) {
    var answer = bench.invoice("DelayIssue", Invoices.delayed(relateNumber, flag, days));
    assertThat(answer.rtnCode()).as(answer.rtnMsg()).isEqualTo(1);
  }

  private void tracks(boolean automatic) {
    bench.control("POST", "/sandbox/tracks", "{\"automatic\":" + automatic + "}");
  }

  private JsonNode delayed() {
    return bench.control("GET", "/sandbox/ledger", "").path("delayedInvoices").path(0);
  }

  private Bench.Answer call(String operation) {
    return bench.invoice(
        operation,
        Bench.object("{\"MerchantID\":\"2000132\",\"PayType\":\"2\",\"Tsr\":\"TDry1\"}"));
  }

  private static List<String> values(Shop.Arrival arrival) {
    return FormFields.parse(arrival.body()).stream().map(Field::value).toList();
  }

  @Test
  void aDueInvoiceWithoutANumberTellsTheShopOnceAndIsIssuedWhenThereIsOne() {
    delay("Dry1", "1", 1);
    tracks(false);
    bench.taipei("2026-11-11T10:00:00");
    assertThat(values(bench.told(1).getFirst()))
        .containsExactly("2000132", "Dry1", "TDry1", "", "", "", "", NO_TRACK);
    assertThat(delayed().path("status").asText()).isEqualTo("WAITING_FOR_NUMBER");
    assertThat(call("CancelDelayIssue").rtnCode()).isEqualTo(10000004);
    bench.taipei("2026-11-13T15:00:00");
    bench.quiet();
    assertThat(bench.shop.arrivals()).hasSize(1);

    tracks(true);
    assertThat(delayed().path("status").asText()).isEqualTo("ISSUED");
    var found = Invoices.related(bench, "Dry1").data();
    assertThat(found.path("IIS_Create_Date").asText()).startsWith("2026-11-13 15:00");
    assertThat(values(bench.told(2).getLast()))
        .contains("2026-11-13", found.path("IIS_Number").asText())
        .endsWith("");
  }

  @Test
  void aTriggerWithoutANumberIsRefusedAndCanBeRepeated() {
    delay("Dry1", "2", 0);
    tracks(false);
    var answer = call("TriggerIssue");
    assertThat(answer.rtnCode()).hasToString(NO_TRACK);
    assertThat(answer.data().path("Tsr").asText("x")).isEmpty();
    assertThat(delayed().path("status").asText()).isEqualTo("WAITING_FOR_TRIGGER");
    tracks(true);
    assertThat(call("TriggerIssue").rtnCode()).isEqualTo(4000004);
    bench.told(1);
    assertThat(bench.shop.arrivals()).as("only the issued one was told").hasSize(1);
  }

  @Test
  void onlyTheMerchantWithoutNumbersWaits() {
    delay("Dry1", "1", 1);
    bench.control("POST", "/sandbox/tracks", "{\"merchantId\":\"2000933\",\"automatic\":false}");
    bench.taipei("2026-11-11T10:00:00");
    assertThat(delayed().path("status").asText()).isEqualTo("ISSUED");
  }
}
