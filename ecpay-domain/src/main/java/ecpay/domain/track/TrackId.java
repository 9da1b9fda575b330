package ecpay.domain.track;

import static ecpay.domain.rule.Violations.demand;

import java.util.regex.Pattern;

/**
 * ECPay's TrackID: its name of one track of one merchant (D-13).
 *
 * @param value 1 to 10 letters and digits
 */
public record TrackId(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9A-Za-z]{1,10}");

  public TrackId {
    demand(
        FORM.matcher(value).matches(), "R-INV-28", "", "a TrackID is 1 to 10 letters and digits");
  }

  @Override
  public String toString() {
    return value;
  }
}
