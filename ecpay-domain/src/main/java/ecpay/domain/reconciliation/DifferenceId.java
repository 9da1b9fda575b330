package ecpay.domain.reconciliation;

import static ecpay.domain.rule.Violations.demand;

import java.util.regex.Pattern;

/** Our id of a difference: 1 to 40 letters and digits. */
public record DifferenceId(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{1,40}");

  public DifferenceId {
    demand(FORM.matcher(value).matches(), "U-03", "", "not the id of a difference");
  }

  @Override
  public String toString() {
    return value;
  }
}
