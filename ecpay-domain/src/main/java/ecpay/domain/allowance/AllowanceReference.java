package ecpay.domain.allowance;

import static ecpay.domain.rule.Violations.demand;

import java.util.regex.Pattern;

/**
 * The merchant's own number of a return of goods: the idempotency key of an allowance, 1 to 64
 * letters, digits and . _ : -
 */
public record AllowanceReference(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

  public AllowanceReference {
    demand(
        FORM.matcher(value).matches(),
        "R-ALW-27",
        "",
        "a reference is 1 to 64 letters, digits and . _ : -");
  }

  @Override
  public String toString() {
    return value;
  }
}
