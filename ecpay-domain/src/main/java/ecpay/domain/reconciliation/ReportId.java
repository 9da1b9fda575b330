package ecpay.domain.reconciliation;

import static ecpay.domain.rule.Violations.demand;

import java.util.regex.Pattern;

/** Our id of a report: 1 to 40 letters and digits. */
public record ReportId(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{1,40}");

  public ReportId {
    demand(FORM.matcher(value).matches(), "U-03", "", "not the id of a report");
  }

  @Override
  public String toString() {
    return value;
  }
}
