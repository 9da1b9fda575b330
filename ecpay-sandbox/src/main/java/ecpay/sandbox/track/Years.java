package ecpay.sandbox.track;

import ecpay.sandbox.field.Fields;
import ecpay.sandbox.stock.Term;
import java.time.LocalDate;
import java.util.Set;

/** InvoiceYear: a ROC year of three digits, near the present one (R-INV-30). */
final class Years {
  private Years() {}

  /** Last, this or next year. */
  static String near(Fields fields, LocalDate today) {
    var now = Term.rocYear(today);
    return fields.requiredChoice(
        "InvoiceYear", Set.of(Term.digits(now - 1), Term.digits(now), Term.digits(now + 1)));
  }

  /** This or next year. */
  static int thisOrNext(Fields fields, LocalDate today) {
    var now = Term.rocYear(today);
    return Integer.parseInt(
        fields.requiredChoice("InvoiceYear", Set.of(Term.digits(now), Term.digits(now + 1))));
  }
}
