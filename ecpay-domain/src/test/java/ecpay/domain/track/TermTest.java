package ecpay.domain.track;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.rule.Broken;
import ecpay.domain.rule.Rule;
import ecpay.domain.time.Taipei;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Rule("R-INV-30")
class TermTest {
  @ParameterizedTest
  @CsvSource({
    "2026-01-01, 115-1", "2026-02-28, 115-1", "2026-03-01, 115-2", "2026-04-30, 115-2",
    "2026-05-01, 115-3", "2026-06-30, 115-3", "2026-07-01, 115-4", "2026-08-31, 115-4",
    "2026-09-01, 115-5", "2026-10-31, 115-5", "2026-11-01, 115-6", "2026-12-31, 115-6",
    "2027-01-01, 116-1", "2010-12-31, 099-6", "2011-01-01, 100-1", "1912-01-01, 001-1"
  })
  void aDayIsInTheTermOfItsTwoMonths(LocalDate day, String term) {
    assertThat(Term.of(day)).hasToString(term);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-31T15:59:59.999999Z, 115-6",
    "2026-12-31T16:00:00Z, 116-1",
    "2026-02-28T15:59:59Z, 115-1",
    "2026-02-28T16:00:00Z, 115-2"
  })
  void aTermEndsAtMidnightInTaipei(Instant at, String term) {
    assertThat(Term.of(Taipei.dateOf(at))).hasToString(term);
  }

  @Test
  void everyDayIsInItsTermAndInNoOther() {
    for (LocalDate day = LocalDate.of(2023, 12, 1);
        day.isBefore(LocalDate.of(2025, 3, 1));
        day = day.plusDays(1)) {
      Term term = Term.of(day);
      assertThat(term.number()).isEqualTo((day.getMonthValue() + 1) / 2);
      assertThat(term.rocYear()).isEqualTo(Term.rocYearOf(day)).isEqualTo(day.getYear() - 1911);
      assertThat(term.contains(day)).isTrue();
      assertThat(term.next().contains(day)).isFalse();
      assertThat(term.contains(term.firstDay().minusDays(1))).isFalse();
      assertThat(term.contains(term.lastDay().plusDays(1))).isFalse();
      assertThat(term.next().firstDay()).isEqualTo(term.lastDay().plusDays(1));
    }
  }

  @Test
  void theFirstTermOfALeapYearEndsOnThe29th() {
    assertThat(new Term(117, 1).lastDay()).isEqualTo(LocalDate.of(2028, 2, 29));
    assertThat(new Term(115, 1).lastDay()).isEqualTo(LocalDate.of(2026, 2, 28));
  }

  @Test
  void aYearIsWrittenWithThreeDigits() {
    assertThat(new Term(115, 6).yearDigits()).isEqualTo("115");
    assertThat(new Term(99, 6).yearDigits()).isEqualTo("099");
    assertThat(new Term(1, 1).yearDigits()).isEqualTo("001");
    assertThat(new Term(999, 6).yearDigits()).isEqualTo("999");
  }

  @Test
  void thereAreSixTermsInAYearOfOneToThreeDigits() {
    assertThat(Broken.rules(() -> new Term(115, 0))).containsExactly("R-INV-30 term");
    assertThat(Broken.rules(() -> new Term(115, 7))).containsExactly("R-INV-30 term");
    assertThat(Broken.rules(() -> new Term(0, 1))).containsExactly("R-INV-30 year");
    assertThat(Broken.rules(() -> new Term(1000, 1))).containsExactly("R-INV-30 year");
  }
}
