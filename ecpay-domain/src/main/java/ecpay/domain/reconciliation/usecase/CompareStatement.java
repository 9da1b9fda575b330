package ecpay.domain.reconciliation.usecase;

import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.event.EventLog;
import ecpay.domain.identity.Identities;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.Orders;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.Payments;
import ecpay.domain.reconciliation.BrokenStatementException;
import ecpay.domain.reconciliation.Difference;
import ecpay.domain.reconciliation.DifferenceId;
import ecpay.domain.reconciliation.KeptDifference;
import ecpay.domain.reconciliation.Matching;
import ecpay.domain.reconciliation.Period;
import ecpay.domain.reconciliation.ReconciliationIncident;
import ecpay.domain.reconciliation.Report;
import ecpay.domain.reconciliation.ReportId;
import ecpay.domain.reconciliation.Reports;
import ecpay.domain.reconciliation.StatementBooks;
import ecpay.domain.reconciliation.StatementBooks.ToldRefunds;
import ecpay.domain.reconciliation.StatementBooks.UntoldRefund;
import ecpay.domain.reconciliation.StatementEntry;
import ecpay.domain.reconciliation.StatementLines;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Holds a statement file against our books, {@value #ROWS} rows at a time, so that a file of any
 * length needs the same memory; then looks for what our books have and no file tells, and for what
 * all lines of a payment tell together. Each part is a transaction of its own and can be repeated:
 * a reading that was killed begins anew.
 */
public final class CompareStatement {
  static final int ROWS = 500;

  private final Transactions transactions;
  private final Reports reports;
  private final StatementBooks books;
  private final ToldNumbers numbers;
  private final EventLog events;
  private final Identities identities;
  private final Clock clock;

  public CompareStatement(
      Transactions transactions,
      Reports reports,
      StatementBooks books,
      Orders orders,
      Payments payments,
      EventLog events,
      Identities identities,
      Clock clock) {
    this.transactions = transactions;
    this.reports = reports;
    this.books = books;
    this.numbers = new ToldNumbers(orders, payments);
    this.events = events;
    this.identities = identities;
    this.clock = clock;
  }

  /** What became of a reading. */
  public sealed interface Result {
    record Compared(Report report) implements Result {}

    /** Somebody else reads it, until then at the latest. */
    record Busy(Report report, Instant until) implements Result {}

    /**
     * The file has no line, and may have some later; nothing was compared.
     *
     * @param expected whether our books expect some
     */
    record NothingYet(Report report, boolean expected) implements Result {}
  }

  /**
   * Reads the file to its end.
   *
   * @param isOwn whether it is the caller's own file: it may be empty, or a part of ECPay's, so
   *     that what it leaves out stays in the books
   * @throws BrokenStatementException when it cannot be read; what was read so far stays entered
   */
  public Result compare(MerchantId merchant, ReportId id, StatementLines lines, boolean isOwn) {
    Report begun = transactions.inTransaction(() -> begin(merchant, id));
    Instant now = Instant.now(clock);
    if (begun.run() == 0 || !(begun.stage() instanceof Report.Stage.Reading)) {
      return busy(begun, now);
    }
    Report report = begun;
    for (List<StatementEntry> rows = lines.next(ROWS); !rows.isEmpty(); rows = lines.next(ROWS)) {
      List<StatementEntry> part = rows;
      Optional<Report> next = transactions.inTransaction(() -> enter(begun, part, isOwn));
      if (next.isEmpty()) {
        return busy(begun, Instant.now(clock));
      }
      report = next.get();
    }
    boolean isEmpty = report.sums().lines() == 0 && report.sums().unreadable() == 0;
    if (isEmpty && !isOwn && !report.isFilledAt(Instant.now(clock))) {
      return new Result.NothingYet(report, !unseen(report, Optional.empty()).isEmpty());
    }
    boolean isWhole = !isOwn && !isEmpty && report.sums().unreadable() == 0;
    return (!isWhole || removeUnseen(report)) && lookAtTheWhole(report)
        ? end(report)
        : busy(report, Instant.now(clock));
  }

  /**
   * What the file does not tell any more is looked for as missing; gives whether we are still the
   * one who reads it.
   */
  private boolean removeUnseen(Report read) {
    return transactions.inTransaction(() -> {
      Optional<Report> ours = ours(read);
      ours.ifPresent(books::removeUnseen);
      return ours.isPresent();
    });
  }

  private static Result busy(Report report, Instant now) {
    return new Result.Busy(report, report.isBusyAt(now).orElse(now));
  }

  /** The report as it is being read by us, or as it was when somebody else reads it. */
  private Report begin(MerchantId merchant, ReportId id) {
    Report report = reports.lock(merchant, id).orElseThrow();
    Instant now = Instant.now(clock);
    if (report.isBusyAt(now).isPresent()) {
      return new Report(
          report.id(),
          report.merchant(),
          report.file(),
          report.period(),
          report.stage(),
          0,
          report.sums());
    }
    Report reading = report.reading(now);
    reports.save(reading);
    return reading;
  }

  /** The report, if we are still the one who reads it. */
  private Optional<Report> ours(Report begun) {
    return reports
        .lock(begun.merchant(), begun.id())
        .filter(report ->
            report.run() == begun.run() && report.stage() instanceof Report.Stage.Reading);
  }

  private Optional<Report> enter(Report begun, List<StatementEntry> rows, boolean isOwn) {
    return ours(begun)
        .map(report -> {
          Instant now = Instant.now(clock);
          EnteredRows entered = new EnteredRows(report, !isOwn, books, numbers, now);
          List<Difference> found = entered.enter(rows);
          enterDifferences(report, found, now);
          Report read = report.read(rows, now);
          reports.save(read);
          return read;
        });
  }

  private void enterDifferences(Report report, List<Difference> found, Instant now) {
    List<DifferenceId> ids =
        Stream.generate(() -> new DifferenceId(identities.nextId())).limit(found.size()).toList();
    reports.enter(report, found, ids, now);
  }

  /** Whether we are still the one who reads it. */
  private boolean lookAtTheWhole(Report report) {
    Matching matching = new Matching(report.file());
    return this.<Payment.Paid>enterAll(
            report, last -> unseen(report, last), paid -> matching.missing(paid, report.period()))
        && this.<ToldRefunds>enterAll(
            report, last -> books.overtoldRefunds(report, last, ROWS), matching::overtold)
        && (!report.file().isOfSettlement()
            || this.<UntoldRefund>enterAll(
                report, last -> untold(report, last), matching::missing));
  }

  private <T> boolean enterAll(
      Report report, Function<Optional<T>, List<T>> pages, Function<T, Difference> difference) {
    List<T> page = pages.apply(Optional.empty());
    while (!page.isEmpty()) {
      List<Difference> found = page.stream().map(difference).toList();
      if (transactions.inTransaction(() -> enterMissing(report, found)).isEmpty()) {
        return false;
      }
      page = pages.apply(Optional.of(page.getLast()));
    }
    return true;
  }

  private Optional<Report> enterMissing(Report report, List<Difference> found) {
    Instant now = Instant.now(clock);
    Optional<Report> ours = ours(report);
    ours.ifPresent(mine -> {
      enterDifferences(mine, found, now);
      reports.save(mine.read(List.of(), now));
    });
    return ours;
  }

  private List<Payment.Paid> unseen(Report report, Optional<Payment.Paid> after) {
    Period due = report.due();
    return books.unseen(report.merchant(), report.file(), due.begin(), due.end(), after, ROWS);
  }

  private List<UntoldRefund> untold(Report report, Optional<UntoldRefund> after) {
    Period due = report.due();
    return books.untoldRefunds(
        report.merchant(), report.file(), due.begin(), due.end(), after, ROWS);
  }

  private Result end(Report read) {
    return transactions.inTransaction(() -> {
      Optional<Report> ours = ours(read);
      Instant now = Instant.now(clock);
      if (ours.isEmpty()) {
        return busy(read, now);
      }
      reports.settleUnseen(ours.get(), now);
      reports.settleArrived(read.merchant(), read.file(), now);
      Report compared = ours.get().compared(now);
      reports.save(compared);
      tell(compared, now);
      return new Result.Compared(compared);
    });
  }

  private void tell(Report report, Instant now) {
    Map<Reports.Count, Long> counts = reports.counts(report.merchant(), report.id());
    long open =
        counts.entrySet().stream()
            .filter(count -> count.getKey().state() == KeptDifference.State.OPEN)
            .mapToLong(Map.Entry::getValue)
            .sum();
    if (open > 0) {
      ReconciliationIncident incident = ReconciliationIncident.STATEMENT_DIFFERS;
      events.append(
          report.merchant(),
          Optional.empty(),
          now,
          new IncidentRaised(
              incident.name(),
              report.id().value(),
              "%s of %s, %d open: %s"
                  .formatted(report.file(), report.period(), open, incident.advice())));
    }
  }
}
