package ecpay.domain.payment.offer;

import ecpay.domain.rule.Violations;

/**
 * A card that is charged again and again, the order's total each time (R-ORD-15).
 *
 * @param frequency every so many units: 1 to 365 days, 1 to 12 months, 1 year
 * @param times how often in all, the first charge included: 2 to 999, in years 2 to 99
 */
public record PeriodicTerms(Unit unit, int frequency, int times) {

  /** ECPay's PeriodType. */
  public enum Unit {
    DAY("D", 365, 999),
    MONTH("M", 12, 999),
    YEAR("Y", 1, 99);

    private final String code;
    private final int mostFrequency;
    private final int mostTimes;

    Unit(String code, int mostFrequency, int mostTimes) {
      this.code = code;
      this.mostFrequency = mostFrequency;
      this.mostTimes = mostTimes;
    }

    /** The letter that ECPay uses. */
    public String code() {
      return code;
    }
  }

  public PeriodicTerms {
    Violations violations = new Violations();
    violations.require(
        frequency >= 1 && frequency <= unit.mostFrequency,
        "R-ORD-15",
        "frequency",
        "every 1 to " + unit.mostFrequency + " of that unit");
    violations.require(
        times >= 2 && times <= unit.mostTimes,
        "R-ORD-15",
        "times",
        "2 to " + unit.mostTimes + " charges, the first one included");
    violations.throwIfAny();
  }
}
