package ecpay.domain.reconciliation.usecase;

import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Progress;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.reconciliation.Period;
import ecpay.domain.reconciliation.ReconciliationPolicy;
import ecpay.domain.reconciliation.Reports;
import ecpay.domain.reconciliation.StatementFile;
import ecpay.domain.time.Taipei;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Each morning, asks for the comparison of yesterday, and of the days since the last report when
 * nobody asked meanwhile.
 */
public final class ReconcileDay {
  private static final int MOST_DAYS = 31;

  /** One file per minute and address. */
  private static final Duration APART = Duration.ofSeconds(75);

  private final RequestReport request;
  private final Reports reports;
  private final ReconciliationPolicy policy;
  private final Clock clock;

  public ReconcileDay(
      RequestReport request, Reports reports, ReconciliationPolicy policy, Clock clock) {
    this.request = request;
    this.reports = reports;
    this.policy = policy;
    this.clock = clock;
  }

  /** One run; comes back the next morning. */
  public Progress proceed(FollowUp.ReconcileDay followUp) {
    if (!policy.isOn()) {
      return Progress.DONE;
    }
    Instant now = Instant.now(clock);
    LocalDate today = Taipei.dateOf(now);
    if (now.isBefore(policy.morningOf(today))) {
      return new Progress.WaitUntil(policy.morningOf(today));
    }
    Duration pause = Duration.ZERO;
    for (StatementFile file : StatementFile.values()) {
      if (policy.files().contains(file)) {
        pause = request(followUp.merchant(), file, today, now, pause);
      }
    }
    return new Progress.WaitUntil(policy.morningOf(today.plusDays(1)));
  }

  private Duration request(
      MerchantId merchant, StatementFile file, LocalDate today, Instant now, Duration before) {
    Duration pause = before;
    LocalDate yesterday = today.minusDays(1);
    LocalDate next =
        reports
            .lastDay(merchant, file, yesterday)
            .map(last -> last.plusDays(1))
            .filter(day -> day.isAfter(yesterday.minusDays(MOST_DAYS)))
            .orElse(yesterday);
    Instant readable = policy.readableOn(today, file);
    Instant start = readable.isAfter(now) ? readable : now;
    for (LocalDate day = next; !day.isAfter(yesterday); day = day.plusDays(1)) {
      request.request(merchant, file, Period.of(day), start.plus(pause));
      pause = pause.plus(APART);
    }
    return pause;
  }
}
