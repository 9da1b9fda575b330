package ecpay.sandbox.invoice.allowance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.Bench;
import ecpay.sandbox.Bench.Answer;
import ecpay.sandbox.Invoices;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowanceQueryTest {
  private static final int NO_DATA = 7;
  @AutoClose private final Bench bench = new Bench();
  private JsonNode invoice;

  @BeforeEach
  void start() {
    clock("2026-07-15T04:00:00Z");
    invoice = Invoices.issued(bench);
  }

  private void clock(String now) {
    bench.control("POST", "/sandbox/clock", "{\"now\":\"%s\"}".formatted(now));
  }

  private JsonNode onPaper(long amount) {
    return bench.invoice("Allowance", Invoices.paper(invoice, amount)).data();
  }

  private static ObjectNode named(JsonNode allowance) {
    var data = Invoices.undo(allowance);
    data.remove("Reason");
    return data;
  }

  private Answer list(String searchType, String date) {
    return bench.invoice(
        "GetAllowanceList",
        Bench.object("{\"MerchantID\":\"2000132\"}")
            .put("SearchType", searchType)
            .put("InvoiceNo", invoice.path("InvoiceNo").asText())
            .put("Date", date));
  }

  private Answer listed(String allowanceNo) {
    return bench.invoice(
        "GetAllowanceList",
        Bench.object("{\"MerchantID\":\"2000132\",\"SearchType\":\"0\"}")
            .put("AllowanceNo", allowanceNo));
  }

  @Test
  void oneAllowanceComesFlatWithTheFieldsOfTheList() {
    var allowance = onPaper(500);
    var number = allowance.path("IA_Allow_No").asText();
    var single = (ObjectNode) bench.invoice("GetAllowance", named(allowance)).data();
    assertThat(single.path("RtnCode").asInt()).isEqualTo(1);
    assertThat(single.path("IA_Allow_No").asText()).isEqualTo(number);
    assertThat(single.path("IA_Total_Tax_Amount").asInt()).isEqualTo(500);
    assertThat(single.path("IA_Identifier").asText()).isEqualTo("0000000000");
    assertThat(single.path("Items").path(0).path("ItemRateAmt").asInt()).isEqualTo(24);
    single.remove("RtnCode");
    single.remove("RtnMsg");
    assertThat(listed(number).data().path("AllowanceInfo").path(0)).isEqualTo(single);
  }

  @Test
  void aSingleQueryNamesTheNumberThatIsMissing() {
    var allowance = onPaper(500);
    assertThat(bench.invoice("GetAllowance", named(allowance).put("InvoiceNo", "")).rtnCode())
        .isEqualTo(2014001);
    var without = named(allowance);
    without.remove("AllowanceNo");
    assertThat(bench.invoice("GetAllowance", without).rtnCode()).isEqualTo(2014003);
    assertThat(
            bench
                .invoice("GetAllowance", named(allowance).put("InvoiceNo", "ZZ00000000"))
                .rtnCode())
        .isEqualTo(NO_DATA);
  }

  @Test
  void anAllowanceIsFoundByItsNumberItsInvoicesDateOrItsOwn() {
    clock("2026-07-20T04:00:00Z");
    onPaper(500);
    clock("2026-07-21T04:00:00Z");
    var second = onPaper(100);
    assertThat(list("1", "2026-07-15").data().path("AllowanceInfo")).hasSize(2);
    assertThat(list("1", "2026-07-20").rtnCode()).isEqualTo(NO_DATA);
    assertThat(list("2", "2026-07-15").rtnCode()).isEqualTo(NO_DATA);
    assertThat(list("2", "2026/07/20").data().path("AllowanceInfo")).hasSize(1);
    assertThat(list("2", "2026-07-21").data().path("AllowanceInfo").findValuesAsText("IA_Allow_No"))
        .containsExactly(second.path("IA_Allow_No").asText());
    assertThat(listed(second.path("IA_Allow_No").asText()).rtnCode()).isEqualTo(1);
    assertThat(listed("0000000000000000").rtnCode()).isEqualTo(NO_DATA);
    assertThat(listed("").rtnCode()).isEqualTo(10000002);
  }

  /** invoice-b2c.md section 7.4: a request is no allowance, however it ends. */
  @ParameterizedTest
  @ValueSource(strings = {"waiting", "cancelled", "expired"})
  void aRequestWithoutConsentIsNotShown(String how) {
    var asked = bench.invoice("AllowanceByCollegiate", Invoices.online(invoice, 10)).data();
    switch (how) {
      case "cancelled" -> bench.invoice("AllowanceInvalidByCollegiate", Invoices.undo(asked));
      case "expired" -> clock("2026-07-18T04:01:00Z");
      default -> {
        // It waits.
      }
    }
    assertThat(list("1", "2026-07-15").rtnCode()).isEqualTo(NO_DATA);
    assertThat(list("2", "2026-07-15").rtnCode()).isEqualTo(NO_DATA);
    assertThat(listed(asked.path("IA_Allow_No").asText()).rtnCode()).isEqualTo(NO_DATA);
    assertThat(bench.invoice("GetAllowance", named(asked)).rtnCode()).isEqualTo(NO_DATA);
    assertThat(bench.invoice("GetAllowanceInvalid", named(asked)).rtnCode()).isEqualTo(NO_DATA);
  }

  @Test
  void aVoidedAllowanceStaysListedAndItsVoidIsFound() {
    var allowance = onPaper(500);
    assertThat(bench.invoice("GetAllowanceInvalid", named(allowance)).rtnCode()).isEqualTo(NO_DATA);
    assertThat(invalidStatus()).isEqualTo("0");
    clock("2026-07-16T04:00:00Z");
    bench.invoice("AllowanceInvalid", Invoices.undo(allowance));
    assertThat(invalidStatus()).isEqualTo("1");
    var found = bench.invoice("GetAllowanceInvalid", named(allowance)).data();
    assertThat(found.path("RtnCode").asInt()).isEqualTo(1);
    assertThat(found.path("AI_Allow_Date").asText()).startsWith("2026-07-15 12:00");
    assertThat(found.path("AI_Date").asText()).startsWith("2026-07-16 12:00");
    assertThat(found.path("AI_Allow_No")).isEqualTo(allowance.path("IA_Allow_No"));
    assertThat(found.path("AI_Invoice_No")).isEqualTo(invoice.path("InvoiceNo"));
    assertThat(found.path("AI_Mer_ID").asText()).isEqualTo("2000132");
    assertThat(found.path("AI_Buyer_Identifier").asText()).isEqualTo("0000000000");
    assertThat(found.path("AI_Seller_Identifier").asText()).hasSize(8);
    assertThat(found.path("Reason").asText()).isEqualTo("退貨");
    assertThat(found.path("AI_Upload_Status").asText()).isEqualTo("0");
    assertThat(found.path("AI_Upload_Date").asText("none")).isEmpty();
    clock("2026-07-17T04:01:00Z");
    var uploaded = bench.invoice("GetAllowanceInvalid", named(allowance)).data();
    assertThat(uploaded.path("AI_Upload_Status").asText()).isEqualTo("1");
    assertThat(uploaded.path("AI_Upload_Date").asText()).startsWith("2026-07-17 12:00");
  }

  private String invalidStatus() {
    return list("1", "2026-07-15")
        .data()
        .path("AllowanceInfo")
        .path(0)
        .path("IA_Invalid_Status")
        .asText();
  }

  @Test
  void theVoidOfAnAllowanceIsFoundByBothNumbersOnly() {
    var allowance = onPaper(500);
    bench.invoice("AllowanceInvalid", Invoices.undo(allowance));
    assertThat(bench.invoice("GetAllowanceInvalid", named(allowance).put("InvoiceNo", "")).rtnMsg())
        .contains("InvoiceNo");
    assertThat(
            bench.invoice("GetAllowanceInvalid", named(allowance).put("AllowanceNo", "")).rtnMsg())
        .contains("AllowanceNo");
    assertThat(
            bench
                .invoice("GetAllowanceInvalid", named(allowance).put("InvoiceNo", "ZZ00000000"))
                .rtnCode())
        .isEqualTo(NO_DATA);
  }

  @Test
  void anAllowanceIsUploadedTheNextDayUnlessUploadsAreHeld() {
    onPaper(500);
    assertThat(uploadStatus()).isEqualTo("0");
    bench.control("POST", "/sandbox/settings", "{\"uploads\":false}");
    clock("2026-07-16T04:01:00Z");
    assertThat(uploadStatus()).isEqualTo("0");
    bench.control("POST", "/sandbox/settings", "{\"uploads\":true}");
    assertThat(uploadStatus()).isEqualTo("1");
  }

  private String uploadStatus() {
    return list("1", "2026-07-15")
        .data()
        .path("AllowanceInfo")
        .path(0)
        .path("IA_Upload_Status")
        .asText();
  }
}
