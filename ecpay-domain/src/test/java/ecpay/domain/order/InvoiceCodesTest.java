package ecpay.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.rule.Broken;
import ecpay.domain.rule.Rule;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Carriers, donation codes and company numbers. */
class InvoiceCodesTest {
  @Rule("R-INV-14")
  @ParameterizedTest
  @ValueSource(strings = {"/ABC1234", "/+-.+-.0", "/ZZZZZZZ"})
  void aMobileBarcodeIsASlashAndSevenOfItsAlphabet(String code) {
    assertThat(Broken.rules(() -> new Carrier.MobileBarcode(code))).isEmpty();
  }

  @Rule("R-INV-14")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ABC12345",
        "/ABC123",
        "/ABC12345",
        "/abc1234",
        "/ABC,234",
        "/ABC 234",
        "／ABC1234"
      })
  void noOtherMobileBarcodeExists(String code) {
    assertThat(Broken.rules(() -> new Carrier.MobileBarcode(code)))
        .containsExactly("R-INV-14 number");
  }

  @Rule("R-INV-14")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "AB1234567890123",
        "AB123456789012345",
        "ab12345678901234",
        "A123456789012345"
      })
  void aCitizenCertificateIsTwoLettersAnd14Digits(String number) {
    assertThat(Broken.rules(() -> new Carrier.CitizenCertificate("TP03000001234567"))).isEmpty();
    assertThat(Broken.rules(() -> new Carrier.CitizenCertificate(number)))
        .containsExactly("R-INV-14 number");
  }

  @Rule("R-INV-07")
  @ParameterizedTest
  @ValueSource(strings = {"001", "168001", "1234567"})
  void aLoveCodeIsThreeToSevenDigits(String value) {
    assertThat(new LoveCode(value)).hasToString(value);
  }

  @Rule("R-INV-07")
  @ParameterizedTest
  @ValueSource(strings = {"", "01", "12345678", "12a", "１２３"})
  void noOtherLoveCodeExists(String value) {
    assertThat(Broken.rules(() -> new LoveCode(value))).containsExactly("R-INV-07");
  }

  @Rule("R-INV-15")
  @ParameterizedTest
  @ValueSource(strings = {"04595257", "10458574", "10458575", "10458570", "00000000", "53212539"})
  void aCompanyNumberPassesTheChecksumDivisibleByFive(String value) {
    assertThat(new CompanyNumber(value)).hasToString(value);
  }

  @Rule("R-INV-15")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "04595258",
        "10458576",
        "10458573",
        "10458572",
        "0459525",
        "045952570",
        "0459525A",
        "０４５９５２５７"
      })
  void noOtherCompanyNumberExists(String value) {
    assertThat(Broken.rules(() -> new CompanyNumber(value))).containsExactly("R-INV-15");
  }

  @Rule("R-INV-15")
  @Test
  void aSeventhDigitOfSevenHasTwoChancesOfTheOtherDigitsOne() {
    assertThat(valid("1045857")).isEqualTo(4);
    for (int prefix = 0; prefix < 10_000; prefix += 7) {
      String digits = String.format(Locale.ROOT, "%06d", prefix * 97 % 1_000_000);
      assertThat(valid(digits + "6")).isEqualTo(2);
      assertThat(valid(digits + "7")).isEqualTo(4);
    }
  }

  /** How many last digits make a valid number of these seven. */
  private static long valid(String seven) {
    return IntStream.range(0, 10)
        .filter(last -> Broken.by(() -> new CompanyNumber(seven + last)).isEmpty())
        .count();
  }
}
