package ecpay.domain.money;

import static ecpay.domain.rule.Violations.demand;

import java.math.BigDecimal;

/**
 * The tax-included price of one unit, in TWD.
 *
 * @param value not negative, at most 10 digits before and 7 after the point (R-INV-05)
 */
public record UnitPrice(BigDecimal value) {
  public UnitPrice {
    demand(value.signum() >= 0, "R-INV-05", "", "a price is not negative");
    demand(
        Digits.fit(value, 10, 7),
        "R-INV-05",
        "",
        "a price has at most 10 digits before and 7 after the point");
    value = value.stripTrailingZeros();
  }

  public static UnitPrice of(long twd) {
    return new UnitPrice(BigDecimal.valueOf(twd));
  }
}
