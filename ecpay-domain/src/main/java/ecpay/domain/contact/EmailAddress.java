package ecpay.domain.contact;

import static ecpay.domain.rule.Violations.demand;

import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One email address, as ECPay accepts it (R-INV-13).
 *
 * @param value at most 80 characters, the shortest limit of ECPay's fields (CustomerEmail)
 */
public record EmailAddress(String value) {
  private static final Pattern FORM =
      Pattern.compile("[A-Za-z0-9._%+'-]{1,64}@(?:[A-Za-z0-9-]{1,63}\\.)+[A-Za-z]{2,63}");

  public EmailAddress {
    demand(value.length() <= 80, "R-INV-13", "", "an email address has at most 80 characters");
    demand(FORM.matcher(value).matches(), "R-INV-13", "", "not an email address like aa@bb.cc");
  }

  /** Several addresses as ECPay wants them in one field: separated by {@code ;}. */
  public static String join(Collection<EmailAddress> addresses) {
    return addresses.stream().map(EmailAddress::value).collect(Collectors.joining(";"));
  }

  /** Hidden except for its first letter and domain, for logs and pages. */
  public String masked() {
    return value.charAt(0) + "***" + value.substring(value.indexOf('@'));
  }

  @Override
  public String toString() {
    return masked();
  }
}
