package ecpay.domain.time;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.rule.Rule;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TaipeiTest {
  @Rule({"R-PAY-12", "R-ALW-31"})
  @Test
  void aDayInTaipeiBeginsAtFourInTheAfternoonOfUtc() {
    assertThat(Taipei.dateOf(Instant.parse("2026-11-21T15:59:59.999Z"))).isEqualTo("2026-11-21");
    assertThat(Taipei.dateOf(Instant.parse("2026-11-21T16:00:00Z"))).isEqualTo("2026-11-22");
    assertThat(Taipei.endOf(LocalDate.of(2026, 11, 21))).isEqualTo("2026-11-21T15:59:59Z");
  }
}
