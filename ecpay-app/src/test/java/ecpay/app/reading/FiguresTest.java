package ecpay.app.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void numbersReadInGroupsOfThreeDigitsInEveryLanguage() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(Figures.of(12_180)).isEqualTo("12,180");
      assertThat(Figures.of(new BigDecimal("1200"))).isEqualTo("1,200");
      assertThat(Figures.of(new BigDecimal("0.5"))).isEqualTo("0.5");
      assertThat(Figures.of(new BigDecimal("1E+4"))).isEqualTo("10,000");
      assertThat(Figures.of(new BigDecimal("-1234.1234567"))).isEqualTo("-1,234.1234567");
      assertThat(Figures.twd(-400)).isEqualTo("-400 TWD");
      assertThat(Figures.twd(new BigDecimal("1059.9"))).isEqualTo("1,059.90 TWD");
    } finally {
      Locale.setDefault(before);
    }
  }
}
