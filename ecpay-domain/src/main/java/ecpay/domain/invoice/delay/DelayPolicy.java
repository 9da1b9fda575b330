package ecpay.domain.invoice.delay;

import ecpay.domain.invoice.Change;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.order.InvoiceTiming;
import ecpay.domain.rule.Violations;
import ecpay.domain.time.Taipei;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;

/** When a delayed invoice is issued, and until when it may be changed (R-INV-31 to R-INV-33). */
public final class DelayPolicy {
  private static final Duration LATE_AFTER = Duration.ofDays(1);
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

  /** Whether its time has not passed; true for one that waits for a trigger. */
  public static boolean isBeforeIssue(Invoice.Scheduled invoice, Instant now) {
    return issueTime(invoice).map(due -> !now.isAfter(due)).orElse(true);
  }

  /** Whether ECPay should have issued it a day ago, which is told to a person. */
  public static boolean isLate(Invoice.Scheduled invoice, Instant now) {
    return issueTime(invoice).map(due -> !now.isBefore(due.plus(LATE_AFTER))).orElse(false);
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
              mayBeCancelled(invoice, now),
              "R-INV-32",
              "invoice",
              "it can be cancelled before it is triggered and until 10:00 of its issue day only:"
                  + " void it once it is issued");
      case Change.Edit _ -> {
        demandUntriggered(violations, invoice, "R-INV-32");
        violations.require(
            isBeforeIssue(invoice, now),
            "R-INV-32",
            "invoice",
            "it can be edited until it is issued only: re-issue it then");
      }
    }
    violations.throwIfAny();
  }

  /**
   * Only before it is triggered and issued. One that is late is held to neither: cancelling it is
   * the only way to learn that ECPay will not issue it any more (R-INV-34).
   */
  private static boolean mayBeCancelled(Invoice.Scheduled invoice, Instant now) {
    return isLate(invoice, now) || (invoice.triggeredAt().isEmpty() && isBeforeIssue(invoice, now));
  }

  private static void demandUntriggered(
      Violations violations, Invoice.Scheduled invoice, String rule) {
    violations.require(
        invoice.triggeredAt().isEmpty(), rule, "invoice", "it was triggered already");
  }
}
