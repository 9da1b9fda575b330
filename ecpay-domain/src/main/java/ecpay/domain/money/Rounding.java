package ecpay.domain.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The one place where an exact amount becomes whole dollars: half up (R-INV-03). */
public final class Rounding {
  private Rounding() {}

  /** The whole TWD nearest to {@code exact}, halves away from zero. */
  public static Money toWholeDollars(BigDecimal exact) {
    return Money.of(round(exact).longValueExact());
  }

  /** The whole TWD nearest to {@code part / whole}, halves away from zero; exact, however long. */
  public static Money toWholeDollars(BigDecimal part, BigDecimal whole) {
    return Money.of(part.divide(whole, 0, RoundingMode.HALF_UP).longValueExact());
  }

  /** Whether {@code amount} is what {@code exact} becomes, however large {@code exact} is. */
  public static boolean isWhole(Money amount, BigDecimal exact) {
    return round(exact).compareTo(BigDecimal.valueOf(amount.twd())) == 0;
  }

  private static BigDecimal round(BigDecimal exact) {
    return exact.setScale(0, RoundingMode.HALF_UP);
  }

  /**
   * Whether a line's amount may stand beside its price and count: they differ by one dollar at most
   * (R-INV-04, R-ALW-07).
   */
  public static boolean agree(UnitPrice price, Quantity count, Money amount) {
    return agree(price, count, BigDecimal.valueOf(amount.twd()));
  }

  /** {@link #agree(UnitPrice, Quantity, Money)} for an amount that is not yet whole. */
  public static boolean agree(UnitPrice price, Quantity count, BigDecimal amount) {
    BigDecimal difference = price.value().multiply(count.value()).subtract(amount).abs();
    return difference.compareTo(BigDecimal.ONE) <= 0;
  }
}
