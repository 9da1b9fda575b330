package ecpay.domain.money;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.rule.Broken;
import ecpay.domain.rule.Rule;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineBalanceTest {
  private static final BigDecimal ONE = BigDecimal.ONE;

  private static Part part(int line, String units, long amount) {
    return new Part(line, new BigDecimal(units), Money.of(amount));
  }

  private static LineBalance balance(String units, long amount) {
    return new LineBalance(new BigDecimal(units), Money.of(amount));
  }

  @Rule({"R-INV-34", "R-ALW-03"})
  @Test
  void whatIsLeftIsTheLineLessItsParts() {
    assertThat(
            LineBalance.of(
                Quantity.of(3), Money.of(100), List.of(part(1, "1", 33), part(1, "0", 7))))
        .isEqualTo(balance("2", 60));
    assertThat(balance("2", 60).holds(BigDecimal.TWO)).isTrue();
    assertThat(balance("2", 60).holds(new BigDecimal("2.0000001"))).isFalse();
  }

  @Rule({"R-INV-34", "R-ALW-03"})
  @Test
  void theRestOfTheUnitsTakesTheRestOfTheDollars() {
    assertThat(balance("3", 100).shareOf(ONE)).isEqualTo(Money.of(33));
    assertThat(balance("2", 67).shareOf(ONE)).isEqualTo(Money.of(34));
    assertThat(balance("1", 33).shareOf(new BigDecimal("1.00"))).isEqualTo(Money.of(33));
    assertThat(balance("0", 33).shareOf(BigDecimal.ZERO)).isEqualTo(Money.of(33));
  }

  @Test
  void aLineIsOpenWhileUnitsOrDollarsAreLeft() {
    assertThat(balance("1", 0).isOpen()).isTrue();
    assertThat(balance("0", 1).isOpen()).isTrue();
    assertThat(balance("0", 0).isOpen()).isFalse();
  }

  @Rule({"R-INV-05", "R-INV-06"})
  @Test
  void aPartNamesALineAndIsNotNegative() {
    assertThat(part(1, "0.00", 0).units()).isEqualTo(BigDecimal.ZERO);
    assertThat(part(1, "2.50", 0).units()).isEqualTo(new BigDecimal("2.5"));
    assertThat(Broken.rules(() -> part(0, "1", 1))).containsExactly("R-INV-06 line");
    assertThat(Broken.rules(() -> part(1, "-0.1", 1))).containsExactly("R-INV-05 quantity");
  }

  @Test
  void linesAreTakenFromOneAfterTheOther() {
    LineBalances lines = new LineBalances(List.of(part(1, "1", 33), part(2, "1", 9)));
    lines.open(1, Quantity.of(3), Money.of(100));
    lines.open(3, Quantity.of(1), Money.of(5));
    assertThat(lines.of(1)).contains(balance("2", 67));
    assertThat(lines.of(2)).isEmpty();
    assertThat(lines.take(1, ONE, Money.of(40))).isEqualTo(part(1, "1", 40));
    assertThat(lines.of(1)).contains(balance("1", 27));
    assertThat(lines.takeAll(1)).isEqualTo(part(1, "1", 27));
    assertThat(lines.of(1)).contains(balance("0", 0));
    assertThat(lines.of(3)).contains(balance("1", 5));
  }
}
