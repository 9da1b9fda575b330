package ecpay.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.domain.AllowanceSamples;
import ecpay.domain.Samples;
import ecpay.domain.allowance.AllowanceGateway;
import ecpay.domain.allowance.AllowanceGateway.ConsentRequest;
import ecpay.domain.allowance.AllowanceGateway.ListedAllowance;
import ecpay.domain.allowance.AllowanceGateway.PaperAllowance;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.allowance.document.AllowableInvoice;
import ecpay.domain.allowance.document.AllowanceDocument;
import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.InvoiceGateway;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.invoice.IssuedInvoice;
import ecpay.domain.invoice.KnownInvoice;
import ecpay.domain.invoice.document.Bearer;
import ecpay.domain.invoice.document.RelateNumber;
import ecpay.domain.money.Money;
import ecpay.domain.notification.NotificationGateway;
import ecpay.domain.notification.NotificationGateway.Sent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the answers of the e-invoice service mean (seeds 003 and 004, invoice-b2c.md). */
class InvoiceAnswersTest extends AskingForInvoices {
  private static final String KNOWN =
      """
      {"RtnCode":1,"RtnMsg":"查詢成功","IIS_Mer_ID":"2000132","IIS_Number":"UV12345678",\
      "IIS_Relate_Number":"invoice0001","IIS_Create_Date":"2026-11-21 12:08:00",\
      "IIS_Random_Number":"0099","IIS_Sales_Amount":"1000","IIS_Remain_Allowance_Amt":650,\
      "IIS_Issue_Status":"1","Items":[]}\
      """;

  private final InvoiceGateway invoices = adapter.getInstance(InvoiceGateway.class);
  private final AllowanceGateway allowances = adapter.getInstance(AllowanceGateway.class);

  private Answer<Optional<KnownInvoice>> getIssue(String answer) {
    ecpay.thenData(Facts.INVOICE_KEYS, answer);
    return invoices.getIssue(Facts.MERCHANT, new RelateNumber("INVOICE0001"));
  }

  private Answer<ConsentRequest> ask(ObjectNode answer) {
    ecpay.thenData(Facts.INVOICE_KEYS, answer.toString());
    return allowances.allowanceByCollegiate(Facts.MERCHANT, forInvoice("UV11100019"));
  }

  private static AllowanceDocument forInvoice(String number) {
    AllowanceDocument sample = AllowanceSamples.allowanceDocument(Samples.onlineConsent());
    AllowableInvoice invoice = sample.invoice();
    return new AllowanceDocument(
        new AllowableInvoice(
            new InvoiceNumber(number),
            invoice.issuedOn(),
            invoice.total(),
            invoice.taxKinds(),
            invoice.mixed()),
        sample.consent(),
        sample.customerName(),
        sample.amount(),
        sample.items());
  }

  private static ObjectNode sampleOfSeed004() {
    return Facts.resource("seed-004-AllowanceByCollegiate.json", "responseData");
  }

  private Answer<List<ListedAllowance>> list(String answer) {
    ecpay.thenData(Facts.INVOICE_KEYS, answer);
    return allowances.getAllowanceList(
        Facts.MERCHANT, new InvoiceNumber("UV12345678"), LocalDate.of(2026, 11, 21));
  }

