package ecpay.domain.invoice;

import ecpay.domain.order.InvoiceTiming;
import ecpay.domain.rule.Violations;
import ecpay.domain.time.Taipei;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;

/** When a delayed invoice is issued, and until when it may be changed (R-INV-31 to R-INV-33). */
public final class DelayPolicy {
  private static final LocalTime LAST_CANCEL = LocalTime.of(10, 0);

  private DelayPolicy() {}

  /**
   * 10:00 Taipei on the day ECPay issues it; until then it may be cancelled (R-INV-32). The trigger
   * itself when it waits no days after that; empty while it waits for a trigger.
   */
  public static Optional<Instant> issueTime(Invoice.Scheduled invoice) {
    return switch (invoice.draft().delay().orElseThrow()) {
      case InvoiceTiming.AfterDays(int days) -> Optional.of(at(invoice.acceptedAt(), days));
      case InvoiceTiming.OnTrigger(int days) ->
          invoice.triggeredAt().map(from -> days == 0 ? from : at(from, days));
    };
  }

  /** From when on a person is told that ECPay has not issued it: a day after its time. */
  public static Instant late(Instant issueTime) {
    return issueTime.plus(Duration.ofDays(1));
  }

  /**
   * When it is clear that ECPay will not issue it any more. Not sooner than a week after its time:
   * one that finds no number at ECPay waits there until there is stock, and its parts must not be
   * invoiced twice (R-INV-34).
   */
  public static Instant lastLook(Instant issueTime) {
    return issueTime.plus(Duration.ofDays(7));
  }

  private static Instant at(Instant from, int days) {
    return Taipei.dateOf(from).plusDays(days).atTime(LAST_CANCEL).atZone(Taipei.ZONE).toInstant();
  }

  /**
   * Reports everything that stands in the way of a change.
   *
   * @throws ecpay.domain.rule.RuleViolationException R-INV-26, R-INV-32, R-INV-33
   */
  public static void demand(Invoice.Scheduled invoice, Change.OfScheduled change, Instant now) {
    Violations violations = new Violations();
    violations.require(
        invoice.pending().isEmpty(),
        "R-INV-26",
        "invoice",
        "another change of it is under way: wait for its end");
    switch (change) {
      case Change.Trigger() -> {
        violations.require(
            invoice.draft().delay().orElseThrow() instanceof InvoiceTiming.OnTrigger,
            "R-INV-33",
            "invoice",
            "it issues by itself and waits for no trigger");
        demandUntriggered(violations, invoice, "R-INV-33");
      }
      case Change.CancelDelay() ->
          violations.require(
              issueTime(invoice).map(last -> !now.isAfter(last)).orElse(true),
              "R-INV-32",
              "invoice",
              "on its issue day it can be cancelled until 10:00 only: void it once it is issued");
      case Change.Edit _ -> demandUntriggered(violations, invoice, "R-INV-32");
    }
    violations.throwIfAny();
  }

  private static void demandUntriggered(
      Violations violations, Invoice.Scheduled invoice, String rule) {
    violations.require(
        invoice.triggeredAt().isEmpty(), rule, "invoice", "it was triggered already");
  }
}
