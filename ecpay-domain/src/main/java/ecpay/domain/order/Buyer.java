package ecpay.domain.order;

import ecpay.domain.contact.EmailAddress;
import ecpay.domain.contact.PhoneNumber;
import ecpay.domain.rule.Violations;
import ecpay.domain.text.EcpayText;
import java.util.Optional;

/**
 * Who buys: ECPay's ConsumerInfo, with an email or a phone (R-ORD-17).
 *
 * @param name 1 to 50 characters
 */
public record Buyer(String name, Optional<EmailAddress> email, Optional<PhoneNumber> phone) {
  public Buyer {
    Violations violations = new Violations();
    violations.require(
        !name.isBlank() && name.length() <= 50,
        "R-ORD-17",
        "name",
        "a buyer's name has 1 to 50 characters");
    violations.require(
        email.isPresent() || phone.isPresent(),
        "R-ORD-17",
        "email",
        "a buyer has an email or a phone");
    EcpayText.screen(violations, "name", name);
    violations.throwIfAny();
  }
}
