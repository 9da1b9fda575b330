package ecpay.domain.money;

import java.math.BigDecimal;
import java.util.Collection;

/**
 * What is left of a line once parts of it are taken. Whoever takes the rest of the units takes the
 * rest of the dollars, so that parts always add up to the whole, in any order and after any
 * history.
 *
 * @param units units left, not negative
 * @param amount whole TWD left
 */
public record LineBalance(BigDecimal units, Money amount) {

  /** What those parts leave of a line. */
  public static LineBalance of(Quantity units, Money amount, Collection<? extends Part> taken) {
    BigDecimal takenUnits =
        taken.stream().map(Part::units).reduce(BigDecimal.ZERO, BigDecimal::add);
    long takenAmount = taken.stream().mapToLong(part -> part.amount().twd()).sum();
    return new LineBalance(
        units.value().subtract(takenUnits), Money.of(amount.twd() - takenAmount));
  }

  /** What is left once a further part is taken. */
  LineBalance without(Part part) {
    return new LineBalance(units.subtract(part.units()), amount.minus(part.amount()));
  }

  /** Whether anything is left, units or dollars. */
  public boolean isOpen() {
    return units.signum() > 0 || amount.isPositive();
  }

  /** Whether that many units are left. */
  public boolean holds(BigDecimal wanted) {
    return wanted.compareTo(units) <= 0;
  }

  /**
   * The whole TWD of that many units: all that is left when they are the rest, else their share of
   * it, rounded half up.
   */
  public Money shareOf(BigDecimal wanted) {
    if (wanted.compareTo(units) == 0) {
      return amount;
    }
    return Rounding.toWholeDollars(BigDecimal.valueOf(amount.twd()).multiply(wanted), units);
  }
}
