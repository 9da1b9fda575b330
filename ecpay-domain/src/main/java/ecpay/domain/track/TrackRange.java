package ecpay.domain.track;

import ecpay.domain.rule.Violations;
import java.util.regex.Pattern;

/**
 * Consecutive invoice numbers under one header, in whole books of 50: how they start and end makes
 * their length a multiple of 50 (R-INV-29).
 *
 * @param header two upper-case letters
 * @param start first number, 8 digits, the last two 00 or 50
 * @param end last number, 8 digits, the last two 49 or 99
 */
public record TrackRange(String header, String start, String end) {
  /** Numbers in a book. */
  public static final int BOOK = 50;

  private static final Pattern HEADER = Pattern.compile("[A-Z]{2}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{8}");

  public TrackRange {
    Violations violations = new Violations();
    violations.require(
        HEADER.matcher(header).matches(),
        "R-INV-29",
        "header",
        "a track's header is two upper-case letters");
    boolean starts =
        violations.require(isNumber(start), "R-INV-29", "start", "a track starts with 8 digits");
    boolean ends =
        violations.require(isNumber(end), "R-INV-29", "end", "a track ends with 8 digits");
    if (starts && ends) {
      long first = Long.parseLong(start);
      long last = Long.parseLong(end);
      violations.require(
          first % BOOK == 0, "R-INV-29", "start", "a track starts at a number that ends in 00, 50");
      violations.require(
          last % BOOK == BOOK - 1,
          "R-INV-29",
          "end",
          "a track ends at a number that ends in 49, 99");
      violations.require(first < last, "R-INV-29", "end", "a track ends after its start");
    }
    violations.throwIfAny();
  }

  static boolean isNumber(String digits) {
    return NUMBER.matcher(digits).matches();
  }

  /** How many numbers it holds. */
  public long size() {
    return last() - first() + 1;
  }

  /** How many books of 50 it holds. */
  public int books() {
    return (int) (size() / BOOK);
  }

  /** Whether all numbers of the other range are in this one. */
  public boolean contains(TrackRange other) {
    return header.equals(other.header) && first() <= other.first() && other.last() <= last();
  }

  /** Whether any number is in both ranges. */
  public boolean overlaps(TrackRange other) {
    return header.equals(other.header) && first() <= other.last() && other.first() <= last();
  }

  /** How many numbers come after that one, which is 8 digits within the range. */
  long after(String number) {
    return last() - Long.parseLong(number);
  }

  /** Whether these 8 digits are a number of this range. */
  boolean has(String number) {
    return isNumber(number) && start.compareTo(number) <= 0 && number.compareTo(end) <= 0;
  }

  private long first() {
    return Long.parseLong(start);
  }

  private long last() {
    return Long.parseLong(end);
  }

  /** Such as {@code UV00000000-00000049}. */
  @Override
  public String toString() {
    return header + start + "-" + end;
  }
}
