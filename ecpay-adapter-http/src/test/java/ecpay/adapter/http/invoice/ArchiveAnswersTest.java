package ecpay.adapter.http.invoice;

import static ecpay.adapter.http.invoice.KnownInvoicesTest.BARE;
import static ecpay.adapter.http.invoice.KnownInvoicesTest.FACTS;
import static ecpay.adapter.http.invoice.KnownInvoicesTest.FULL;
import static ecpay.adapter.http.invoice.KnownInvoicesTest.RELATE_NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecpay.adapter.http.AskingForInvoices;
import ecpay.adapter.http.Facts;
import ecpay.adapter.http.ScriptedEcpay;
import ecpay.adapter.http.json.Fields;
import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.InvoiceArchive;
import ecpay.domain.invoice.InvoiceArchive.KnownVoid;
import ecpay.domain.invoice.InvoiceArchive.Page;
import ecpay.domain.invoice.InvoiceArchive.PrintStyle;
import ecpay.domain.invoice.InvoiceGateway;
import ecpay.domain.invoice.KnownInvoice;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How ECPay's books are read (invoice-b2c.md section 10). */
class ArchiveAnswersTest extends AskingForInvoices {
  private final InvoiceGateway invoices = adapter.getInstance(InvoiceGateway.class);
  private final InvoiceArchive archive = adapter.getInstance(InvoiceArchive.class);

