package ecpay.sandbox.invoice.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.Bench;
import ecpay.sandbox.Invoices;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoicePrintTest {
  private static final int NO_DATA = 2;

  @AutoClose private final Bench bench = new Bench();
  private JsonNode invoice;

  @BeforeEach
  void start() {
    bench.taipei("2026-11-10T11:00:00");
    issue(Invoices.onPaper("Paper1"));
  }

  private void issue(ObjectNode data) {
    var answer = bench.invoice("Issue", data);
    assertThat(answer.rtnCode()).as(answer.rtnMsg()).isEqualTo(1);
    invoice = answer.data();
  }

  private Bench.Answer print(ObjectNode data) {
    return bench.invoice("InvoicePrint", data);
  }

  private String page(ObjectNode data) {
    var answer = print(data);
    assertThat(answer.rtnCode()).as(answer.rtnMsg()).isEqualTo(1);
    return answer.data().path("InvoiceHtml").asText();
  }

  @Test
  void aPaperInvoiceIsDrawnOnAPage() {
    var url = page(Invoices.named(invoice));
    assertThat(url).startsWith(bench.sandbox.url() + "/sandbox/print/");
    var number = invoice.path("InvoiceNo").asText();
    assertThat(bench.get(url).body())
        .contains(
            number.substring(0, 2) + "-" + number.substring(2),
            "115年11-12月",
            "NT$ 1,680",
            invoice.path("RandomNumber").asText(),
            "茶具")
        .doesNotContain("補印");
  }

  @Test
  void thePageIsThereForAnHour() {
    var url = page(Invoices.named(invoice));
    bench.taipei("2026-11-10T11:59:50");
    assertThat(bench.get(url).statusCode()).isEqualTo(200);
    bench.taipei("2026-11-10T12:01:00");
    assertThat(bench.get(url).statusCode()).isEqualTo(404);
    assertThat(bench.get("/sandbox/print/unknown").statusCode()).isEqualTo(404);
  }

  @Test
  void aReprintSaysSoAndTheLinesMayBeLeftOut() {
    var data = Invoices.named(invoice).put("IsReprintInvoice", "Y").put("IsShowingDetail", "2");
    assertThat(bench.get(page(data)).body()).contains("補印").doesNotContain("茶具");
  }

  @Test
  void theDateMayCarryTheTimeOfIssue() {
    var data = Invoices.named(invoice);
    page(data.put("InvoiceDate", invoice.path("InvoiceDate").asText()));
    page(data.put("InvoiceDate", "2026/11/10"));
    assertThat(print(data.put("InvoiceDate", "2026-11-10 00:00:00")).rtnCode()).isEqualTo(NO_DATA);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          InvoiceNo        |              | 10000002
          InvoiceDate      |              | 10000002
          PrintStyle       | 0            | 10000003
          PrintStyle       | 4            | 10000003
          PrintStyle       | 5            | 10000003
          PrintStyle       | 6            | 10000003
          IsReprintInvoice | "N"          | 10000003
          IsShowingDetail  | "3"          | 10000003
          """)
  void aBadFieldIsRefusedByName(String name, @Nullable String value, int code) {
    var data = Invoices.named(invoice);
    if (value == null) {
      data.remove(name);
    } else {
      data.set(name, Bench.json(value));
    }
    var answer = print(data);
    assertThat(answer.rtnCode()).isEqualTo(code);
    assertThat(answer.rtnMsg()).contains(name);
    assertThat(answer.data().path("InvoiceHtml").asText("x")).isEmpty();
  }

  @Test
  void theStylesForCompaniesNeedACompanyId() {
    issue(Invoices.onPaper("Company1").put("CustomerIdentifier", "04595257"));
    for (int style = 1; style <= 5; style++) {
      page(Invoices.named(invoice).put("PrintStyle", style));
    }
  }

  @Test
  void anInvoiceOfAnotherDayOrWithACarrierIsNoData() {
    assertThat(print(Invoices.named(invoice).put("InvoiceDate", "2026-11-11")).rtnCode())
        .isEqualTo(NO_DATA);
    issue(Invoices.issue("Carrier1"));
    assertThat(print(Invoices.named(invoice)).rtnCode()).isEqualTo(NO_DATA);
  }

  @Test
  void aDonatedInvoiceIsNoData() {
    issue(
        Invoices.issue("Gift1")
            .put("Donation", "1")
            .put("LoveCode", "168")
            .put("CarrierType", "")
            .put("CarrierNum", ""));
    assertThat(print(Invoices.named(invoice)).rtnCode()).isEqualTo(NO_DATA);
  }

  @Test
  void aVoidInvoiceIsNoData() {
    bench.invoice("Invalid", Invoices.invalid(invoice));
    assertThat(print(Invoices.named(invoice)).rtnCode()).isEqualTo(NO_DATA);
  }

  @Test
  void anInvoiceReducedToNothingIsNoData() {
    bench.invoice("Allowance", Invoices.paper(invoice, 1679));
    page(Invoices.named(invoice));
    bench.invoice("Allowance", Invoices.paper(invoice, 1));
    assertThat(print(Invoices.named(invoice)).rtnCode()).isEqualTo(NO_DATA);
  }
}
