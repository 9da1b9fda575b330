package ecpay.sandbox.invoice.content;

import ecpay.sandbox.field.Fields;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.field.Refusal;

/** The buyer's company id: eight digits with the divisible-by-5 checksum (invoice-b2c.md 4.4). */
public final class CompanyId {
  /** Malformed (errors.md section 4). */
  public static final int MALFORMED = 1200125;

  /** The checksum is wrong (errors.md section 4). */
  public static final int WRONG_CHECKSUM = 2027000;

  private static final int[] WEIGHTS = {1, 2, 1, 2, 1, 2, 4, 1};

  private CompanyId() {}

  /** The company id, or empty when the buyer is no company. */
  static String of(Fields fields) {
    var id = fields.text("CustomerIdentifier", 200);
    if (id.isEmpty()) {
      return id;
    }
    if (id.length() != 8 || !Formats.isDigits(id)) {
      throw new Refusal(MALFORMED, "Parameter Error. CustomerIdentifier must be 8 digits.");
    }
    if (!isSound(id)) {
      throw new Refusal(
          WRONG_CHECKSUM, "Parameter Error. CustomerIdentifier has a wrong checksum.");
    }
    return id;
  }

  /** Whether eight digits pass the checksum. */
  public static boolean isSound(String id) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      int product = (id.charAt(i) - '0') * WEIGHTS[i];
      sum += product / 10 + product % 10;
    }
    return sum % 5 == 0 || (id.charAt(6) == '7' && (sum + 1) % 5 == 0);
  }
}
