package ecpay.domain.allowance;

import ecpay.domain.rule.Violations;
import ecpay.domain.text.EcpayText;

/** Why an allowance is cancelled or voided: 1 to 20 characters (R-ALW-26). */
public record Reason(String value) {
  public Reason {
    Violations violations = new Violations();
    violations.require(
        !value.isBlank() && value.length() <= 20,
        "R-ALW-26",
        "reason",
        "a reason has 1 to 20 characters");
    EcpayText.screen(violations, "reason", value);
    violations.throwIfAny();
  }
}
