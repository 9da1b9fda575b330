package ecpay.sandbox.invoice.allowance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.crypto.CheckMac;
import ecpay.crypto.Digest;
import ecpay.crypto.Field;
import ecpay.crypto.FormFields;
import ecpay.sandbox.Bench;
import ecpay.sandbox.Invoices;
import ecpay.sandbox.Order;
import java.util.EnumSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowanceTest {
  @AutoClose private final Bench bench = new Bench();
  private JsonNode invoice;

  @BeforeEach
  void start() {
    invoice = Invoices.issued(bench);
  }

  private JsonNode allowance(int index) {
    return bench.control("GET", "/sandbox/ledger", "").path("allowances").path(index);
  }

  private Bench.Answer list(String searchType, String name, String value) {
    return bench.invoice(
        "GetAllowanceList",
        Bench.object("{\"MerchantID\":\"2000132\"}")
            .put("SearchType", searchType)
            .put("InvoiceNo", invoice.path("InvoiceNo").asText())
            .put(name, value));
  }

  private String today() {
    return invoice.path("InvoiceDate").asText().substring(0, 10);
  }

  @Test
  void aPaperAllowanceIsIssuedAtOnce() {
    var answer = bench.invoice("Allowance", Invoices.paper(invoice, 500));
    assertThat(answer.rtnCode()).isEqualTo(1);
    assertThat(answer.data().path("IA_Allow_No").asText()).matches("\\d{16}");
    assertThat(answer.data().path("IA_Invoice_No")).isEqualTo(invoice.path("InvoiceNo"));
    assertThat(answer.data().path("IA_Remain_Allowance_Amt").asInt()).isEqualTo(1180);
    assertThat(allowance(0).path("status").asText()).isEqualTo("ISSUED");
    var listed = list("1", "Date", today());
    var info = listed.data().path("AllowanceInfo").path(0);
    assertThat(info.path("IA_Allow_No")).isEqualTo(answer.data().path("IA_Allow_No"));
    assertThat(info.path("IA_Total_Tax_Amount").asInt()).isEqualTo(500);
    assertThat(info.path("IA_Total_Amount").asInt()).isEqualTo(476);
    assertThat(info.path("IA_Tax_Amount").asInt()).isEqualTo(24);
    assertThat(list("0", "AllowanceNo", info.path("IA_Allow_No").asText()).rtnCode()).isEqualTo(1);
    assertThat(list("2", "Date", today()).rtnCode()).isEqualTo(1);
    assertThat(list("2", "Date", "2020-01-01").rtnCode()).isEqualTo(7);
    assertThat(list("9", "Date", today()).rtnMsg()).contains("SearchType");
    assertThat(list("1", "Date", "").rtnMsg()).contains("Date");
  }

  @Test
  void theSampleRequestOfSeed004IsAcceptedAndAnsweredAsThere() {
    var mixed = Invoices.issue(Order.number()).put("TaxType", "9").put("ClearanceMark", "1");
    ((ObjectNode) mixed.put("ZeroTaxRateReason", "71").path("Items").path(1))
        .put("ItemTaxType", "2");
    invoice = bench.invoice("Issue", mixed).data();
    var sample =
        Bench.object(
                """
                {
                "MerchantID": 2000132,
                "InvoiceNo": "UV11100015",
                "InvoiceDate": "2019-09-17",
                "AllowanceNotify": "E",
                "CustomerName": "Test",
                "NotifyMail": "test@ecpay.com.tw",
                "NotifyPhone": "0912345678",
                "AllowanceAmount": 50,
                "Items": [
                {
                "ItemSeq": 1,
                "ItemName": "item01",
                "ItemCount": 1,
                "ItemWord": "test",
                "ItemPrice": 50,
                "ItemTaxType": "2",
                "ItemAmount": 50
                }
                ],
                "ReturnURL": "https://allowance.yoursite/Revice"
                }
                """)
            .put("InvoiceNo", invoice.path("InvoiceNo").asText())
            .put("InvoiceDate", today());
    var answer = bench.invoice("AllowanceByCollegiate", sample);
    assertThat(answer.data().properties().stream().map(e -> e.getKey()).toList())
        .containsExactly(
            "RtnCode",
            "RtnMsg",
            "IA_Allow_No",
            "IA_Invoice_No",
            "IA_TempDate",
            "IA_TempExpireDate",
            "IA_Remain_Allowance_Amt");
    assertThat(answer.rtnCode()).isEqualTo(1);
    assertThat(answer.data().path("IA_Allow_No").asText()).hasSize(16);
    assertThat(answer.data().path("IA_Remain_Allowance_Amt").asInt()).isEqualTo(1630);
  }

  @Test
  void anOnlineAllowanceIsIssuedByTheBuyersClick() {
    var answer = bench.invoice("AllowanceByCollegiate", Invoices.online(invoice, 1680));
    assertThat(answer.rtnCode()).isEqualTo(1);
    assertThat(answer.data().path("IA_Remain_Allowance_Amt").asInt()).isZero();
    assertThat(allowance(0).path("status").asText()).isEqualTo("AWAITING_CONSENT");
    assertThat(Invoices.remaining(bench, invoice)).isZero();
    assertThat(list("1", "Date", today()).rtnCode()).isEqualTo(7);

    var link = Invoices.link(bench);
    assertThat(bench.get(link).body()).contains("NT$ 1,680", "Confirm the allowance");
    assertThat(bench.shop.arrivals()).isEmpty();
    assertThat(bench.submit(link).body()).contains("is issued");

    var told = bench.told(1).getFirst();
    assertThat(told.path()).isEqualTo("/callbacks/allowance");
    assertThat(told.contentType()).isEqualTo("application/x-www-form-urlencoded");
    var fields = FormFields.parse(told.body());
    assertThat(fields.stream().map(Field::name).toList())
        .containsExactly(
            "RtnCode",
            "RtnMsg",
            "IA_Allow_No",
            "IA_Invoice_No",
            "IA_Date",
            "IIS_Remain_Allowance_Amt",
            "CheckMacValue");
    var values = fields.stream().collect(Collectors.toMap(Field::name, Field::value));
    assertThat(values)
        .containsEntry("RtnCode", "1")
        .containsEntry("RtnMsg", "")
        .containsEntry("IA_Allow_No", answer.data().path("IA_Allow_No").asText())
        .containsEntry("IIS_Remain_Allowance_Amt", "0");
    assertThat(
            CheckMac.with(Bench.INVOICE_KEYS)
                .verifyAllowanceConsent(fields, EnumSet.of(Digest.SHA256)))
        .isTrue();
    assertThat(list("1", "Date", today()).rtnCode()).isEqualTo(1);
    assertThat(allowance(0).path("status").asText()).isEqualTo("ISSUED");

    bench.submit(link);
    bench.quiet();
    assertThat(bench.shop.arrivals()).hasSize(1);
  }

  @Test
  void ofTwentyParallelClicksOneConsents() {
    bench.invoice("AllowanceByCollegiate", Invoices.online(invoice, 100));
    var link = Invoices.link(bench);
    IntStream.range(0, 20).parallel().forEach(_ -> bench.submit(link));
    assertThat(bench.told(1)).hasSize(1);
    assertThat(Invoices.remaining(bench, invoice)).isEqualTo(1580);
  }

  @ParameterizedTest
  @CsvSource({"SHA256, PLUS, 64", "SHA256, PERCENT20, 64", "MD5, PLUS, 32", "MD5, PERCENT20, 32"})
  void theCheckMacValueComesInEachOfItsFourKinds(String digest, String space, int length) {
    bench.control(
        "POST",
        "/sandbox/callbacks",
        "{\"allowanceDigest\":\"%s\",\"allowanceSpace\":\"%s\"}".formatted(digest, space));
    bench.invoice("AllowanceByCollegiate", Invoices.online(invoice, 10));
    bench.submit(Invoices.link(bench));
    var fields = FormFields.parse(bench.told(1).getFirst().body());
    assertThat(fields.getLast().value()).hasSize(length);
    assertThat(
            CheckMac.with(Bench.INVOICE_KEYS)
                .verifyAllowanceConsent(fields, EnumSet.of(Digest.valueOf(digest))))
        .isTrue();
  }

  @Test
  void aRequestExpiresAfterSeventyTwoHoursAndGivesItsAmountBack() {
    bench.invoice("AllowanceByCollegiate", Invoices.online(invoice, 1000));
    assertThat(Invoices.remaining(bench, invoice)).isEqualTo(680);
    bench.control("POST", "/sandbox/clock", "{\"advanceSeconds\":259100}");
    assertThat(allowance(0).path("status").asText()).isEqualTo("AWAITING_CONSENT");
    bench.control("POST", "/sandbox/clock", "{\"advanceSeconds\":200}");
    assertThat(allowance(0).path("status").asText()).isEqualTo("EXPIRED");
    assertThat(Invoices.remaining(bench, invoice)).isEqualTo(1680);
    assertThat(bench.submit(Invoices.link(bench)).body()).contains("expired");
    bench.control("POST", "/sandbox/clock", "{\"advanceSeconds\":-259300}");
    bench.submit(Invoices.link(bench));
    bench.quiet();
    assertThat(allowance(0).path("status").asText()).isEqualTo("EXPIRED");
    assertThat(bench.shop.arrivals()).isEmpty();
  }

  @Test
  void ofTwentyParallelAllowancesOnlyAsManyAsFitAreIssued() {
    var accepted =
        IntStream.range(0, 20)
            .parallel()
            .filter(_ -> bench.invoice("Allowance", Invoices.paper(invoice, 300)).rtnCode() == 1)
            .count();
    assertThat(accepted).isEqualTo(5);
    assertThat(Invoices.remaining(bench, invoice)).isEqualTo(180);
  }

  @Test
  void aPaperAllowanceTellsWhomItShould() {
    bench.invoice("Allowance", Invoices.paper(invoice, 10).put("AllowanceNotify", "N"));
    assertThat(bench.control("GET", "/sandbox/mailbox", "").path("mails")).isEmpty();
    var both = Invoices.paper(invoice, 10).put("AllowanceNotify", "A");
    assertThat(bench.invoice("Allowance", both).rtnMsg()).contains("NotifyPhone");
    bench.invoice("Allowance", both.put("NotifyPhone", "0912345678"));
    assertThat(bench.control("GET", "/sandbox/mailbox", "").path("mails")).hasSize(2);
  }
}
