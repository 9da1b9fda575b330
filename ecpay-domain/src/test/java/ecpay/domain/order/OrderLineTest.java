package ecpay.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.money.Money;
import ecpay.domain.money.Quantity;
import ecpay.domain.money.TaxKind;
import ecpay.domain.money.UnitPrice;
import ecpay.domain.rule.Broken;
import ecpay.domain.rule.Rule;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderLineTest {
  private static List<String> broken(String name, String unit, String price, long amount) {
    return Broken.rules(() ->
        new OrderLine(
            name,
            Quantity.of(3),
            unit,
            new UnitPrice(new BigDecimal(price)),
            Money.of(amount),
            TaxKind.TAXABLE));
  }

  @Rule("R-INV-04")
  @Test
  void anAmountMayDifferFromPriceTimesQuantityByOneDollarAndNoMore() {
    assertThat(broken("書", "本", "33.3333", 100)).isEmpty();
    assertThat(broken("書", "本", "33", 100)).isEmpty();
    assertThat(broken("書", "本", "33", 98)).isEmpty();
    assertThat(broken("書", "本", "33", 101)).containsExactly("R-INV-04 amount");
    assertThat(broken("書", "本", "33", 97)).containsExactly("R-INV-04 amount");
    assertThat(broken("書", "本", "32.9999999", 100)).containsExactly("R-INV-04 amount");
  }

  @Rule("R-INV-06")
  @Test
  void aNameHasOneTo100CharactersAndAUnitOneToSix() {
    assertThat(broken("書".repeat(100), "本".repeat(6), "1", 3)).isEmpty();
    assertThat(broken("書".repeat(101), "本".repeat(7), "1", 3))
        .containsExactly("R-INV-06 name", "R-INV-06 unit");
    assertThat(broken(" ", "　", "1", 3)).containsExactly("R-INV-06 name", "R-INV-06 unit");
  }

  @Rule({"R-ORD-09", "R-ORD-10"})
  @Test
  void nameAndUnitAreScreened() {
    assertThat(broken("<h1>", "`id", "1", 3)).containsExactly("R-ORD-09 name", "R-ORD-10 unit");
  }
}
