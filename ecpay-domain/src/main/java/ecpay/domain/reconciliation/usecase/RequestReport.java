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

  /**
   * The report of a file that the caller has and that could be opened. It stays as it is until
   * reading begins.
   */
  public Report ofOwnFile(MerchantId merchant, StatementFile file, Period period) {
    return transactions.inTransaction(() -> known(merchant, file, period));
  }

  /**
   * The caller's file broke off. The report is again what it was, so that a wrong file neither ends
   * the comparison of a day nor undoes it.
   *
   * @param before as {@link #ofOwnFile} gave it
   */
  public void ownFileBroke(Report before) {
    transactions.run(() ->
        reports
            .lock(before.merchant(), before.id())
            .filter(report -> report.isReadFrom(before))
            .ifPresent(report -> reports.save(report.backTo(before))));
  }

  private Report requested(MerchantId merchant, StatementFile file, Period period) {
    Report again = known(merchant, file, period).requestedAgain(Instant.now(clock));
    reports.save(again);
    return again;
  }

  /** The report, held until the transaction ends. */
  private Report known(MerchantId merchant, StatementFile file, Period period) {
    Instant now = Instant.now(clock);
    Violations.demand(
        !period.last().isAfter(Taipei.dateOf(now)), "U-03", "to", "a day that has begun in Taipei");
    Report report =
        reports.findOrAdd(
            Report.request(new ReportId(identities.nextId()), merchant, file, period, now));
    return reports.lock(merchant, report.id()).orElseThrow();
  }
}
