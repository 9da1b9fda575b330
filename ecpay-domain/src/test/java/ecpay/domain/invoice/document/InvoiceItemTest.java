package ecpay.domain.invoice.document;

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

class InvoiceItemTest {
  private static List<String> broken(int sequence, String name, String unit, String amount) {
    return Broken.rules(() ->
        new InvoiceItem(
            sequence,
            name,
            Quantity.of(2),
            unit,
            UnitPrice.of(50),
            Optional.of(TaxKind.TAXABLE),
            new BigDecimal(amount)));
  }

  @Rule("R-INV-04")
  @ParameterizedTest
  @CsvSource({"99, true", "101, true", "100.5, true", "98.9999999, false", "101.0000001, false"})
  void anAmountMayDifferFromPriceTimesCountByOneDollar(String amount, boolean fits) {
    assertThat(broken(1, "書", "本", amount))
        .isEqualTo(fits ? List.of() : List.of("R-INV-04 amount"));
  }

  @Rule("R-INV-05")
  @ParameterizedTest
  @CsvSource({"99.9999999, true", "99.99999999, false", "99.50000000, true"})
  void anAmountHasAtMostSevenDecimals(String amount, boolean fits) {
    assertThat(broken(1, "書", "本", amount))
        .isEqualTo(fits ? List.of() : List.of("R-INV-05 amount"));
  }

  @Rule("R-INV-05")
  @ParameterizedTest
  @CsvSource({"999999999999, true", "1000000000000, false", "-1, false", "0, true"})
  void anAmountHasAtMostTwelveDigitsAndIsNotNegative(BigDecimal amount, boolean fits) {
    UnitPrice price = new UnitPrice(amount.abs().divide(BigDecimal.valueOf(1000)));
    assertThat(
            Broken.rules(() ->
                new InvoiceItem(1, "機", Quantity.of(1000), "台", price, Optional.empty(), amount)))
        .matches(rules -> rules.contains("R-INV-05 amount") == !fits);
  }

  @Rule("R-INV-06")
  @Test
  void sequenceNameAndUnitHaveTheirLimits() {
    assertThat(broken(1, "書".repeat(500), "本".repeat(6), "100")).isEmpty();
    assertThat(broken(999, "書", "本", "100")).isEmpty();
    assertThat(broken(0, "書", "本", "100")).containsExactly("R-INV-06 sequence");
    assertThat(broken(1000, "書", "本", "100")).containsExactly("R-INV-06 sequence");
    assertThat(broken(1, "書".repeat(501), "本".repeat(7), "100"))
        .containsExactly("R-INV-06 name", "R-INV-06 unit");
    assertThat(broken(1, " ", "", "100")).containsExactly("R-INV-06 name", "R-INV-06 unit");
  }

  @Rule({"R-INV-04", "R-INV-05", "R-INV-06", "R-ORD-09", "R-ORD-10"})
  @Test
  void everythingWrongWithAnItemIsToldAtOnce() {
    assertThat(broken(0, "<b>", ";rm", "-1.00000001"))
        .containsExactly(
            "R-INV-06 sequence",
            "R-INV-05 amount",
            "R-INV-04 amount",
            "R-ORD-09 name",
            "R-ORD-10 unit");
  }
}
