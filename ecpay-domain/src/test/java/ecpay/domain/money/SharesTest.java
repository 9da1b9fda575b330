package ecpay.domain.money;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.rule.Rule;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SharesTest {
  private static List<BigDecimal> exact(String... amounts) {
    return Stream.of(amounts).map(BigDecimal::new).toList();
  }

  private static List<Money> dollars(long... amounts) {
    return LongStream.of(amounts).mapToObj(Money::of).toList();
  }

  @Rule("R-INV-03")
  @Test
  void theWholeDollarsAreTheOneRoundingOfTheSum() {
    assertThat(Shares.of(exact("0.4", "0.4", "0.4"))).isEqualTo(dollars(1, 0, 0));
    assertThat(Shares.of(exact("0.5", "0.5", "0.5"))).isEqualTo(dollars(1, 1, 0));
    assertThat(Shares.of(exact("10.2", "5", "1.3"))).isEqualTo(dollars(10, 5, 2));
    assertThat(Shares.of(exact("7", "0", "3"))).isEqualTo(dollars(7, 0, 3));
  }

  @Test
  void aWorthIsDealtOutInProportionTheLargestRemaindersFirst() {
    assertThat(Shares.of(new BigDecimal("100"), exact("1", "1", "1")))
        .isEqualTo(dollars(34, 33, 33));
    assertThat(Shares.of(new BigDecimal("10"), exact("1", "0", "5"))).isEqualTo(dollars(2, 0, 8));
    assertThat(Shares.of(new BigDecimal("2.5"), exact("30", "70"))).isEqualTo(dollars(1, 2));
    assertThat(Shares.of(BigDecimal.ZERO, exact("30", "70"))).isEqualTo(dollars(0, 0));
  }

  @Test
  void whatWeighsNothingGetsNothing() {
    assertThat(Shares.of(exact("0", "0"))).isEqualTo(dollars(0, 0));
    assertThat(Shares.of(List.of())).isEmpty();
  }
}
