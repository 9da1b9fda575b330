package ecpay.domain.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PartTest {
  private static final Part PART = new Part(2, new BigDecimal("1.50"), Money.of(150));

  private static boolean answers(int line, String quantity, long amount) {
    Optional<Quantity> units =
        quantity.isEmpty() ? Optional.empty() : Optional.of(new Quantity(new BigDecimal(quantity)));
    Optional<Money> money = amount == 0 ? Optional.empty() : Optional.of(Money.of(amount));
    return PART.answers(line, units, money);
  }

  @Test
  void aPartAnswersWhatNamesTheSameLineUnitsAndAmount() {
    assertThat(answers(2, "1.5", 150)).isTrue();
    assertThat(answers(1, "1.5", 150)).isFalse();
    assertThat(answers(2, "1.51", 150)).isFalse();
    assertThat(answers(2, "1.5", 151)).isFalse();
  }

  @Test
  void whatWasLeftOpenFitsAny() {
    assertThat(answers(2, "", 0)).isTrue();
    assertThat(answers(2, "1.500", 0)).isTrue();
    assertThat(answers(2, "", 149)).isFalse();
  }
}
