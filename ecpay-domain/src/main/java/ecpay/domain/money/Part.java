package ecpay.domain.money;

import static ecpay.domain.rule.Violations.demand;

import java.math.BigDecimal;

/**
 * A part of a line: of an order's that is invoiced, or of an invoice's that goes back.
 *
 * @param line which line of the whole, from 1
 * @param units how many of its units, not negative; none for a reduction of the price alone
 * @param amount what they stand for, whole TWD with tax
 */
public record Part(int line, BigDecimal units, Money amount) {
  public Part {
    demand(line >= 1, "R-INV-06", "line", "lines are counted from 1");
    demand(units.signum() >= 0, "R-INV-05", "quantity", "a quantity is not negative");
    units = units.signum() == 0 ? BigDecimal.ZERO : units.stripTrailingZeros();
  }
}
