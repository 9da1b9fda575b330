package ecpay.domain.money;

import static ecpay.domain.rule.Violations.demand;

import java.math.BigDecimal;

/**
 * How many units.
 *
 * @param value positive, at most 8 digits before and 7 after the point (R-INV-05)
 */
public record Quantity(BigDecimal value) {
  public Quantity {
    demand(value.signum() > 0, "R-INV-05", "", "a quantity is more than zero");
    demand(
        Digits.fit(value, 8, 7),
        "R-INV-05",
        "",
        "a quantity has at most 8 digits before and 7 after the point");
    value = value.stripTrailingZeros();
  }

  public static Quantity of(long units) {
    return new Quantity(BigDecimal.valueOf(units));
  }
}
