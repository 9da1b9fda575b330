package ecpay.domain.allowance;

import static ecpay.domain.rule.Violations.demand;

import java.util.regex.Pattern;

/** Our id of an allowance: 1 to 40 letters and digits. */
public record AllowanceId(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{1,40}");

  public AllowanceId {
    demand(FORM.matcher(value).matches(), "R-ALW-27", "", "not an allowance id");
  }

  @Override
  public String toString() {
    return value;
  }
}