  private Answer<Page> list() {
    return archive.getIssueList(
        Facts.MERCHANT, LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30), 1, 30);
  }

  private Answer<Optional<KnownVoid>> getInvalid(String answer) {
    answers(answer);
    return archive.getInvalid(Facts.MERCHANT, RELATE_NUMBER, FACTS);
  }

  private Answer<URI> print(String page) {
    answers("{\"RtnCode\":1,\"InvoiceHtml\":\"" + page + "\"}");
    return archive.invoicePrint(Facts.MERCHANT, FACTS, PrintStyle.SINGLE_SIDED);
  }

  private static String page(String... invoices) {
    return "{\"RtnCode\":1,\"RtnMsg\":\"\",\"TotalCount\":\"31\",\"ShowingPage\":1,"
        + "\"InvoiceData\":["
        + String.join(",", invoices)
        + "]}";
  }

  private static void bothAreThere(Answer<Page> answer) {
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Accepted.class,
            accepted ->
                assertThat(accepted.value())
                    .isInstanceOfSatisfying(
                        Page.class,
                        page -> {
                          assertThat(page.total()).isEqualTo(31);
                          assertThat(page.invoices())
                              .extracting(KnownInvoice::relateNumber)
                              .containsExactly("INVOICE0001", "");
                        }));
  }

  @Test
  void aPageOfTheListIsReadEncrypted() {
    answers(page(FULL, BARE));
    bothAreThere(list());
  }

  @Test
  void aPageOfManyLongInvoicesIsReadToItsEnd() {
    String remark = "\"InvoiceRemark\":\"" + "備".repeat(1_000) + "\",\"RtnCode\"";
    String[] long200 = new String[200];
    Arrays.fill(long200, FULL.replace("\"RtnCode\"", remark));
    answers(page(long200));
    assertThat(list())
        .isInstanceOfSatisfying(
            Answer.Accepted.class,
            accepted ->
                assertThat(accepted.value())
                    .isInstanceOfSatisfying(
                        Page.class, page -> assertThat(page.invoices()).hasSize(200)));
  }

  @Test
  void aPageOfTheListIsReadAsPlainJson() {
    ecpay.then(200, "{\"TransCode\":1,\"Data\":" + page(FULL, BARE) + "}");
    bothAreThere(list());
  }

  @Test
  void aPageOfTheListIsReadAsTheTextOfPlainJson() {
    ecpay.then(
        200, ScriptedEcpay.parse("{\"TransCode\":1}").put("Data", page(FULL, BARE)).toString());
    bothAreThere(list());
  }

  @Test
  void nothingElseIsReadPlain() {
    ecpay.then(200, "{\"TransCode\":1,\"Data\":" + FULL + "}");
    assertThat(invoices.getIssue(Facts.MERCHANT, RELATE_NUMBER))
        .isEqualTo(new Answer.Unknown<>("the answer cannot be read: no Data", true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"RtnCode\":2,\"RtnMsg\":\"\"}",
        "{\"RtnCode\":7}",
        "{\"RtnCode\":1,\"TotalCount\":0,\"InvoiceData\":[]}",
        "{\"RtnCode\":1,\"TotalCount\":0,\"InvoiceData\":null}"
      })
  void noInvoicesAreAnEmptyPage(String answer) {
    answers(answer);
    assertThat(list()).isEqualTo(accepted(new Page(0, List.of())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "-1", "1.5", "99999999999", "\"many\""})
  void aPageOfUnknownManyIsNotTaken(String total) {
    answers(page().replace("\"31\"", total));
    assertThat(list()).isEqualTo(notAsExpected("no TotalCount"));
  }

  @Test
  void aRefusedListIsNotAnEmptyOne() {
    answers("{\"RtnCode\":10000002,\"RtnMsg\":\"no\"}");
    assertThat(list()).isEqualTo(new Answer.Refused<>("10000002", "no"));
  }

  @Test
  void aVoidIsReadWithItsReason() {
    assertThat(
            getInvalid(
                """
                {"RtnCode":1,"II_Invoice_No":"UV12345678","II_Date":"2026-11-22 09:00:00",\
                "II_Upload_Status":1,"Reason":"退貨","II_Buyer_Identifier":"0000000000"}\
                """))
        .isEqualTo(
            accepted(
                Optional.of(new KnownVoid(Instant.parse("2026-11-22T01:00:00Z"), "退貨", true))));
    assertThat(getInvalid("{\"RtnCode\":1,\"II_Date\":\"2026-11-22 09:00:00\"}"))
        .isEqualTo(
            accepted(Optional.of(new KnownVoid(Instant.parse("2026-11-22T01:00:00Z"), "", false))));
  }

  @Test
  void whatWasNotVoidedIsNotFound() {
    assertThat(getInvalid("{\"RtnCode\":2}")).isEqualTo(accepted(Optional.empty()));
    assertThat(getInvalid("{\"RtnCode\":\"7\"}")).isEqualTo(accepted(Optional.empty()));
    assertThat(getInvalid("{\"RtnCode\":10000002,\"RtnMsg\":\"no\"}"))
        .isEqualTo(new Answer.Refused<>("10000002", "no"));
  }

  @Test
  void aVoidOfAnotherInvoiceOrWithoutATimeIsNotTaken() {
    assertThat(getInvalid("{\"RtnCode\":1,\"II_Invoice_No\":\"UV12345679\"}"))
        .isEqualTo(notAsExpected("another II_Invoice_No"));
    assertThat(getInvalid("{\"RtnCode\":1}")).isEqualTo(notAsExpected("no time in II_Date"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://einvoice.ecpay.com.tw/Invoice/Print?t=1",
        "HTTPS://elsewhere.example/x",
        "http://127.0.0.1:1/sandbox/print/1"
      })
  void aPageToPrintIsOnHttpsOrOnTheSandbox(String page) {
    assertThat(print(page)).isEqualTo(accepted(URI.create(page)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "http://einvoice.ecpay.com.tw/Invoice/Print",
        "http://localhost/print",
        "javascript:alert(1)",
        "//127.0.0.1/print",
        "https:/print",
        "https://user@einvoice.ecpay.com.tw/print",
        "ftp://127.0.0.1/print"
      })
  void anyOtherPageIsNotTaken(String page) {
    assertThat(print(page)).isEqualTo(notAsExpected("an InvoiceHtml that is not on https"));
  }

  @Test
  void whatIsNoAddressIsNotTaken() {
    assertThat(print("https://a b/<print>"))
        .isEqualTo(notAsExpected("an InvoiceHtml that is no web address"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "7", "10000002"})
  void whatCannotBePrintedIsRefused(String code) {
    answers("{\"RtnCode\":" + code + ",\"RtnMsg\":\"no\"}");
    assertThat(archive.invoicePrint(Facts.MERCHANT, FACTS, PrintStyle.COMPANY_A4))
        .isEqualTo(new Answer.Refused<>(code, "no"));
  }

  @Test
  void aServiceOnHttpsShowsNothingWithoutIt() {
    InvoicePrint print =
        new InvoicePrint(FACTS, PrintStyle.SINGLE_SIDED, URI.create("https://einvoice.example"));
    Fields answer =
        Fields.read("{\"RtnCode\":1,\"InvoiceHtml\":\"http://einvoice.example/print\"}");
    assertThatThrownBy(() -> print.read(answer)).hasMessage("an InvoiceHtml that is not on https");
  }
}
