package ecpay.domain.money;

import static ecpay.domain.rule.Violations.demand;

import java.util.Locale;

/**
 * An amount of whole New Taiwan dollars, tax included.
 *
 * @param twd 0 to 999,999,999,999 TWD, the twelve digits of an invoice's SalesAmount (R-INV-05)
 */
public record Money(long twd) implements Comparable<Money> {
  private static final long MOST = 999_999_999_999L;

  public static final Money ZERO = new Money(0);

  public Money {
    demand(twd >= 0, "R-INV-05", "", "an amount is not negative");
    demand(twd <= MOST, "R-INV-05", "", "an amount has at most 12 digits");
  }

  public static Money of(long twd) {
    return new Money(twd);
  }

  public Money plus(Money other) {
    return new Money(twd + other.twd);
  }

  /** The difference; the caller makes sure that {@code other} is not larger. */
  public Money minus(Money other) {
    return new Money(twd - other.twd);
  }

  public boolean isPositive() {
    return twd > 0;
  }

  public boolean isMoreThan(Money other) {
    return twd > other.twd;
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(twd, other.twd);
  }

  /** For people, such as {@code 2,180 TWD}; programs are told {@link #twd}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%,d TWD", twd);
  }
}
