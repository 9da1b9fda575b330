package ecpay.domain.money;

import java.math.BigDecimal;

/** How many digits a decimal number needs before and after its point, trailing zeros aside. */
public final class Digits {
  private Digits() {}

  /** Whether {@code value} fits into the given digits before and after the decimal point. */
  public static boolean fit(BigDecimal value, int integerDigits, int decimals) {
    BigDecimal plain = value.stripTrailingZeros();
    return plain.scale() <= decimals && plain.precision() - plain.scale() <= integerDigits;
  }
}
