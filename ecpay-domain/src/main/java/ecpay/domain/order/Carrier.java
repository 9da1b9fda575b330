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

  /**
   * A physical card (CarrierType 4 or 5), only for merchants who have switched it on (D-21).
   *
   * @param hiddenId CarrierNum: the card's inner number, 1 to 64 printable ASCII characters
   * @param visibleId CarrierNum2: the number on its face, likewise
   */
  record PhysicalCard(Kind kind, String hiddenId, String visibleId) implements Carrier {
    private static final Pattern FORM = Pattern.compile("[!-~]{1,64}");

    /** The cards that ECPay takes. */
    public enum Kind {
      EASYCARD("4"),
      IPASS("5");

      private final String code;

      Kind(String code) {
        this.code = code;
      }

      /** The digit that ECPay uses. */
      public String code() {
        return code;
      }
    }

    public PhysicalCard {
      demand(
          FORM.matcher(hiddenId).matches(),
          "R-INV-14",
          "number",
          "a card's inner number is 1 to 64 half-width characters");
      demand(
          FORM.matcher(visibleId).matches(),
          "R-INV-14",
          "visibleNumber",
          "a card's visible number is 1 to 64 half-width characters");
    }

    /** Without its numbers: the inner one is never shown again. */
    @Override
    public String toString() {
      return "PhysicalCard[" + kind + "]";
    }
  }
}
