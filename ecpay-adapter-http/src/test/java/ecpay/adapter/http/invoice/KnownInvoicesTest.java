package ecpay.adapter.http.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import ecpay.adapter.http.Facts;
import ecpay.adapter.http.ScriptedEcpay;
import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.InvoiceGateway;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.invoice.IssuedInvoice;
import ecpay.domain.invoice.KnownInvoice;
import ecpay.domain.invoice.document.Bearer;
import ecpay.domain.invoice.document.RelateNumber;
import ecpay.domain.money.Money;
import ecpay.domain.rule.Rule;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How GetIssue shows an invoice, whatever the types of its values (invoice-b2c.md section 10). */
class KnownInvoicesTest {
  static final RelateNumber RELATE_NUMBER = new RelateNumber("INVOICE0001");
  private static final Bearer NOBODY = new Bearer("", "", "", "", "", "", "", "", false);

  static final String FULL =
      """
      {"RtnCode":1,"RtnMsg":"","IIS_Mer_ID":2000132,"IIS_Number":"UV12345678",\
      "IIS_Relate_Number":"INVOICE0001","IIS_Customer_ID":null,"IIS_Identifier":"04595257",\
      "IIS_Customer_Name":"王小明","IIS_Customer_Addr":"台北市","IIS_Customer_Phone":"0912345678",\
      "IIS_Customer_Email":"buyer@example.com","IIS_Carrier_Type":3,"IIS_Carrier_Num":"/ABC.+-1",\
      "IIS_Love_Code":"","IIS_Create_Date":"2026/11/21 12:08:00","IIS_Invalid_Status":1,\
      "IIS_Upload_Status":1,"IIS_Upload_Date":"2026-11-22 12:08:00","IIS_Sales_Amount":1000,\
      "IIS_Remain_Allowance_Amt":"650","IIS_Print_Flag":1,"IIS_Random_Number":"0099"}\
      """;

  /** Everything else is missing. */
  static final String BARE =
      """
      {"RtnCode":"1","IIS_Number":"UV12345678","IIS_Create_Date":"2026-11-21 12:08:00",\
      "IIS_Sales_Amount":"1000","IIS_Remain_Allowance_Amt":650,"IIS_Random_Number":99}\
      """;

  static final IssuedInvoice FACTS =
      new IssuedInvoice(
          new InvoiceNumber("UV12345678"), Instant.parse("2026-11-21T04:08:00Z"), "0099");

  @AutoClose private final ScriptedEcpay ecpay = new ScriptedEcpay();
  private final Injector adapter = Facts.adapter(Facts.settings(ecpay.uri()));
  private final InvoiceGateway invoices = adapter.getInstance(InvoiceGateway.class);

  private Answer<Optional<KnownInvoice>> getIssue(String answer) {
    ecpay.thenData(Facts.INVOICE_KEYS, answer);
    return invoices.getIssue(Facts.MERCHANT, RELATE_NUMBER);
  }

  private KnownInvoice known(String answer) {
    return switch (getIssue(answer)) {
      case Answer.Accepted<Optional<KnownInvoice>>(var found) -> found.orElseThrow();
      case Answer<Optional<KnownInvoice>> other -> throw new AssertionError(other);
    };
  }

  @Test
  void everythingIsRead() {
    assertThat(known(FULL))
        .isEqualTo(
            new KnownInvoice(
                "INVOICE0001",
                FACTS,
                Money.of(1000),
                Money.of(650),
                true,
                true,
                Optional.of(Instant.parse("2026-11-22T04:08:00Z")),
                new Bearer(
                    "04595257",
                    "王小明",
                    "台北市",
                    "0912345678",
                    "buyer@example.com",
                    "3",
                    "/ABC.+-1",
                    "",
                    true)));
  }

  @Test
  void whatIsMissingIsEmpty() {
    assertThat(known(BARE))
        .isEqualTo(
            new KnownInvoice(
                "", FACTS, Money.of(1000), Money.of(650), false, false, Optional.empty(), NOBODY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "IIS_Number",
        "IIS_Create_Date",
        "IIS_Sales_Amount",
        "IIS_Remain_Allowance_Amt",
        "IIS_Random_Number"
      })
  void withoutWhatMakesItAnInvoiceItIsNone(String field) {
    assertThat(getIssue(BARE.replace(field, "IIS_Other"))).isInstanceOf(Answer.Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"0000000000\"", "0", "\"\"", "null", "\"00000000\""})
  void zerosAreNoCompany(String identifier) {
    assertThat(known(FULL.replace("\"04595257\"", identifier)).bearer().identifier()).isEmpty();
  }

  @Test
  void aCompanysNumberKeepsItsZerosEvenAsANumber() {
    assertThat(known(FULL.replace("\"04595257\"", "4595257")).bearer().identifier())
        .isEqualTo("04595257");
  }

  @ParameterizedTest
  @CsvSource({"0, '', ''", "1, 1, ''", "2, 2, /ABC.+-1", "4, 4, ''", "5, 5, ''"})
  void onlyCertificatesAndBarcodesShowTheirNumber(String sent, String type, String number) {
    Bearer bearer =
        known(FULL.replace("\"IIS_Carrier_Type\":3", "\"IIS_Carrier_Type\":\"" + sent + "\""))
            .bearer();
    assertThat(bearer.carrierType()).isEqualTo(type);
    assertThat(bearer.carrierNumber()).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({"0, ''", "168001, 168001", "0168, 0168"})
  void aZeroIsNoDonation(String sent, String loveCode) {
    assertThat(
            known(FULL.replace("\"IIS_Love_Code\":\"\"", "\"IIS_Love_Code\":\"" + sent + "\""))
                .bearer()
                .loveCode())
        .isEqualTo(loveCode);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"IIS_Upload_Status\":0,\"IIS_Upload_Date\":\"2026-11-22 12:08:00\"",
        "\"IIS_Upload_Status\":\"\",\"IIS_Upload_Date\":\"2026-11-22 12:08:00\"",
        "\"IIS_Upload_Status\":1,\"IIS_Upload_Date\":\"\"",
        "\"IIS_Upload_Status\":1,\"IIS_Upload_Date\":\"0000-00-00 00:00:00\""
      })
  @Rule("R-INV-21")
  void theTimeOfAnUploadNeedsItsFlagAndIsNeverMadeUp(String fields) {
    assertThat(
            known(
                    FULL.replace(
                        "\"IIS_Upload_Status\":1,\"IIS_Upload_Date\":\"2026-11-22 12:08:00\"",
                        fields))
                .uploadedAt())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "\"0000-00-00 00:00:00\"", "null"})
  @Rule("R-INV-21")
  void anUploadWithoutATimeIsAnUpload(String time) {
    KnownInvoice known = known(FULL.replace("\"2026-11-22 12:08:00\"", time));
    assertThat(known.uploaded()).isTrue();
    assertThat(known.uploadedAt()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, true", "1, false", "'', false"})
  @Rule("R-INV-27")
  void oneThatWasAnnulledAndNotIssuedAnewIsVoid(String status, boolean voided) {
    String live = FULL.replace("\"IIS_Invalid_Status\":1", "\"IIS_Invalid_Status\":0");
    assertThat(known(live).voided()).isFalse();
    assertThat(known(live.replace("{", "{\"IIS_Issue_Status\":\"" + status + "\",")).voided())
        .isEqualTo(voided);
  }
}
