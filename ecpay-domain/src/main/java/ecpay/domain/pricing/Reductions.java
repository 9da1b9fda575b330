package ecpay.domain.pricing;

import ecpay.domain.money.Rounding;
import ecpay.domain.pricing.Priced.Reduction;
import ecpay.domain.rule.Violations;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Takes discounts off, one after the other, and keeps what each is in whole dollars. */
final class Reductions {
  private final Violations violations;
  private final List<Reduction> taken = new ArrayList<>();
  private BigDecimal left;

  /**
   * @param violations where a discount that takes off too much is reported
   * @param worth of all goods, TWD
   */
  Reductions(Violations violations, BigDecimal worth) {
    this.violations = violations;
    this.left = worth;
  }

  /** Takes a discount off a part of the goods; what is left of that part, exact. */
  BigDecimal take(String field, Discount discount, BigDecimal part) {
    Violations.Part<BigDecimal> reduced = violations.part(field, () -> discount.off(part));
    if (!reduced.isSound()) {
      return part;
    }
    BigDecimal after = left.subtract(part).add(reduced.get());
    taken.add(
        new Reduction(
            discount.name(), Rounding.toWholeDollars(left).minus(Rounding.toWholeDollars(after))));
    left = after;
    return reduced.get();
  }

  /** What all goods are worth by now, exact. */
  BigDecimal left() {
    return left;
  }

  List<Reduction> taken() {
    return List.copyOf(taken);
  }
}
