package ecpay.domain.reconciliation.usecase;

import ecpay.domain.event.DomainEvent.DifferenceApplied;
import ecpay.domain.event.EventLog;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.FollowUps;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.reconciliation.Difference;
import ecpay.domain.reconciliation.DifferenceId;
import ecpay.domain.reconciliation.KeptDifference;
import ecpay.domain.reconciliation.Report;
import ecpay.domain.reconciliation.Reports;
import ecpay.domain.reconciliation.StatementBooks;
import ecpay.domain.rule.Violations;
import ecpay.domain.transaction.Transactions;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Does what a difference suggests, once. Where only a person can do it, the person notes what was
 * found and done, and that is kept.
 */
public final class ApplyDifference {
  private static final int LONGEST_NOTE = 200;

  private final Transactions transactions;
  private final Reports reports;
  private final StatementBooks books;
  private final EventLog events;
  private final FollowUps followUps;
  private final Clock clock;

  public ApplyDifference(
      Transactions transactions,
      Reports reports,
      StatementBooks books,
      EventLog events,
      FollowUps followUps,
      Clock clock) {
    this.transactions = transactions;
    this.reports = reports;
    this.books = books;
    this.events = events;
    this.followUps = followUps;
    this.clock = clock;
  }

  /** What became of it. */
  public sealed interface Result {
    record Applied(KeptDifference difference) implements Result {}

    /** It was applied or settled before; nothing was done now. */
    record Ended(KeptDifference difference) implements Result {}

    /** No later file has told of it yet; it stays open. */
    record NotYet(KeptDifference difference) implements Result {}

    /** The file says something else by now; it stays open, to be looked at anew. */
    record Changed(KeptDifference difference) implements Result {}

    record NoSuch() implements Result {}
  }

  /**
   * Applies it.
   *
   * @param note what a person found and did, at most 200 characters; needed where only a person can
   *     do it
   * @param shown what the file said when the person decided, TWD; empty when that was not sent
   *     along, and whatever it says now is meant
   */
  public Result apply(
      MerchantId merchant, DifferenceId id, String note, Optional<BigDecimal> shown) {
    Violations.demand(
        note.length() <= LONGEST_NOTE, "U-03", "note", "a note has at most 200 characters");
    return transactions.inTransaction(() ->
        reports
            .findDifference(merchant, id)
            .flatMap(seen -> reports.lock(merchant, seen.report()))
            .<Result>map(report ->
                apply(
                    report,
                    reports.findDifference(merchant, id).orElseThrow(),
                    note.strip(),
                    shown))
            .orElseGet(Result.NoSuch::new));
  }

  private Result apply(
      Report report, KeptDifference kept, String note, Optional<BigDecimal> shown) {
    if (kept.state() != KeptDifference.State.OPEN) {
      return new Result.Ended(kept);
    }
    Difference difference = kept.difference();
    if (shown.isPresent() && !isSame(shown, difference.thereTwd())) {
      return new Result.Changed(kept);
    }
    Violations.demand(
        !difference.action().isByHand() || !note.isEmpty(),
        "U-03",
        "note",
        "say what you found and did, for those who come after you");
    Instant now = Instant.now(clock);
    if (!act(report, difference, now)) {
      return difference.action() == Difference.Action.BOOK_FEE
          ? new Result.Changed(kept)
          : new Result.NotYet(kept);
    }
    KeptDifference applied = kept.applied(note, now);
    reports.save(report.merchant(), applied);
    events.append(
        report.merchant(),
        difference.about().order(),
        now,
        new DifferenceApplied(
            kept.id(),
            difference.kind().name(),
            difference.action().name(),
            difference.hereTwd(),
            difference.thereTwd(),
            note));
    return new Result.Applied(applied);
  }

  private static boolean isSame(Optional<BigDecimal> shown, Optional<BigDecimal> there) {
    return shown.flatMap(seen -> there.filter(now -> now.compareTo(seen) == 0)).isPresent();
  }

  /** Whether it could be done. */
  private boolean act(Report report, Difference difference, Instant now) {
    return switch (difference.action()) {
      case ASK_ECPAY -> {
        difference
            .about()
            .payment()
            .ifPresent(payment ->
                followUps.schedule(new FollowUp.SettlePayment(report.merchant(), payment), now));
        yield true;
      }
      case BOOK_FEE -> {
        BigDecimal billed = difference.thereTwd().orElseThrow();
        yield books.bookFee(
            report.merchant(), report.file(), difference.about().line(), billed, now);
      }
      case LOOK_AT_ECPAY, REFUND_SECOND_PAYMENT -> true;
      case WAIT_FOR_NEXT_FILE -> hasArrived(report, difference);
    };
  }

  private boolean hasArrived(Report report, Difference difference) {
    return difference
        .about()
        .payment()
        .filter(payment -> books.hasArrived(report.merchant(), report.file(), payment))
        .isPresent();
  }
}
