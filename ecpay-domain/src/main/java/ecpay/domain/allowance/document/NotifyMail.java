package ecpay.domain.allowance.document;

import ecpay.domain.contact.EmailAddress;
import ecpay.domain.rule.Violations;
import java.util.List;

/**
 * Where the consent mail goes (R-ALW-16, D-40).
 *
 * @param addresses at least one; joined with {@code ;} at most 100 characters
 */
public record NotifyMail(List<EmailAddress> addresses) {
  public NotifyMail {
    addresses = List.copyOf(addresses);
    Violations violations = new Violations();
    violations.require(
        !addresses.isEmpty(), "R-ALW-16", "", "an online allowance needs an email address");
    violations.require(
        EmailAddress.join(addresses).length() <= 100,
        "R-ALW-16",
        "",
        "the addresses have at most 100 characters together");
    violations.throwIfAny();
  }

  /** As ECPay wants it: separated by {@code ;}. */
  public String joined() {
    return EmailAddress.join(addresses);
  }
}
