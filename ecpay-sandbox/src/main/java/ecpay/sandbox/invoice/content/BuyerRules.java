package ecpay.sandbox.invoice.content;

import ecpay.sandbox.field.Fields;
import ecpay.sandbox.field.Formats;
import java.util.Set;
import java.util.regex.Pattern;

/** Who the buyer is and how the invoice reaches them: invoice-b2c.md sections 2, 4.1 and 4.2. */
final class BuyerRules {
  private static final Pattern CUSTOMER_ID = Pattern.compile("[A-Za-z0-9_]*");
  private static final Pattern LOVE_CODE = Pattern.compile("[0-9]{3,7}");
  private static final Pattern CITIZEN = Pattern.compile("[A-Z]{2}[0-9]{14}");
  private static final Pattern MOBILE = Pattern.compile("/[0-9A-Z+.-]{7}");
  private static final Pattern HALF_WIDTH = Pattern.compile("[ -~]*");
  private static final Set<String> YES_NO = Set.of("0", "1");
  private static final Set<String> CARRIERS = Set.of("1", "2", "3", "4", "5");

  private BuyerRules() {}

  static void check(Fields fields) {
    var company = CompanyId.of(fields);
    var print = fields.requiredChoice("Print", YES_NO).equals("1");
    var donation = fields.requiredChoice("Donation", YES_NO).equals("1");
    var carrier = fields.choice("CarrierType", CARRIERS);
    if (!CUSTOMER_ID.matcher(fields.text("CustomerID", 20)).matches()) {
      throw fields.malformed("CustomerID", "has other characters than letters, digits and _");
    }
    checkName(fields, company, print);
    checkContact(fields);
    checkLoveCode(fields, donation);
    checkCarrierNumber(fields, carrier);
    checkMatrix(fields, company, print, donation, carrier);
  }

  private static void checkName(Fields fields, String company, boolean print) {
    if (fields.text("CustomerName", 60).isBlank() && (print || !company.isEmpty())) {
      throw fields.missing("CustomerName");
    }
    if (fields.text("CustomerAddr", 100).isBlank() && print) {
      throw fields.missing("CustomerAddr");
    }
  }

  private static void checkContact(Fields fields) {
    var phone = fields.text("CustomerPhone", 20);
    var email = fields.text("CustomerEmail", 80);
    if (phone.isEmpty() && email.isEmpty()) {
      throw fields.missing("CustomerPhone or CustomerEmail");
    }
    if (!phone.isEmpty() && !Formats.isDigits(phone)) {
      throw fields.malformed("CustomerPhone", "has other characters than digits");
    }
    if (!email.isEmpty() && !Formats.isEmail(email)) {
      throw fields.malformed("CustomerEmail", "is not one address");
    }
  }

  private static void checkLoveCode(Fields fields, boolean donation) {
    var code = fields.text("LoveCode", 7);
    if (!donation && !code.isEmpty()) {
      throw fields.malformed("LoveCode", "must be empty without a donation");
    }
    if (donation && code.isEmpty()) {
      throw fields.missing("LoveCode");
    }
    if (donation && !LOVE_CODE.matcher(code).matches()) {
      throw fields.malformed("LoveCode", "must be 3 to 7 digits");
    }
  }

  private static void checkCarrierNumber(Fields fields, String carrier) {
    var number = fields.text("CarrierNum", 64);
    var visible = fields.text("CarrierNum2", 64);
    var sound =
        switch (carrier) {
          case "2" -> CITIZEN.matcher(number).matches();
          case "3" -> MOBILE.matcher(number).matches();
          case "4", "5" -> !number.isEmpty();
          default -> number.isEmpty();
        };
    if (!sound) {
      throw fields.malformed("CarrierNum", "does not fit CarrierType");
    }
    var physical = carrier.equals("4") || carrier.equals("5");
    if (!HALF_WIDTH.matcher(visible).matches()) {
      throw fields.malformed("CarrierNum2", "has other characters than half-width ones");
    }
    if (visible.isEmpty() == physical) {
      throw fields.malformed("CarrierNum2", "belongs to physical cards, and only to them");
    }
  }

  /** The rows of section 4.1; anything else is refused, also the case U-07 asks about. */
  private static void checkMatrix(
      Fields fields, String company, boolean print, boolean donation, String carrier) {
    if (donation) {
      if (!company.isEmpty()) {
        throw fields.malformed("Donation", "is not possible with CustomerIdentifier");
      }
      if (print) {
        throw fields.malformed("Print", "must be 0 for a donation");
      }
      if (!carrier.isEmpty()) {
        throw fields.malformed("CarrierType", "must be empty for a donation");
      }
      return;
    }
    if (company.isEmpty()) {
      if (print != carrier.isEmpty()) {
        throw fields.malformed("Print", "must be 1 without a carrier and 0 with one");
      }
      return;
    }
    switch (carrier) {
      case "" -> {
        if (!print) {
          throw fields.malformed("Print", "must be 1 for a company without a carrier");
        }
      }
      case "1", "2" -> {
        if (print) {
          throw fields.malformed("Print", "must be 0 for a company with this carrier");
        }
      }
      case "3" -> {
        // A company with a mobile barcode may have paper or not.
      }
      default -> throw fields.malformed("CarrierType", "is not possible for a company");
    }
  }
}
