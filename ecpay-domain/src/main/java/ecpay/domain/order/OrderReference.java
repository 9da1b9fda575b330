package ecpay.domain.order;

import static ecpay.domain.rule.Violations.demand;

import java.util.regex.Pattern;

/**
 * The merchant's own number of an order: the idempotency key of placing it. One reference is one
 * order, however often it is sent.
 *
 * @param value 1 to 64 letters, digits and {@code . _ : -}
 */
public record OrderReference(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

  public OrderReference {
    demand(
        FORM.matcher(value).matches(),
        "R-ORD-02",
        "",
        "a reference is 1 to 64 letters, digits and . _ : -");
  }

  @Override
  public String toString() {
    return value;
  }
}
