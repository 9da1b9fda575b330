package ecpay.sandbox.stock;

import java.util.Locale;

/**
 * A row of numbers that the government has given to a merchant, in books of 50.
 *
 * @param invType 07 general, 08 special
 * @param header two capital letters
 * @param first ends in 00 or 50 (R-INV-29)
 * @param last ends in 49 or 99 (R-INV-29)
 */
public record Allotment(
    String merchantId, Term term, String invType, String header, long first, long last) {
  /** Numbers in one book. */
  public static final int BOOK = 50;

  private static final long LARGEST = 99_999_999;

  public Allotment {
    if (!merchantId.matches("[0-9]{1,10}")) {
      throw new IllegalArgumentException("merchantId must be 1 to 10 digits");
    }
    if (!invType.equals("07") && !invType.equals("08")) {
      throw new IllegalArgumentException("the type must be 07 or 08");
    }
    if (!header.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException("the header must be two capital letters");
    }
    if (first < 0 || first % BOOK != 0) {
      throw new IllegalArgumentException("the start must end in 00 or 50");
    }
    if (last > LARGEST || last <= first || (last + 1) % BOOK != 0) {
      throw new IllegalArgumentException("the end must end in 49 or 99 and be above the start");
    }
  }

  public long books() {
    return (last - first + 1) / BOOK;
  }

  /** Whether both name one number at least; the term does not count, as numbers do not tell it. */
  boolean overlaps(Allotment other) {
    return header.equals(other.header) && first <= other.last && other.first <= last;
  }

  /** Whether the other is a part of this, of the same merchant, term and type. */
  boolean holds(Allotment other) {
    return merchantId.equals(other.merchantId)
        && term.equals(other.term)
        && invType.equals(other.invType)
        && header.equals(other.header)
        && first <= other.first
        && other.last <= last;
  }

  /** A number as messages write it: eight digits. */
  public static String digits(long number) {
    return String.format(Locale.ROOT, "%08d", number);
  }
}
