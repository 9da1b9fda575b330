package ecpay.domain.order;

import static ecpay.domain.rule.Violations.demand;

import java.util.regex.Pattern;

/** Our id of an order: 1 to 40 letters and digits. */
public record OrderId(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{1,40}");

  public OrderId {
    demand(FORM.matcher(value).matches(), "R-ORD-02", "", "not an order id");
  }

  @Override
  public String toString() {
    return value;
  }
}
