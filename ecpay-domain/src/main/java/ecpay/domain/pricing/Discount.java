package ecpay.domain.pricing;

import ecpay.domain.money.Digits;
import ecpay.domain.money.Money;
import ecpay.domain.money.Rounding;
import ecpay.domain.rule.Violations;
import java.math.BigDecimal;

/** Something off a price, such as a coupon; named for the buyer, 1 to 100 characters. */
public sealed interface Discount {
  String name();

  /**
   * What is left of {@code worth}, exact and not negative.
   *
   * @throws ecpay.domain.rule.RuleViolationException R-ORD-06 if more is taken off than it is worth
   */
  BigDecimal off(BigDecimal worth);

  /** A number of dollars off. */
  record AmountOff(String name, Money amount) implements Discount {
    public AmountOff {
      Violations violations = new Violations();
      named(violations, name);
      violations.throwIfAny();
    }

    @Override
    public BigDecimal off(BigDecimal worth) {
      Money most = Rounding.toWholeDollars(worth);
      Violations.demand(
          !amount.isMoreThan(most),
          "R-ORD-06",
          "amount",
          "a discount is at most what it is taken off, " + most);
      return worth.subtract(BigDecimal.valueOf(amount.twd())).max(BigDecimal.ZERO);
    }
  }

  /**
   * A percentage off.
   *
   * @param percent more than 0, at most 100, at most 4 decimals
   */
  record PercentOff(String name, BigDecimal percent) implements Discount {
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    public PercentOff {
      Violations violations = new Violations();
      named(violations, name);
      violations.require(
          percent.signum() > 0 && percent.compareTo(ALL) <= 0 && Digits.fit(percent, 3, 4),
          "R-INV-05",
          "percent",
          "a percentage is more than 0 and at most 100, with at most 4 decimals");
      violations.throwIfAny();
      percent = percent.stripTrailingZeros();
    }

    @Override
    public BigDecimal off(BigDecimal worth) {
      return worth.multiply(ALL.subtract(percent)).movePointLeft(2);
    }
  }

  private static void named(Violations violations, String name) {
    violations.require(
        !name.isBlank() && name.length() <= 100,
        "R-INV-06",
        "name",
        "a discount's name has 1 to 100 characters");
  }
}
