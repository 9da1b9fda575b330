package ecpay.domain.refund;

import ecpay.domain.rule.Violations;
import java.time.Instant;

/**
 * A person's word that money was paid back outside of ECPay's API; it is kept for the auditor.
 *
 * @param by who did it, 1 to 100 characters
 * @param at when
 * @param bankReference the transfer's number at the bank, 1 to 64 characters
 * @param note anything else, at most 200 characters
 */
public record PaidByHand(String by, Instant at, String bankReference, String note) {
  public PaidByHand {
    Violations violations = new Violations();
    violations.require(
        !by.isBlank() && by.length() <= 100,
        "R-CAP-09",
        "by",
        "name who paid it back, in 1 to 100 characters");
    violations.require(
        !bankReference.isBlank() && bankReference.length() <= 64,
        "R-CAP-09",
        "bankReference",
        "the bank's number of the transfer, in 1 to 64 characters");
    violations.require(
        note.length() <= 200, "R-CAP-09", "note", "a note has at most 200 characters");
    violations.throwIfAny();
  }

  /** Whether both tell of one transfer, which may be told twice. */
  public boolean isSameTransfer(PaidByHand other) {
    return by.equals(other.by) && bankReference.equals(other.bankReference);
  }
}
