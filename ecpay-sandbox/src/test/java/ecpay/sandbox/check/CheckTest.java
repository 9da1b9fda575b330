package ecpay.sandbox.check;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.sandbox.Bench;
import ecpay.sandbox.Bench.Answer;
import ecpay.sandbox.Invoices;
import ecpay.sandbox.Order;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckTest {
  @AutoClose private final Bench bench = new Bench();

  private Answer ask(String operation, String name, String value) {
    return bench.invoice(operation, Bench.object("{\"MerchantID\":\"2000132\"}").put(name, value));
  }

  private void control(String body) {
    bench.control("POST", "/sandbox/checks", body);
  }

  @Test
  void aWellFormedBarcodeExistsUntilItIsMadeUnknown() {
    assertThat(ask("CheckBarcode", "BarCode", "/ABC+12.").data().toString())
        .isEqualTo("{\"RtnCode\":1,\"RtnMsg\":\"Success\",\"IsExist\":\"Y\"}");
    control("{\"barcode\":\"/ABC+12.\",\"exists\":false}");
    var unknown = ask("CheckBarcode", "BarCode", "/ABC+12.");
    assertThat(unknown.rtnCode()).isEqualTo(1);
    assertThat(unknown.data().path("IsExist").asText()).isEqualTo("N");
    assertThat(ask("CheckBarcode", "BarCode", "/ABC 12.").data().path("IsExist").asText())
        .isEqualTo("N");
    assertThat(ask("CheckBarcode", "BarCode", "/ABC-12.").data().path("IsExist").asText())
        .isEqualTo("Y");
    control("{\"barcode\":\"/ABC+12.\",\"exists\":true}");
    assertThat(ask("CheckBarcode", "BarCode", "/ABC+12.").data().path("IsExist").asText())
        .isEqualTo("Y");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ABC123", "/abc1234", "ABCD1234", "/ABC,123", "/ABC12345"})
  void aMalformedBarcodeIsRefused(String barcode) {
    var answer = ask("CheckBarcode", "BarCode", barcode);
    assertThat(answer.rtnCode()).isEqualTo(10000003);
    assertThat(answer.data().path("IsExist").asText("none")).isEmpty();
  }

  /** D-39: the field is BarCode. */
  @Test
  void theOtherSpellingOfBarCodeIsNotRead() {
    assertThat(ask("CheckBarcode", "Barcode", "/ABC+12.").rtnCode()).isEqualTo(10000002);
  }

  @Test
  void aDonationCodeTellsWhoseItIs() {
    var known = ask("CheckLoveCode", "LoveCode", "0168001");
    assertThat(known.data().path("IsExist").asText()).isEqualTo("Y");
    assertThat(known.data().path("OrganName").asText()).contains("0168001");
    control("{\"loveCode\":\"0168001\",\"exists\":false}");
    var unknown = ask("CheckLoveCode", "LoveCode", "0168001");
    assertThat(unknown.rtnCode()).isEqualTo(1);
    assertThat(unknown.data().path("IsExist").asText()).isEqualTo("N");
    assertThat(unknown.data().has("OrganName")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "12, 10000003",
    "123, 1",
    "1234567, 1",
    "12345678, 10000003",
    "12a, 10000003",
    "'', 10000002"
  })
  void aDonationCodeHasThreeToSevenDigits(String code, int expected) {
    assertThat(ask("CheckLoveCode", "LoveCode", code).rtnCode()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "12345675, 1",
    "04595257, 1",
    "12345678, 2027000",
    "1234567, 1200125",
    "123456789, 1200125",
    "1234567a, 1200125",
    "'', 10000002"
  })
  void aCompanyNumberIsCheckedBeforeItIsLookedUp(String id, int expected) {
    var answer = ask("GetCompanyNameByTaxID", "UnifiedBusinessNo", id);
    assertThat(answer.rtnCode()).isEqualTo(expected);
    assertThat(answer.data().path("CompanyName").asText("none").isEmpty()).isEqualTo(expected != 1);
  }

  @Test
  void anUnknownCompanyHasNoData() {
    control("{\"company\":\"12345675\",\"exists\":false}");
    assertThat(ask("GetCompanyNameByTaxID", "UnifiedBusinessNo", "12345675").rtnCode())
        .isEqualTo(7);
    assertThat(ask("GetCompanyNameByTaxID", "UnifiedBusinessNo", "04595257").rtnCode())
        .isEqualTo(1);
  }

  @Test
  void aTaxAuthorityThatIsDownStopsTheChecksAndNothingElse() {
    control("{\"taxAuthority\":\"down\"}");
    assertThat(ask("CheckBarcode", "BarCode", "/ABC+12.").rtnCode()).isEqualTo(10000010);
    assertThat(ask("CheckLoveCode", "LoveCode", "168001").rtnCode()).isEqualTo(10000010);
    assertThat(ask("GetCompanyNameByTaxID", "UnifiedBusinessNo", "12345675").rtnCode())
        .isEqualTo(9000001);
    assertThat(ask("GetCompanyNameByTaxID", "UnifiedBusinessNo", "12345678").rtnCode())
        .isEqualTo(2027000);
    assertThat(bench.invoice("Issue", Invoices.issue(Order.number())).rtnCode()).isEqualTo(1);
    control("{\"taxAuthority\":\"up\"}");
    assertThat(ask("CheckBarcode", "BarCode", "/ABC+12.").rtnCode()).isEqualTo(1);
  }

  @Test
  void theControlTellsWhatIsUnknownAndRefusesWhatMakesNoSense() {
    control("{\"loveCode\":\"168001\",\"exists\":false}");
    assertThat(bench.control("GET", "/sandbox/checks", "").toString())
        .isEqualTo(
            "{\"taxAuthority\":\"up\",\"unknown\":{\"barcodes\":[],\"loveCodes\":[\"168001\"],\"companies\":[]}}");
    for (var body : new String[] {"{\"taxAuthority\":\"ill\"}", "{\"company\":\"12345678901\"}"}) {
      assertThat(bench.post("/sandbox/checks", "application/json", body).statusCode())
          .isEqualTo(400);
    }
  }
}
