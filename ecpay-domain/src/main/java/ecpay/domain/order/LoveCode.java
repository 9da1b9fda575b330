package ecpay.domain.order;

import static ecpay.domain.rule.Violations.demand;

import java.util.regex.Pattern;

/**
 * The donation code of a charity (R-INV-07).
 *
 * @param value 3 to 7 digits, leading zeros count
 */
public record LoveCode(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9]{3,7}");

  public LoveCode {
    demand(FORM.matcher(value).matches(), "R-INV-07", "", "a LoveCode is 3 to 7 digits");
  }

  @Override
  public String toString() {
    return value;
  }
}
