package ecpay.domain.allowance;

import static ecpay.domain.rule.Violations.demand;

import java.util.regex.Pattern;

/** ECPay's number of an allowance: 16 characters (R-ALW-30). */
public record AllowanceNumber(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{16}");

  public AllowanceNumber {
    demand(
        FORM.matcher(value).matches(),
        "R-ALW-30",
        "",
        "an allowance number has 16 letters and digits");
  }

  @Override
  public String toString() {
    return value;
  }
}
