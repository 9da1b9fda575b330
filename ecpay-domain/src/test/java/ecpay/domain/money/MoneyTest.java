package ecpay.domain.money;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.rule.Broken;
import ecpay.domain.rule.Rule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
  private static final long MOST = 999_999_999_999L;

  @Rule("R-INV-05")
  @Test
  void anAmountIsZeroToTwelveDigits() {
    assertThat(Money.of(0)).isEqualTo(Money.ZERO);
    assertThat(Money.of(MOST).twd()).isEqualTo(MOST);
    assertThat(Broken.rules(() -> Money.of(-1))).containsExactly("R-INV-05");
    assertThat(Broken.rules(() -> Money.of(MOST + 1))).containsExactly("R-INV-05");
  }

  @Rule("R-INV-05")
  @Test
  void sumsAndDifferencesStayAmounts() {
    assertThat(Money.of(3).plus(Money.of(4))).isEqualTo(Money.of(7));
    assertThat(Money.of(7).minus(Money.of(7))).isEqualTo(Money.ZERO);
    assertThat(Broken.rules(() -> Money.of(MOST).plus(Money.of(1)))).containsExactly("R-INV-05");
    assertThat(Broken.rules(() -> Money.of(3).minus(Money.of(4)))).containsExactly("R-INV-05");
  }

  @Test
  void amountsCompare() {
    assertThat(Money.of(2).isMoreThan(Money.of(1))).isTrue();
    assertThat(Money.of(2).isMoreThan(Money.of(2))).isFalse();
    assertThat(Money.of(1).isPositive()).isTrue();
    assertThat(Money.ZERO.isPositive()).isFalse();
    assertThat(List.of(Money.of(3), Money.of(1), Money.of(2)).stream().sorted())
        .containsExactly(Money.of(1), Money.of(2), Money.of(3));
  }

  @Test
  void anAmountReadsInGroupsOfThreeDigitsInEveryLanguage() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(Money.of(30)).hasToString("30 TWD");
      assertThat(Money.of(2180)).hasToString("2,180 TWD");
      assertThat(Money.of(MOST)).hasToString("999,999,999,999 TWD");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Rule("R-INV-05")
  @ParameterizedTest
  @CsvSource({
    "99999999, true",
    "100000000, false",
    "0.0000001, true",
    "0.00000001, false",
    "99999999.9999999, true",
    "1.50000000, true",
    "0, false",
    "-1, false",
    "1E+7, true",
    "1E+8, false",
    "1E+2147483647, false",
    "1E-2147483647, false"
  })
  void aQuantityHasEightDigitsBeforeAndSevenAfterThePoint(String value, boolean fits) {
    assertThat(Broken.by(() -> new Quantity(new BigDecimal(value))).isEmpty()).isEqualTo(fits);
  }

  @Rule("R-INV-05")
  @ParameterizedTest
  @CsvSource({
    "9999999999, true",
    "10000000000, false",
    "0.0000001, true",
    "0.00000001, false",
    "0, true",
    "0.000000000, true",
    "-0.0000001, false",
    "1E+9, true",
    "1E+10, false",
    "1E+2147483647, false",
    "10E+2147483647, false"
  })
  void aPriceHasTenDigitsBeforeAndSevenAfterThePoint(String value, boolean fits) {
    assertThat(Broken.by(() -> new UnitPrice(new BigDecimal(value))).isEmpty()).isEqualTo(fits);
  }

  @Test
  void trailingZerosDoNotMakeAnotherQuantityOrPrice() {
    assertThat(new Quantity(new BigDecimal("2.00"))).isEqualTo(Quantity.of(2));
    assertThat(new UnitPrice(new BigDecimal("350.0"))).isEqualTo(UnitPrice.of(350));
  }

  @Rule("R-INV-03")
  @ParameterizedTest
  @CsvSource({"0.4999999, 0", "0.5, 1", "1.5, 2", "2.4999999, 2", "2.5, 3", "7, 7"})
  void halvesGoUp(BigDecimal exact, long whole) {
    assertThat(Rounding.toWholeDollars(exact)).isEqualTo(Money.of(whole));
  }

  @Rule({"R-INV-04", "R-ALW-07"})
  @ParameterizedTest
  @ValueSource(strings = {"99", "99.5", "100", "101"})
  void oneDollarOfDifferenceIsAgreement(String amount) {
    assertThat(Rounding.agree(UnitPrice.of(50), Quantity.of(2), new BigDecimal(amount))).isTrue();
  }

  @Rule({"R-INV-04", "R-ALW-07"})
  @ParameterizedTest
  @ValueSource(strings = {"98.9999999", "101.0000001", "0"})
  void moreThanOneDollarIsNot(String amount) {
    assertThat(Rounding.agree(UnitPrice.of(50), Quantity.of(2), new BigDecimal(amount))).isFalse();
  }

  @Test
  void theKindsOfTaxBearEcpaysDigits() {
    assertThat(TaxKind.values()).extracting(TaxKind::code).containsExactly(1, 2, 3);
  }
}
