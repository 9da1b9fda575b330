package ecpay.adapter.http.check;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.adapter.http.AskingForInvoices;
import ecpay.adapter.http.Facts;
import ecpay.adapter.http.ScriptedEcpay;
import ecpay.adapter.http.setting.EcpaySettings;
import ecpay.domain.answer.Answer;
import ecpay.domain.check.CheckGateway;
import ecpay.domain.check.Finding;
import ecpay.domain.order.Carrier;
import ecpay.domain.order.CompanyNumber;
import ecpay.domain.order.LoveCode;
import ecpay.domain.rule.Rule;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of the tax authority, and what its answers mean (invoice-b2c.md section 10). */
class ChecksTest extends AskingForInvoices {
  private static final Carrier.MobileBarcode BARCODE = new Carrier.MobileBarcode("/ABC+.-1");
  private static final LoveCode LOVE_CODE = new LoveCode("0168");
  private static final CompanyNumber COMPANY = new CompanyNumber("04595257");

  private final CheckGateway checks = adapter.getInstance(CheckGateway.class);

  private Answer<Finding> barcode() {
    return checks.checkBarcode(Facts.MERCHANT, BARCODE);
  }

  private Answer<Finding> loveCode() {
    return checks.checkLoveCode(Facts.MERCHANT, LOVE_CODE);
  }

  private Answer<Finding> company() {
    return checks.getCompanyNameByTaxID(Facts.MERCHANT, COMPANY);
  }

  private List<Supplier<Answer<Finding>>> all() {
    return List.of(this::barcode, this::loveCode, this::company);
  }

  @Test
  void aBarcodeIsAskedForAsItIs() {
    barcode();
    sent("CheckBarcode", "{\"MerchantID\":\"2000132\",\"BarCode\":\"/ABC+.-1\"}");
  }

  @Test
  void aDonationCodeKeepsItsZeros() {
    loveCode();
    sent("CheckLoveCode", "{\"MerchantID\":\"2000132\",\"LoveCode\":\"0168\"}");
  }

  @Test
  void aCompanyIsAskedForByItsNumber() {
    company();
    sent(
        "GetCompanyNameByTaxID", "{\"MerchantID\":\"2000132\",\"UnifiedBusinessNo\":\"04595257\"}");
  }

  /** D-11, D-39. */
  @Test
  void twoNamesAreSettings() {
    EcpaySettings.InvoiceWire usual = EcpaySettings.InvoiceWire.usual();
    CheckGateway other =
        Facts.adapter(
                Facts.settings(
                    ecpay.uri(),
                    new EcpaySettings.InvoiceWire(
                        usual.revision(),
                        usual.allowanceDigests(),
                        "CheckCompanyIdentifier",
                        usual.addTrack(),
                        usual.switchTrack(),
                        "Barcode",
                        usual.everyMailGoesTo())))
            .getInstance(CheckGateway.class);
    other.getCompanyNameByTaxID(Facts.MERCHANT, COMPANY);
    other.checkBarcode(Facts.MERCHANT, BARCODE);
    assertThat(ecpay.requests())
        .extracting(ScriptedEcpay.Request::path)
        .containsExactly("/B2CInvoice/CheckCompanyIdentifier", "/B2CInvoice/CheckBarcode");
    assertThat(ecpay.requests().getLast().data(Facts.INVOICE_KEYS).toString())
        .isEqualTo("{\"MerchantID\":\"2000132\",\"Barcode\":\"/ABC+.-1\"}");
  }

  @Test
  void whatExistsIsToldWithItsName() {
    answers("{\"RtnCode\":1,\"IsExist\":\"Y\"}");
    assertThat(barcode()).isEqualTo(accepted(new Finding.Exists("")));
    answers("{\"RtnCode\":\"1\",\"IsExist\":\"y\",\"OrganName\":\"創世基金會\"}");
    assertThat(loveCode()).isEqualTo(accepted(new Finding.Exists("創世基金會")));
    answers("{\"RtnCode\":1,\"IsExist\":\"Y\",\"OrganName\":null}");
    assertThat(loveCode()).isEqualTo(accepted(new Finding.Exists("")));
    answers("{\"RtnCode\":1,\"CompanyName\":\"綠界科技\"}");
    assertThat(company()).isEqualTo(accepted(new Finding.Exists("綠界科技")));
  }

  @Test
  @Rule({"R-INV-07", "R-INV-14"})
  void whatDoesNotExistIsToldByTheFlagAlone() {
    answers("{\"RtnCode\":1,\"IsExist\":\"N\"}");
    assertThat(barcode()).isEqualTo(accepted(new Finding.DoesNotExist()));
    answers("{\"RtnCode\":1,\"IsExist\":\"N\",\"OrganName\":\"\"}");
    assertThat(loveCode()).isEqualTo(accepted(new Finding.DoesNotExist()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1200125", "2027000", "\"2027000\""})
  @Rule("R-INV-15")
  void aNumberThatTheAuthorityCallsWrongDoesNotExist(String code) {
    answers("{\"RtnCode\":" + code + "}");
    assertThat(company()).isEqualTo(accepted(new Finding.DoesNotExist()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "7"})
  void aCompanyWithoutAnEntryIsNotWrong(String code) {
    answers("{\"RtnCode\":" + code + "}");
    assertThat(company()).isEqualTo(accepted(new Finding.NothingKnown()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10000010", "9000001"})
  void anOutageOfTheAuthorityIsNoRefusal(String code) {
    for (Supplier<Answer<Finding>> check : all()) {
      answers("{\"RtnCode\":" + code + ",\"RtnMsg\":\"維護中\"}");
      assertThat(check.get()).isEqualTo(accepted(new Finding.Unavailable(code, "維護中")));
    }
  }

  @Test
  void aRefusalIsNoFinding() {
    for (Supplier<Answer<Finding>> check : all()) {
      answers("{\"RtnCode\":10000002,\"RtnMsg\":\"no\",\"IsExist\":\"N\"}");
      assertThat(check.get()).isEqualTo(new Answer.Refused<>("10000002", "no"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "null", "\"1\"", "true", "\"maybe\""})
  void withoutAFlagNothingIsFound(String flag) {
    answers("{\"RtnCode\":1,\"IsExist\":" + flag + "}");
    assertThat(barcode()).isEqualTo(notAsExpected("no IsExist"));
  }
}
