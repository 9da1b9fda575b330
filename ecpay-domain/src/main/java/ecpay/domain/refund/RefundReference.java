package ecpay.domain.refund;

import static ecpay.domain.rule.Violations.demand;

import java.util.regex.Pattern;

/**
 * The merchant's own number of a refund within its order: the idempotency key of asking for one, 1
 * to 64 letters, digits and . _ : -
 */
public record RefundReference(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

  public RefundReference {
    demand(
        FORM.matcher(value).matches(),
        "R-CAP-13",
        "",
        "a reference is 1 to 64 letters, digits and . _ : -");
  }

  @Override
  public String toString() {
    return value;
  }
}
