package ecpay.domain.reconciliation.usecase;

import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.FollowUps;
import ecpay.domain.identity.Identities;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.reconciliation.Period;
import ecpay.domain.reconciliation.Report;
import ecpay.domain.reconciliation.ReportId;
import ecpay.domain.reconciliation.Reports;
import ecpay.domain.reconciliation.StatementFile;
import ecpay.domain.rule.Violations;
import ecpay.domain.time.Taipei;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;

/** Asks for the comparison of a file with our books. Asking again refreshes the same report. */
public final class RequestReport {
  private final Transactions transactions;
  private final Reports reports;
  private final FollowUps followUps;
  private final Identities identities;
  private final Clock clock;

  public RequestReport(
      Transactions transactions,
      Reports reports,
      FollowUps followUps,
      Identities identities,
      Clock clock) {
    this.transactions = transactions;
    this.reports = reports;
    this.followUps = followUps;
    this.identities = identities;
    this.clock = clock;
  }

  /** The file is fetched from ECPay and compared, now and by itself. */
  public Report request(MerchantId merchant, StatementFile file, Period period) {
    return request(merchant, file, period, Instant.now(clock));
  }

  /** {@link #request(MerchantId, StatementFile, Period)}, but not before that time. */
  Report request(MerchantId merchant, StatementFile file, Period period, Instant due) {
    return transactions.inTransaction(() -> {
      Report report = requested(merchant, file, period);
      followUps.schedule(new FollowUp.ReadStatement(merchant, report.id()), due);
      return report;
    });
  }

  /** The report of a file that the caller has. */
  public Report ofOwnFile(MerchantId merchant, StatementFile file, Period period) {
    return transactions.inTransaction(() -> requested(merchant, file, period));
  }

  /** The caller's file turned out to be none. */
  public void ownFileBroke(MerchantId merchant, ReportId id, String reason) {
    transactions.run(() ->
        reports.save(reports.lock(merchant, id).orElseThrow().givenUp(reason, Instant.now(clock))));
  }

  private Report requested(MerchantId merchant, StatementFile file, Period period) {
    Instant now = Instant.now(clock);
    Violations.demand(
        !period.last().isAfter(Taipei.dateOf(now)), "U-03", "to", "a day that has begun in Taipei");
    Report report =
        reports.findOrAdd(
            Report.request(new ReportId(identities.nextId()), merchant, file, period, now));
    Report again = reports.lock(merchant, report.id()).orElseThrow().requestedAgain(now);
    reports.save(again);
    return again;
  }
}
