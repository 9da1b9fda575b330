package ecpay.domain.invoice.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.rule.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoidWindowTest {
  @Rule("R-INV-22")
  @ParameterizedTest
  @CsvSource({
    "2026-01-01, 2026-03-13",
    "2026-01-31, 2026-03-13",
    "2026-02-28, 2026-03-13",
    "2026-03-01, 2026-05-13",
    "2026-04-30, 2026-05-13",
    "2026-08-31, 2026-09-13",
    "2026-09-30, 2026-11-13",
    "2026-10-31, 2026-11-13",
    "2026-11-01, 2027-01-13",
    "2026-12-31, 2027-01-13"
  })
  void thePeriodClosesAfterThe13thOfTheMonthThatFollowsIt(LocalDate document, LocalDate last) {
    Instant lastSecond = OffsetDateTime.parse(last + "T23:59:59+08:00").toInstant();
    assertThat(VoidWindow.closesAfter(document)).isEqualTo(lastSecond);
    assertThat(VoidWindow.isOpen(document, lastSecond)).isTrue();
    assertThat(VoidWindow.isOpen(document, lastSecond.plusMillis(999))).isTrue();
    assertThat(VoidWindow.isOpen(document, lastSecond.plusSeconds(1))).isFalse();
    assertThat(VoidWindow.isOpen(document, Instant.EPOCH)).isTrue();
  }
}
