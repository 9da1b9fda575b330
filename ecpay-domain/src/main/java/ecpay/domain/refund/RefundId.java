package ecpay.domain.refund;

import static ecpay.domain.rule.Violations.demand;

import java.util.regex.Pattern;

/** Our id of a refund. */
public record RefundId(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{1,40}");

  public RefundId {
    demand(FORM.matcher(value).matches(), "R-CAP-13", "", "not a refund id");
  }

  @Override
  public String toString() {
    return value;
  }
}
