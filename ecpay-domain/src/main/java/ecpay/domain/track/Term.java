package ecpay.domain.track;

import static ecpay.domain.rule.Violations.demand;

import java.time.LocalDate;
import java.util.Locale;

/**
 * A two-month term of a year of the Republic of China, in Taipei (R-INV-30).
 *
 * @param rocYear the year less 1911, 1 to 999
 * @param number 1 for January and February to 6 for November and December
 */
public record Term(int rocYear, int number) {
  private static final int ROC_EPOCH = 1911;
  private static final int TERMS = 6;

  public Term {
    demand(rocYear >= 1 && rocYear <= 999, "R-INV-30", "year", "a ROC year is 1 to 999");
    demand(number >= 1 && number <= TERMS, "R-INV-30", "term", "a term is 1 to 6");
  }

  /** The term of a day in Taipei. */
  public static Term of(LocalDate day) {
    return new Term(rocYearOf(day), (day.getMonthValue() + 1) / 2);
  }

  /** The ROC year of a day: 115 for 2026. */
  public static int rocYearOf(LocalDate day) {
    return day.getYear() - ROC_EPOCH;
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(firstDay()) && !day.isAfter(lastDay());
  }

  public Term next() {
    return of(lastDay().plusDays(1));
  }

  public LocalDate firstDay() {
    return LocalDate.of(rocYear + ROC_EPOCH, 2 * number - 1, 1);
  }

  public LocalDate lastDay() {
    return firstDay().plusMonths(2).minusDays(1);
  }

  /** The year as ECPay writes it: three digits, such as {@code 115}. */
  public String yearDigits() {
    return String.format(Locale.ROOT, "%03d", rocYear);
  }

  /** Year and number, such as {@code 115-6}. */
  @Override
  public String toString() {
    return yearDigits() + "-" + number;
  }
}
