package ecpay.domain.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PropertyTest {
  @Test
  void theSameCasesComeAgainAndKeptOnesComeFirst() {
    List<Long> once = new ArrayList<>();
    List<Long> again = new ArrayList<>();
    Property.of(5, 42L).holds(random -> once.add(random.nextLong()));
    Property.of(5, 42L).holds(random -> again.add(random.nextLong()));
    assertThat(once).isEqualTo(again).hasSizeGreaterThan(1).doesNotHaveDuplicates();
    assertThat(once.getFirst()).isEqualTo(new SplittableRandom(42L).nextLong());
  }

  @Test
  void aFailureNamesItsSeedAndCase() {
    AssertionError failure =
        catchThrowableOfType(
            AssertionError.class,
            () ->
                Property.of(5)
                    .holds(random -> {
                      throw new IllegalStateException("broken " + random.nextInt(10));
                    }));
    assertThat(failure)
        .hasMessageMatching("-Decpay.seed=\\d+ case 0, to be kept as -?\\d+L: broken \\d")
        .hasCauseInstanceOf(IllegalStateException.class);
  }
}
