package ecpay.domain.notification;

import static ecpay.domain.rule.Violations.demand;

import java.util.regex.Pattern;

/** Our id of a notification: 1 to 40 letters and digits. */
public record NotificationId(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{1,40}");

  public NotificationId {
    demand(FORM.matcher(value).matches(), "R-NOT-01", "", "not a notification id");
  }

  @Override
  public String toString() {
    return value;
  }
}
