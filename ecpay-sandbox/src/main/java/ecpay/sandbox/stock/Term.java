package ecpay.sandbox.stock;

import java.time.LocalDate;
import java.util.Locale;

/**
 * A two-month period of the tax office (R-INV-30).
 *
 * @param rocYear the year less 1911: 115 is 2026
 * @param number 1 for January and February, to 6 for November and December
 */
public record Term(int rocYear, int number) implements Comparable<Term> {
  private static final int ROC_EPOCH = 1911;
  private static final int TERMS = 6;

  public Term {
    if (rocYear < 1 || rocYear > 999) {
      throw new IllegalArgumentException("the year must be a ROC year of at most 3 digits");
    }
    if (number < 1 || number > TERMS) {
      throw new IllegalArgumentException("the term must be from 1 to 6");
    }
  }

  /** The term of a day in Taipei. */
  public static Term of(LocalDate day) {
    return new Term(rocYear(day), (day.getMonthValue() + 1) / 2);
  }

  /** The ROC year of a day in Taipei. */
  public static int rocYear(LocalDate day) {
    return day.getYear() - ROC_EPOCH;
  }

  public Term next() {
    return number == TERMS ? new Term(rocYear + 1, 1) : new Term(rocYear, number + 1);
  }

  /** The year as messages write it: three digits. */
  public String year() {
    return digits(rocYear);
  }

  /** A ROC year as messages write it: three digits. */
  public static String digits(int rocYear) {
    return String.format(Locale.ROOT, "%03d", rocYear);
  }

  /** Terms in a row from January 2020 on; the automatic tracks take their letters from it. */
  String letters() {
    var index = Math.floorMod((rocYear + ROC_EPOCH - 2020) * TERMS + number - 1, 26 * 26);
    return String.format(Locale.ROOT, "%c%c", (char) ('A' + index / 26), (char) ('A' + index % 26));
  }

  @Override
  public int compareTo(Term other) {
    return Integer.compare(rocYear * TERMS + number, other.rocYear * TERMS + other.number);
  }
}
