package ecpay.domain.allowance.document;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.money.Quantity;
import ecpay.domain.money.TaxKind;
import ecpay.domain.money.UnitPrice;
import ecpay.domain.rule.Broken;
import ecpay.domain.rule.Rule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowanceItemTest {
  private static List<String> broken(
      int sequence, String name, String count, String unit, String price, String amount) {
    return Broken.rules(() ->
        new AllowanceItem(
            sequence,
            name,
            new Quantity(new BigDecimal(count)),
            unit,
            new UnitPrice(new BigDecimal(price)),
            Optional.of(TaxKind.TAXABLE),
            new BigDecimal(amount)));
  }

  private static List<String> sums(String count, String price, String amount) {
    return broken(1, "書", count, "本", price, amount);
  }

  @Rule("R-ALW-06")
  @Test
  void anAmountIsWhole() {
    assertThat(sums("1", "10.5", "10")).isEmpty();
    assertThat(sums("1", "10.5", "10.0")).isEmpty();
    assertThat(sums("1", "10.5", "10.5")).containsExactly("R-ALW-06 amount");
    assertThat(sums("1", "10", "10.0000001")).containsExactly("R-ALW-06 amount");
  }

  @Rule("R-ALW-07")
  @ParameterizedTest
  @CsvSource({
    "3, 33, 100, true",
    "3, 33, 98, true",
    "3, 33, 101, false",
    "3, 33, 97, false",
    "2, 50.5, 100, true",
    "2, 49.4999999, 100, false",
    "2, 50.5000001, 100, false"
  })
  void aDifferenceOfExactlyOneDollarIsAllowed(
      String count, String price, String amount, boolean fits) {
    assertThat(sums(count, price, amount)).isEqualTo(fits ? List.of() : List.of("R-ALW-07 amount"));
  }

  @Rule("R-ALW-08")
  @Test
  void aCountHasEightDigitsBeforeAndTwoAfterThePoint() {
    assertThat(sums("0.25", "100", "25")).isEmpty();
    assertThat(sums("0.250", "100", "25")).isEmpty();
    assertThat(sums("0.125", "200", "25")).containsExactly("R-ALW-08 count");
    assertThat(sums("99999999", "0.01", "1000000")).isEmpty(); // a ninth digit is no Quantity
  }

  @Rule("R-ALW-09")
  @Test
  void aPriceHasEightDigitsBeforeAndSevenAfterThePoint() {
    assertThat(sums("1", "99999999", "99999999")).isEmpty();
    assertThat(sums("0.01", "100000000", "1000000")).containsExactly("R-ALW-09 price");
    assertThat(sums("1", "0.0000001", "0")).isEmpty(); // an eighth decimal is no UnitPrice
  }

  @Rule("R-ALW-10")
  @Test
  void anAmountHasAtMostEightDigitsAndIsNotNegative() {
    assertThat(sums("1", "99999999", "99999999")).isEmpty();
    assertThat(sums("2", "50000000", "100000000")).containsExactly("R-ALW-10 amount");
    assertThat(sums("1", "0", "0")).isEmpty();
    assertThat(sums("1", "0", "-1")).containsExactly("R-ALW-10 amount");
  }

  @Rule("R-ALW-11")
  @Test
  void nameUnitAndSequenceHaveTheirLimits() {
    assertThat(broken(1, "書".repeat(100), "1", "本".repeat(6), "10", "10")).isEmpty();
    assertThat(broken(999, "書", "1", "本", "10", "10")).isEmpty();
    assertThat(broken(0, "書".repeat(101), "1", "本".repeat(7), "10", "10"))
        .containsExactly("R-ALW-11 sequence", "R-ALW-11 name", "R-ALW-11 unit");
    assertThat(broken(1000, " ", "1", "", "10", "10"))
        .containsExactly("R-ALW-11 sequence", "R-ALW-11 name", "R-ALW-11 unit");
  }

  @Rule({"R-ALW-06", "R-ALW-07", "R-ALW-08", "R-ALW-09", "R-ALW-11", "R-ORD-09", "R-ORD-10"})
  @Test
  void everythingWrongWithAnItemIsToldAtOnce() {
    assertThat(broken(0, "<b>", "0.125", "|ls", "1000000000", "7.5"))
        .containsExactly(
            "R-ALW-11 sequence",
            "R-ALW-08 count",
            "R-ALW-09 price",
            "R-ALW-06 amount",
            "R-ALW-07 amount",
            "R-ORD-09 name",
            "R-ORD-10 unit");
  }
}
