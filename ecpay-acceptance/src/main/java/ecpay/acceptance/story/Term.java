package ecpay.acceptance.story;

import java.time.LocalDate;

/** A two-month term of the government (R-INV-30). */
record Term(LocalDate firstDay) {
  static Term of(LocalDate day) {
    return new Term(LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 2 * 2 + 1, 1));
  }

  Term next() {
    return new Term(firstDay.plusMonths(2));
  }

  boolean contains(LocalDate day) {
    return of(day).equals(this);
  }

  /** Such as 115 for 2026. */
  int rocYear() {
    return firstDay.getYear() - 1911;
  }

  /** 1 for January and February, to 6. */
  int number() {
    return (firstDay.getMonthValue() + 1) / 2;
  }

  /** As the exports name it, such as {@code 115-6}. */
  @Override
  public String toString() {
    return rocYear() + "-" + number();
  }
}
