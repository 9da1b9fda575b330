package ecpay.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.crypto.CryptoKeys;
import ecpay.domain.Samples;
import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.InvoiceGateway;
import ecpay.domain.invoice.InvoiceGateway.IssueReply;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.invoice.IssuedInvoice;
import ecpay.domain.merchant.Merchant;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer of ECPay's is taken for (errors.md sections 1 and 2, R-PAY-05, R-TRN-06). */
class AnswerKindsTest {
  private static final String ISSUED =
      """
      {"RtnCode":1,"RtnMsg":"開立發票成功","InvoiceNo":"UV12345678",\
      "InvoiceDate":"2026-11-21 12:08:00","RandomNumber":"6099"}\
      """;
  private static final IssuedInvoice FACTS =
      new IssuedInvoice(
          new InvoiceNumber("UV12345678"), Instant.parse("2026-11-21T04:08:00Z"), "6099");

  @AutoClose private final ScriptedEcpay ecpay = new ScriptedEcpay();
  private final InvoiceGateway invoices =
      Facts.adapter(Facts.settings(ecpay.uri())).getInstance(InvoiceGateway.class);

  private Answer<IssueReply> issue() {
    return invoices.issue(Facts.MERCHANT, Samples.invoiceDocument());
  }

  private static Answer<IssueReply> unknown(String reason, boolean resendable) {
    return new Answer.Unknown<>(reason, resendable);
  }

  @Test
  void bothCodesOneAreAccepted() {
    ecpay.thenData(Facts.INVOICE_KEYS, ISSUED);
    assertThat(issue()).isEqualTo(new Answer.Accepted<>(new IssueReply.Issued(FACTS)));
  }

  @Test
  void codesMayComeAsText() {
    String envelope = ScriptedEcpay.envelope(Facts.INVOICE_KEYS, ISSUED.replace(":1,", ":\"1\","));
    ecpay.then(200, envelope.replace("\"TransCode\":1", "\"TransCode\":\"1\""));
    assertThat(issue()).isEqualTo(new Answer.Accepted<>(new IssueReply.Issued(FACTS)));
  }

  @Test
  void anotherRtnCodeIsARefusalInEcpaysWords() {
    ecpay.thenData(Facts.INVOICE_KEYS, "{\"RtnCode\":10000002,\"RtnMsg\":\"必填欄位未填\"}");
    assertThat(issue()).isEqualTo(new Answer.Refused<>("10000002", "必填欄位未填"));
  }

  @Test
  void aRtnCodeThatIsNoNumberIsARefusalToo() {
    ecpay.thenData(Facts.INVOICE_KEYS, "{\"RtnCode\":\"error_Stop\",\"RtnMsg\":null}");
    assertThat(issue()).isEqualTo(new Answer.Refused<>("error_Stop", ""));
  }

