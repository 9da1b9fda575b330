package ecpay.sandbox.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last second of every two-month period (R-INV-22). */
class VoidWindowTest {
  @ParameterizedTest
  @CsvSource({
    "2026-01-01T00:00:00, 2026-03",
    "2026-02-28T23:59:59, 2026-03",
    "2026-03-01T00:00:00, 2026-05",
    "2026-06-30T23:59:59, 2026-07",
    "2026-08-31T23:59:59, 2026-09",
    "2026-09-01T00:00:00, 2026-11",
    "2026-11-01T00:00:00, 2027-01",
    "2026-12-31T23:59:59, 2027-01"
  })
  void itClosesAfterTheThirteenthAt235959(LocalDateTime issued, String month) {
    assertThat(VoidWindow.isOpen(issued, issued)).isTrue();
    assertThat(VoidWindow.isOpen(issued, LocalDateTime.parse(month + "-13T23:59:59"))).isTrue();
    assertThat(VoidWindow.isOpen(issued, LocalDateTime.parse(month + "-14T00:00:00"))).isFalse();
  }
}
