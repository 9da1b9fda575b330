package ecpay.domain.order;

import static ecpay.domain.rule.Violations.demand;

import java.util.regex.Pattern;

/**
 * A company's unified business number: ECPay's CustomerIdentifier (R-INV-15).
 *
 * @param value 8 digits whose checksum divides by 5
 */
public record CompanyNumber(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9]{8}");
  private static final int[] WEIGHTS = {1, 2, 1, 2, 1, 2, 4, 1};

  public CompanyNumber {
    demand(
        FORM.matcher(value).matches() && checks(value),
        "R-INV-15",
        "",
        "not a company number: 8 digits with a valid checksum");
  }

  private static boolean checks(String digits) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      int product = (digits.charAt(i) - '0') * WEIGHTS[i];
      sum += product / 10 + product % 10;
    }
    boolean seventhIsSeven = digits.charAt(6) == '7';
    return sum % 5 == 0 || (seventhIsSeven && (sum + 1) % 5 == 0);
  }

  @Override
  public String toString() {
    return value;
  }
}
