package ecpay.domain.order;

import static ecpay.domain.rule.Violations.demand;

import java.util.regex.Pattern;

/** Where an invoice that is not printed is kept: ECPay's CarrierType (R-INV-14, D-21). */
public sealed interface Carrier {

  /** No carrier: printed or donated. */
  record None() implements Carrier {}

  /** ECPay keeps it under the buyer's email or phone (CarrierType 1). */
  record Ecpay() implements Carrier {}

  /**
   * A citizen digital certificate (CarrierType 2).
   *
   * @param number two upper-case letters and 14 digits
   */
  record CitizenCertificate(String number) implements Carrier {
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}[0-9]{14}");

    public CitizenCertificate {
      demand(
          FORM.matcher(number).matches(),
          "R-INV-14",
          "number",
          "a citizen certificate is two upper-case letters and 14 digits");
    }
  }

  /**
   * A mobile barcode (CarrierType 3).
   *
   * @param code {@code /} and seven of {@code 0-9 A-Z + - .}
   */
  record MobileBarcode(String code) implements Carrier {
    private static final Pattern FORM = Pattern.compile("/[0-9A-Z+.-]{7}");

    public MobileBarcode {
      demand(
          FORM.matcher(code).matches(),
          "R-INV-14",
          "number",
          "a mobile barcode is / and seven of 0-9 A-Z + - .");
    }
  }
}
