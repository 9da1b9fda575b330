package ecpay.domain.contact;

import static ecpay.domain.rule.Violations.demand;

import java.util.regex.Pattern;

/**
 * A telephone number (R-INV-13, R-NOT-03).
 *
 * @param value 1 to 20 digits, such as {@code 0912345678}
 */
public record PhoneNumber(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9]{1,20}");

  public PhoneNumber {
    demand(FORM.matcher(value).matches(), "R-INV-13", "", "a phone number is 1 to 20 digits");
  }

  /** Hidden except for its last three digits, for logs and pages. */
  public String masked() {
    return "***" + value.substring(Math.max(0, value.length() - 3));
  }

  @Override
  public String toString() {
    return masked();
  }
}
