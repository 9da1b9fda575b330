package ecpay.domain.money;

import static ecpay.domain.rule.Violations.demand;

import java.math.BigDecimal;
import java.util.Optional;

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

  /** Whether this is what was asked for by those; what was left open fits any. */
  public boolean answers(int wantedLine, Optional<Quantity> quantity, Optional<Money> wanted) {
    return line == wantedLine
        && quantity.map(asked -> asked.value().compareTo(units) == 0).orElse(true)
        && wanted.map(amount::equals).orElse(true);
  }
}
