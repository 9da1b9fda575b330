package ecpay.app.web.console.refund;

import ecpay.domain.refund.PaidByHand;
import ecpay.domain.rule.Violations;
import ecpay.domain.time.Taipei;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;

/**
 * What a person types about a bank transfer of theirs.
 *
 * @param at when, such as {@code 2026-11-21T12:00}, Taipei; empty for now
 */
public record TransferForm(String by, String at, String bankReference, String note) {
  static final TransferForm EMPTY = new TransferForm("", "", "", "");

  static TransferForm of(Map<String, String> form) {
    return new TransferForm(
        form.getOrDefault("by", "").strip(),
        form.getOrDefault("paidAt", "").strip(),
        form.getOrDefault("bankReference", "").strip(),
        form.getOrDefault("note", "").strip());
  }

  /**
   * @throws ecpay.domain.rule.RuleViolationException R-CAP-09 for what is missing or wrong
   */
  PaidByHand read(Instant now) {
    Instant paid = at.isEmpty() ? now : time();
    Violations.demand(
        !paid.isAfter(now), "R-CAP-09", "paidAt", "what is still to be paid is not paid");
    return new PaidByHand(by, paid, bankReference, note);
  }

  private Instant time() {
    try {
      return LocalDateTime.parse(at).atZone(Taipei.ZONE).toInstant();
    } catch (DateTimeParseException noTime) {
      Violations.demand(false, "R-CAP-09", "paidAt", "a time such as 2026-11-21T12:00, Taipei");
      throw noTime;
    }
  }
}
