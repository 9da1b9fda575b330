package ecpay.domain.order;

import ecpay.domain.rule.Violations;
import ecpay.domain.text.EcpayText;

/**
 * A company that buys.
 *
 * @param name 1 to 60 characters; with a company number the invoice bears it (R-INV-09)
 */
public record Company(CompanyNumber number, String name) {
  public Company {
    Violations violations = new Violations();
    violations.require(
        !name.isBlank() && name.length() <= 60,
        "R-INV-09",
        "name",
        "a company's name has 1 to 60 characters");
    EcpayText.screen(violations, "name", name);
    violations.throwIfAny();
  }
}