  @Test
  void anotherTransCodeIsARefusalAndItsDataStaysClosed() {
    // This Data would say that the invoice was issued.
    String envelope = ScriptedEcpay.envelope(Facts.INVOICE_KEYS, ISSUED);
    ecpay.then(
        200,
        envelope
            .replace("\"TransCode\":1", "\"TransCode\":0")
            .replace("\"TransMsg\":\"Success\"", "\"TransMsg\":\"Fail\""));
    assertThat(issue()).isEqualTo(new Answer.Refused<>("TransCode 0", "Fail"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5070357", "10000009"})
  void aRelateNumberUsedBeforeMeansThatEcpayMustBeAsked(String code) {
    ecpay.thenData(Facts.INVOICE_KEYS, "{\"RtnCode\":" + code + ",\"RtnMsg\":\"used\"}");
    assertThat(issue()).isEqualTo(unknown(code + ", RelateNumber used before: used", false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<html>welcome</html> | not JSON",
        "'' | not a JSON object",
        "[1] | not a JSON object",
        "\"TransCode\" | not a JSON object",
        "{\"TransCode\":1} trailing | not JSON",
        "{\"TransCode\":0,\"TransCode\":1} | not JSON",
        "{} | no TransCode",
        "{\"TransCode\":null,\"Data\":\"x\"} | no TransCode",
        "{\"TransCode\":1} | no Data",
        "{\"TransCode\":1,\"Data\":null} | no Data",
        "{\"TransCode\":1,\"Data\":\"\"} | no Data",
        "{\"TransCode\":1,\"Data\":\"%%%%\"} | a Data that the keys do not open",
      })
  void whatCannotBeReadMayStillHaveHappened(String body, String why) {
    ecpay.then(200, body);
    assertThat(issue()).isEqualTo(unknown("the answer cannot be read: " + why, true));
  }

  @Test
  void aDataUnderOtherKeysCannotBeRead() {
    CryptoKeys others = CryptoKeys.of("5294y06JbISpM5x9", "v77hoKGq4kWxNNIS");
    ecpay.thenData(others, ISSUED);
    assertThat(issue())
        .isEqualTo(unknown("the answer cannot be read: a Data that the keys do not open", true));
  }

  @Test
  void aDataThatIsNotJsonCannotBeRead() {
    ecpay.thenData(Facts.INVOICE_KEYS, "RtnCode=1&RtnMsg=ok");
    assertThat(issue()).isEqualTo(unknown("the answer cannot be read: not JSON", true));
  }

  @Test
  void anAnswerWithoutRtnCodeIsNoSuccess() {
    ecpay.thenData(Facts.INVOICE_KEYS, "{\"InvoiceNo\":\"UV12345678\"}");
    assertThat(issue()).isEqualTo(unknown("the answer is not as expected: no RtnCode", false));
  }

  @ParameterizedTest
  @CsvSource({
    "RandomNumber\":\"6099, RandomNumber\":\"609, R-INV-01 randomNumber: a random number is 4 digits",
    "2026-11-21 12:08:00, 2026-11-31 12:08:00, no time in InvoiceDate",
  })
  void aSuccessWithAValueThatCannotBeIsUnknownAndNeverAnException(
      String right, String wrong, String why) {
    ecpay.thenData(Facts.INVOICE_KEYS, ISSUED.replace(right, wrong));
    assertThat(issue()).isEqualTo(unknown("the answer is not as expected: " + why, false));
  }

  @Test
  void status404IsARefusalBecauseHostOrPathIsWrong() {
    ecpay.then(404, "<html>not found</html>");
    assertThat(issue()).isEqualTo(new Answer.Refused<>("HTTP 404", "wrong host or path"));
  }

  @Test
  void status500IsAskedAboutAndNeverSentAgainByItself() {
    ecpay.then(500, "The parameter\r\n[Data] error " + "x".repeat(500));
    String quoted = ("The parameter  [Data] error " + "x".repeat(500)).substring(0, 200);
    assertThat(issue()).isEqualTo(unknown("HTTP 500: " + quoted, false));
  }

  @ParameterizedTest
  @ValueSource(ints = {501, 502, 503, 504})
  void otherServerFaultsAreAskedAboutAndMayThenBeSentAgain(int status) {
    ecpay.then(status, "busy");
    assertThat(issue()).isEqualTo(unknown("HTTP " + status + ": busy", true));
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 204, 400, 401, 405, 429})
  void aStatusThatNoSourceExplainsIsForAPerson(int status) {
    ecpay.then(status, "");
    assertThat(issue()).isEqualTo(unknown("HTTP " + status + ": ", false));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectIsNotFollowed(int status) {
    ecpay
        .then(exchange -> {
          exchange.getResponseHeaders().set("Location", "/elsewhere");
          ScriptedEcpay.write(exchange, status, "");
        })
        .thenData(Facts.INVOICE_KEYS, ISSUED);
    assertThat(issue()).isEqualTo(unknown("HTTP " + status + ": ", false));
    assertThat(ecpay.onlyRequest().path()).isEqualTo("/B2CInvoice/Issue");
  }

  @Test
  void anAnswerOfSevenMebibytesIsNotReadToItsEnd() {
    ecpay.then(200, ScriptedEcpay.envelope(Facts.INVOICE_KEYS, ISSUED) + " ".repeat(7 << 20));
    assertThat(issue()).isEqualTo(unknown("an answer of more than 6 MiB", true));
  }

  @Test
  void aFaultPageOfSevenMebibytesIsQuotedByItsBeginning() {
    ecpay.then(500, "y".repeat(7 << 20));
    assertThat(issue()).isEqualTo(unknown("HTTP 500: " + "y".repeat(200), false));
  }

  @Test
  void withKeysThatAreNoneNothingIsSent() {
    Merchant spaced =
        Facts.merchant(
            Facts.MERCHANT.payments(),
            Facts.account("2000132", "a key with spaces", Facts.INVOICE_IV));
    assertThat(invoices.issue(spaced, Samples.invoiceDocument()))
        .isEqualTo(new Answer.Refused<>("keys", "the HashKey or HashIV is none of ECPay's"));
    assertThat(ecpay.requests()).isEmpty();
  }

  @Test
  void aQueryThatFindsNothingIsAnAnswer() {
    ecpay.thenData(Facts.INVOICE_KEYS, "{\"RtnCode\":\"7\",\"RtnMsg\":\"查無資料\"}");
    assertThat(invoices.getIssue(Facts.MERCHANT, Samples.invoiceDocument().relateNumber()))
        .isEqualTo(new Answer.Accepted<>(Optional.empty()));
  }
}
