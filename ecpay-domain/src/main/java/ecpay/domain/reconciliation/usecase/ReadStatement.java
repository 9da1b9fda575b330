package ecpay.domain.reconciliation.usecase;

import ecpay.domain.answer.Answer;
import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.event.EventLog;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Progress;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.reconciliation.BrokenStatementException;
import ecpay.domain.reconciliation.ReconciliationIncident;
import ecpay.domain.reconciliation.Report;
import ecpay.domain.reconciliation.Reports;
import ecpay.domain.reconciliation.StatementLines;
import ecpay.domain.reconciliation.StatementSource;
import ecpay.domain.reconciliation.StatementSource.Opening;
import ecpay.domain.reconciliation.usecase.CompareStatement.Result;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Fetches the file of a report from ECPay and compares it. While ECPay has none it is asked every
 * hour, for three days; then a person is told. An empty one is believed three days after its period
 * only: it is asked for every hour while our books expect a line, else daily.
 */
public final class ReadStatement {
  private static final Duration NEXT_HOUR = Duration.ofHours(1);
  private static final Duration NEXT_DAY = Duration.ofDays(1);

  /** Nothing left this machine: the network may be back soon. */
  private static final Duration NEXT_MINUTES = Duration.ofMinutes(2);

  private final Transactions transactions;
  private final Merchants merchants;
  private final StatementSource source;
  private final CompareStatement compare;
  private final Reports reports;
  private final EventLog events;
  private final Clock clock;

  public ReadStatement(
      Transactions transactions,
      Merchants merchants,
      StatementSource source,
      CompareStatement compare,
      Reports reports,
      EventLog events,
      Clock clock) {
    this.transactions = transactions;
    this.merchants = merchants;
    this.source = source;
    this.compare = compare;
    this.reports = reports;
    this.events = events;
    this.clock = clock;
  }

  /** One run; the answer says when to come back, if at all. */
  public Progress proceed(FollowUp.ReadStatement followUp) {
    Report report = reports.find(followUp.merchant(), followUp.report()).orElseThrow();
    return switch (report.stage()) {
      case Report.Stage.Requested _ -> read(report);
      case Report.Stage.Reading reading when Instant.now(clock).isBefore(reading.until()) ->
          new Progress.WaitUntil(reading.until());
      case Report.Stage.Reading _ -> read(report);
      case Report.Stage.Compared _, Report.Stage.GivenUp _ -> Progress.DONE;
    };
  }

  /** Waiting for the turn is no trouble of this file, however long it takes. */
  private Progress read(Report report) {
    return switch (source.open(merchants.get(report.merchant()), report.file(), report.period())) {
      case Opening.Queued(Instant until) -> new Progress.WaitUntil(until);
      case Opening.Asked(Answer<StatementLines> answer) -> read(report, answer);
    };
  }

  private Progress read(Report report, Answer<StatementLines> answer) {
    return switch (answer) {
      case Answer.Accepted<StatementLines>(StatementLines lines) -> compare(report, lines);
      case Answer.Refused<StatementLines>(String code, String message) ->
          later(report, false, "refused: " + code + " " + message, NEXT_HOUR);
      case Answer.NotSent<StatementLines>(String reason) ->
          later(report, false, reason, NEXT_MINUTES);
      case Answer.Unknown<StatementLines>(String reason, boolean _) ->
          later(report, false, reason, NEXT_HOUR);
    };
  }

  private Progress compare(Report report, StatementLines lines) {
    try (lines) {
      return switch (compare.compare(report.merchant(), report.id(), lines, false)) {
        case Result.Compared _ -> Progress.DONE;
        case Result.Busy busy -> new Progress.WaitUntil(busy.until());
        case Result.NothingYet(Report empty, boolean expected) ->
            empty(empty, expected ? NEXT_HOUR : NEXT_DAY);
      };
    } catch (BrokenStatementException broken) {
      return later(report, true, String.valueOf(broken.getMessage()), NEXT_HOUR);
    }
  }

  private Progress empty(Report read, Duration pause) {
    return transactions.inTransaction(() -> {
      Instant now = Instant.now(clock);
      Report report = reports.lock(read.merchant(), read.id()).orElseThrow();
      if (!report.isReadBy(read.run())) {
        return new Progress.WaitUntil(now);
      }
      reports.save(report.empty(now));
      return new Progress.WaitUntil(now.plus(pause));
    });
  }

  /**
   * Unless somebody else has read it meanwhile, or does: then it is looked at afresh.
   *
   * @param isBegun whether we have begun to read it
   */
  private Progress later(Report seen, boolean isBegun, String reason, Duration pause) {
    return transactions.inTransaction(() -> {
      Instant now = Instant.now(clock);
      Report known = reports.lock(seen.merchant(), seen.id()).orElseThrow();
      if (!(isBegun ? known.isReadFrom(seen) : known.equals(seen))) {
        return new Progress.WaitUntil(now);
      }
      Report report = known.troubled(reason, now);
      reports.save(report);
      if (report.stage() instanceof Report.Stage.GivenUp) {
        tell(report, reason, now);
        return Progress.DONE;
      }
      return new Progress.WaitUntil(now.plus(pause));
    });
  }

  private void tell(Report report, String reason, Instant now) {
    ReconciliationIncident incident = ReconciliationIncident.STATEMENT_MISSING;
    events.append(
        report.merchant(),
        Optional.empty(),
        now,
        new IncidentRaised(
            incident.name(),
            report.id().value(),
            "%s of %s: %s; %s"
                .formatted(report.file(), report.period(), reason, incident.advice())));
  }
}
