package ecpay.domain.money;

import java.math.BigDecimal;

/** How many digits a decimal number needs before and after its point, trailing zeros aside. */
public final class Digits {
  private Digits() {}

  /** Whether {@code value} fits into the given digits before and after the decimal point. */
  public static boolean fit(BigDecimal value, int integerDigits, int decimals) {
    // in long, and before anything is expanded: 1E+2147483647 is a BigDecimal, too
    boolean smallEnough = (long) value.precision() - value.scale() <= integerDigits;
    return value.signum() == 0 || (smallEnough && value.stripTrailingZeros().scale() <= decimals);
  }
}