  @Test
  void aKnownInvoiceIsFoundByItsRelateNumber() {
    assertThat(getIssue(KNOWN))
        .isEqualTo(
            accepted(
                Optional.of(
                    new KnownInvoice(
                        "invoice0001",
                        new IssuedInvoice(
                            new InvoiceNumber("UV12345678"),
                            Instant.parse("2026-11-21T04:08:00Z"),
                            "0099"),
                        Money.of(1000),
                        Money.of(650),
                        false,
                        false,
                        Optional.empty(),
                        new Bearer("", "", "", "", "", "", "", "", false)))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "7"})
  void noDataIsAnAnswer(String code) {
    String nothing = "{\"RtnCode\":" + code + ",\"RtnMsg\":\"查無資料\"}";
    assertThat(getIssue(nothing)).isEqualTo(accepted(Optional.empty()));
    assertThat(list(nothing)).isEqualTo(accepted(List.of()));
  }

  @Test
  void aQueryThatIsRefusedIsNotAnEmptyAnswer() {
    String refused = "{\"RtnCode\":10000002,\"RtnMsg\":\"missing\"}";
    assertThat(getIssue(refused)).isEqualTo(new Answer.Refused<>("10000002", "missing"));
    assertThat(list(refused)).isEqualTo(new Answer.Refused<>("10000002", "missing"));
  }

  @Test
  void anInvoiceOfAnotherRelateNumberIsNotTaken() {
    assertThat(getIssue(KNOWN.replace("invoice0001", "INVOICE0002")))
        .isEqualTo(notAsExpected("another RelateNumber"));
  }

  @Test
  void anInvoiceWithoutItsRemainingAmountIsNotTaken() {
    assertThat(getIssue(KNOWN.replace("650", "null")))
        .isEqualTo(notAsExpected("no whole IIS_Remain_Allowance_Amt"));
  }

  @Test
  void theSampleOfSeed004AsksForConsentUntilItsDeadline() {
    assertThat(ask(sampleOfSeed004()))
        .isEqualTo(
            accepted(
                new ConsentRequest(
                    new AllowanceNumber("1909181313013546"),
                    Instant.parse("2019-09-21T05:13:23Z"),
                    Money.ZERO)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon"})
  void withoutADeadlineItIsThreeDaysAfterTheRequest(String expire) {
    assertThat(ask(sampleOfSeed004().put("IA_TempExpireDate", expire)))
        .isEqualTo(
            accepted(
                new ConsentRequest(
                    new AllowanceNumber("1909181313013546"),
                    Instant.parse("2019-09-21T05:13:23Z"),
                    Money.ZERO)));
  }

  @Test
  void aRefusedAllowanceHasNullsAndBlanks() {
    assertThat(
            ask(
                sampleOfSeed004()
                    .put("RtnCode", 5070450)
                    .put("RtnMsg", "no")
                    .putNull("IA_Allow_No")
                    .put("IA_Invoice_No", "")
                    .put("IA_Remain_Allowance_Amt", "")))
        .isEqualTo(new Answer.Refused<>("5070450", "no"));
  }

  @Test
  void anAllowanceOnAnotherInvoiceIsNotTaken() {
    assertThat(ask(sampleOfSeed004().put("IA_Invoice_No", "UV11100020")))
        .isEqualTo(notAsExpected("another IA_Invoice_No"));
  }

  @Test
  void aPaperAllowanceExistsAtOnce() {
    ecpay.thenData(
        Facts.INVOICE_KEYS,
        """
        {"RtnCode":"1","RtnMsg":"成功","IA_Allow_No":"2026112112051234",\
        "IA_Invoice_No":"UV12345678","IA_Date":"2026-11-21 12:09:00",\
        "IA_Remain_Allowance_Amt":"650"}\
        """);
    assertThat(
            allowances.allowance(
                Facts.MERCHANT, AllowanceSamples.allowanceDocument(Samples.paperConsent())))
        .isEqualTo(
            accepted(
                new PaperAllowance(
                    new AllowanceNumber("2026112112051234"),
                    Instant.parse("2026-11-21T04:09:00Z"),
                    Money.of(650))));
  }

  @Test
  void theListTellsIssuedFromVoided() {
    assertThat(
            list(
                """
                {"RtnCode":1,"AllowanceInfo":[\
                {"IA_Allow_No":"2026112112051234","IA_Date":"2026-11-21 12:09:00",\
                "IA_Total_Tax_Amount":350,"IA_Total_Amount":333,"IA_Invalid_Status":"0"},\
                {"IA_Allow_No":"2026112112051235","IA_Date":"2026-11-21 12:10:00",\
                "IA_Total_Tax_Amount":"100","IA_Invalid_Status":1}]}\
                """))
        .isEqualTo(
            accepted(
                List.of(
                    new ListedAllowance(
                        new AllowanceNumber("2026112112051234"),
                        Instant.parse("2026-11-21T04:09:00Z"),
                        Money.of(350),
                        false),
                    new ListedAllowance(
                        new AllowanceNumber("2026112112051235"),
                        Instant.parse("2026-11-21T04:10:00Z"),
                        Money.of(100),
                        true))));
  }

  @Test
  void theSampleOfSeed003IsANoticeTaken() {
    ecpay.thenData(
        Facts.INVOICE_KEYS,
        Facts.resource("seed-003-InvoiceNotify.json", "responseData").toString());
    assertThat(
            adapter
                .getInstance(NotificationGateway.class)
                .invoiceNotify(Facts.MERCHANT, Samples.notice()))
        .isEqualTo(accepted(new Sent()));
  }
}
