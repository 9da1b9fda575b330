package ecpay.sandbox.invoice.voiding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.Bench;
import ecpay.sandbox.Invoices;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invalid and GetInvalid (R-INV-22 to R-INV-26). */
class VoidTest {
  private static final int NO_DATA = 2;
  private static final int FORBIDDEN = 10000004;
  private static final int LIVE_ALLOWANCE = 5070450;

  @AutoClose private final Bench bench = new Bench();
  private JsonNode invoice;

  @BeforeEach
  void start() {
    bench.taipei("2026-11-10T11:00:00");
    invoice = bench.invoice("Issue", Invoices.issue("Void1")).data();
  }

  private Bench.Answer invalid() {
    return bench.invoice("Invalid", Invoices.invalid(invoice));
  }

  private Bench.Answer getInvalid(String relateNumber) {
    return bench.invoice("GetInvalid", Invoices.named(invoice).put("RelateNumber", relateNumber));
  }

  @Test
  void aVoidInvoiceIsFoundAsVoidAndWithItsReason() {
    assertThat(Invoices.get(bench, invoice).data().path("IIS_Invalid_Status").asText())
        .isEqualTo("0");
    assertThat(getInvalid("Void1").rtnCode()).isEqualTo(NO_DATA);
    bench.taipei("2026-11-12T11:00:00");
    var answer = invalid();
    assertThat(answer.rtnCode()).as(answer.rtnMsg()).isEqualTo(1);
    assertThat(answer.data().path("InvoiceNo")).isEqualTo(invoice.path("InvoiceNo"));

    var found = Invoices.get(bench, invoice).data();
    assertThat(found.path("IIS_Invalid_Status").asText()).isEqualTo("1");
    assertThat(found.path("IIS_Issue_Status").asText()).isEqualTo("1");
    var end = getInvalid("void1").data();
    assertThat(end.path("RtnCode").asInt()).isEqualTo(1);
    assertThat(end.path("IIS_Mer_ID").asText()).isEqualTo("2000132");
    assertThat(end.path("II_Invoice_No")).isEqualTo(invoice.path("InvoiceNo"));
    assertThat(end.path("II_Date").asText()).startsWith("2026-11-12 11:00");
    assertThat(end.path("Reason").asText()).isEqualTo("退貨");
    assertThat(end.path("II_Buyer_Identifier").asText()).isEqualTo("0000000000");
    assertThat(end.path("II_Seller_Identifier").asText()).hasSize(8);
    assertThat(end.path("II_Upload_Status").asText()).isEqualTo("0");
    bench.taipei("2026-11-13T11:01:00");
    end = getInvalid("Void1").data();
    assertThat(end.path("II_Upload_Status").asText()).isEqualTo("1");
    assertThat(end.path("II_Upload_Date").asText()).startsWith("2026-11-13 11:00");
    assertThat(bench.control("GET", "/sandbox/ledger", "").at("/invoices/0/status").asText())
        .isEqualTo("VOID");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          InvoiceNo   |                         | 10000002
          InvoiceNo   | "ZZ00000000"            | 2
          InvoiceDate |                         | 10000002
          InvoiceDate | "2026-11-11"            | 2
          InvoiceDate | "10/11/2026"            | 10000003
          Reason      |                         | 10000002
          Reason      | " "                     | 10000002
          Reason      | "123456789012345678901" | 2009005
          """)
  void aBadFieldIsRefusedByName(String name, @Nullable String value, int code) {
    var data = Invoices.invalid(invoice);
    if (value == null) {
      data.remove(name);
    } else {
      data.set(name, Bench.json(value));
    }
    var answer = bench.invoice("Invalid", data);
    assertThat(answer.rtnCode()).isEqualTo(code);
    assertThat(answer.rtnMsg()).contains(name);
    assertThat(answer.data().path("InvoiceNo").asText("x")).isEmpty();
  }

  @Test
  void aReasonOfTwentyCharactersIsTheLongest() {
    var data = Invoices.invalid(invoice).put("Reason", "退".repeat(20));
    assertThat(bench.invoice("Invalid", data).rtnCode()).isEqualTo(1);
  }

  @Test
  void anInvoiceIsVoidedOnce() {
    assertThat(invalid().rtnCode()).isEqualTo(1);
    assertThat(invalid().rtnCode()).isEqualTo(FORBIDDEN);
  }

  @Test
  void ofTwentyParallelVoidsOneVoids() {
    var codes = IntStream.range(0, 20).parallel().map(_ -> invalid().rtnCode()).toArray();
    assertThat(codes).containsOnlyOnce(1).containsOnly(1, FORBIDDEN);
  }

  @Test
  void aDonatedInvoiceStays() {
    var donated =
        Invoices.issue("Gift1")
            .put("Donation", "1")
            .put("LoveCode", "168")
            .put("CarrierType", "")
            .put("CarrierNum", "");
    invoice = bench.invoice("Issue", donated).data();
    assertThat(invalid().rtnCode()).isEqualTo(FORBIDDEN);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-01T00:00:00, 2027-01-13T23:59:50, 1",
    "2026-11-01T00:00:00, 2027-01-14T00:00:00, 10000004",
    "2026-12-31T23:59:50, 2027-01-13T23:59:50, 1",
    "2026-12-31T23:59:50, 2027-01-14T00:00:00, 10000004",
    "2027-01-01T00:00:00, 2027-03-13T23:59:50, 1",
    "2027-02-28T12:00:00, 2027-03-14T00:00:00, 10000004",
    "2027-03-01T00:00:00, 2027-03-14T00:00:00, 1"
  })
  void thePeriodIsOpenToTheThirteenthAfterIt(String issued, String now, int code) {
    bench.taipei(issued);
    invoice = bench.invoice("Issue", Invoices.issue("Window1")).data();
    bench.taipei(now);
    assertThat(invalid().rtnCode()).isEqualTo(code);
  }

  @Test
  void anInvoiceWithAnAllowanceStays() {
    assertThat(bench.invoice("Allowance", Invoices.paper(invoice, 10)).rtnCode()).isEqualTo(1);
    assertThat(invalid().rtnCode()).isEqualTo(LIVE_ALLOWANCE);
  }

  @Test
  void anInvoiceWhoseAllowanceAwaitsConsentStaysUntilThatExpires() {
    bench.invoice("AllowanceByCollegiate", Invoices.online(invoice, 10));
    assertThat(invalid().rtnCode()).isEqualTo(LIVE_ALLOWANCE);
    bench.taipei("2026-11-13T11:01:00");
    assertThat(invalid().rtnCode()).isEqualTo(1);
  }

  @Test
  void aVoidInvoiceTakesNoAllowanceButNotices() {
    invalid();
    assertThat(bench.invoice("Allowance", Invoices.paper(invoice, 10)).rtnCode())
        .isEqualTo(FORBIDDEN);
    assertThat(bench.invoice("AllowanceByCollegiate", Invoices.online(invoice, 10)).rtnCode())
        .isEqualTo(FORBIDDEN);
    var notice =
        Bench.object(
                """
                {"MerchantID":"2000132","NotifyMail":"buyer@shop.example","Notify":"E",
                 "InvoiceTag":"II","Notified":"C"}
                """)
            .put("InvoiceNo", invoice.path("InvoiceNo").asText());
    assertThat(bench.invoice("InvoiceNotify", notice).rtnCode()).isEqualTo(1);
    assertThat(bench.invoice("InvoiceNotify", notice.put("InvoiceTag", "I")).rtnCode())
        .isEqualTo(1);
  }

  @Test
  void theRelateNumberOfAVoidInvoiceStaysUsed() {
    invalid();
    assertThat(bench.invoice("Issue", Invoices.issue("VOID1")).rtnCode()).isEqualTo(5070357);
  }

  @ParameterizedTest
  @CsvSource({"RelateNumber", "InvoiceNo", "InvoiceDate"})
  void aVoidInvoiceIsFoundByAllThreeOfItsNames(String name) {
    invalid();
    ObjectNode data = Invoices.named(invoice).put("RelateNumber", "Void1");
    data.remove(name);
    var answer = bench.invoice("GetInvalid", data);
    assertThat(answer.rtnCode()).isEqualTo(10000002);
    assertThat(answer.rtnMsg()).contains(name);
    assertThat(getInvalid("Other1").rtnCode()).isEqualTo(NO_DATA);
    assertThat(getInvalid("Void1".toUpperCase(Locale.ROOT)).rtnCode()).isEqualTo(1);
  }
}
