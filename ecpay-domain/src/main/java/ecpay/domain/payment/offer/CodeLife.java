package ecpay.domain.payment.offer;

import ecpay.domain.rule.Violations;

/**
 * How long a code may be paid with (R-ORD-14).
 *
 * @param atmDays 1 to 60 days, to the end of the last one
 * @param cvsMinutes 1 to 43,200 minutes
 * @param barcodeDays 1 to 30 days
 */
public record CodeLife(int atmDays, int cvsMinutes, int barcodeDays) {
  public static final CodeLife DEFAULT = new CodeLife(3, 10_080, 7);

  public CodeLife {
    Violations violations = new Violations();
    violations.require(
        atmDays >= 1 && atmDays <= 60, "R-ORD-14", "atmDays", "an ATM account lives 1 to 60 days");
    violations.require(
        cvsMinutes >= 1 && cvsMinutes <= 43_200,
        "R-ORD-14",
        "cvsMinutes",
        "a CVS code lives 1 to 43200 minutes");
    violations.require(
        barcodeDays >= 1 && barcodeDays <= 30,
        "R-ORD-14",
        "barcodeDays",
        "a barcode lives 1 to 30 days");
    violations.throwIfAny();
  }
}
