package ecpay.domain.invoice;

import ecpay.domain.rule.Violations;
import ecpay.domain.text.EcpayText;

/** Why an invoice is voided or annulled: 1 to 20 characters (R-INV-25). */
public record VoidReason(String value) {
  public VoidReason {
    Violations violations = new Violations();
    violations.require(
        !value.isBlank() && value.length() <= 20,
        "R-INV-25",
        "reason",
        "a reason has 1 to 20 characters");
    EcpayText.screen(violations, "reason", value);
    violations.throwIfAny();
  }
}
