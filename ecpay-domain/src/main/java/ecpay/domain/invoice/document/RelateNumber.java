package ecpay.domain.invoice.document;

import static ecpay.domain.rule.Violations.demand;

import java.util.regex.Pattern;

/**
 * The idempotency key of issuing: letters and digits, at most 30, unique ignoring case, so upper
 * case only (R-INV-02, D-18).
 */
public record RelateNumber(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Z0-9]{1,30}");

  public RelateNumber {
    demand(
        FORM.matcher(value).matches(),
        "R-INV-02",
        "",
        "a RelateNumber is 1 to 30 upper-case letters and digits");
  }

  @Override
  public String toString() {
    return value;
  }
}
