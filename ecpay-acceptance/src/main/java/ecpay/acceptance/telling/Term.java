package ecpay.acceptance.telling;

import java.time.LocalDate;

/** A two-month term of the government (R-INV-30). */
public record Term(LocalDate firstDay) {
  public static Term of(LocalDate day) {
    return new Term(LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 2 * 2 + 1, 1));
  }

  public Term next() {
    return new Term(firstDay.plusMonths(2));
  }

  public boolean contains(LocalDate day) {
    return of(day).equals(this);
  }

  /** Such as 115 for 2026. */
  public int rocYear() {
    return firstDay.getYear() - 1911;
  }

  /** 1 for January and February, to 6. */
  public int number() {
    return (firstDay.getMonthValue() + 1) / 2;
  }

  /** As the exports name it, such as {@code 115-6}. */
  @Override
  public String toString() {
    return rocYear() + "-" + number();
  }
}
