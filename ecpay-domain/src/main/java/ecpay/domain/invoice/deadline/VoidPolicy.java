package ecpay.domain.invoice.deadline;

import ecpay.domain.invoice.Change;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.document.Bearer;
import ecpay.domain.rule.Violations;
import ecpay.domain.time.Taipei;
import java.time.Instant;

/** Whether an issued invoice may be voided, or annulled and re-issued (R-INV-22 to R-INV-26). */
public final class VoidPolicy {
  private VoidPolicy() {}

  /**
   * Reports everything that stands in the way.
   *
   * @param liveAllowances whether an allowance on it is issued, awaits consent or is in doubt
   * @throws ecpay.domain.rule.RuleViolationException R-INV-22, R-INV-23, R-INV-24, R-INV-26
   */
  public static void demand(
      Invoice.Issued invoice, Change.OfIssued change, boolean liveAllowances, Instant now) {
    Violations violations = new Violations();
    violations.require(
        VoidWindow.isOpen(Taipei.dateOf(invoice.facts().issuedAt()), now),
        "R-INV-22",
        "invoice",
        "its void window closed on the 13th: use an allowance instead");
    violations.require(
        !liveAllowances,
        "R-INV-23",
        "invoice",
        "it has allowances that are issued or await consent: take those back first");
    violations.require(
        invoice.document().delivery().donation().isEmpty(),
        "R-INV-24",
        "invoice",
        "it was donated, and a donated invoice cannot be voided");
    violations.require(
        invoice.pending().isEmpty(),
        "R-INV-26",
        "invoice",
        "another change of it is under way: wait for its end");
    if (change instanceof Change.Reissue reissue) {
      violations.require(
          invoice.reissuedAt().isEmpty(),
          "R-INV-26",
          "invoice",
          "it was re-issued before, which is allowed once");
      violations.require(
          !Bearer.of(reissue.document()).equals(Bearer.of(invoice.document())),
          "R-INV-27",
          "invoice",
          "nothing about it would change");
    }
    violations.throwIfAny();
  }
}
