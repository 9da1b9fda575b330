package ecpay.domain.reconciliation.usecase;

import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Progress;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.merchant.Merchants;
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
 * Each morning, asks for the comparison of yesterday, and of those of the last 31 days that are not
 * compared although there were reports before them: we were down, or somebody asked for a later day
 * only. Merchants begin one after another: ECPay gives one file per minute and address, whoever it
 * is for.
 */
public final class ReconcileDay {
  private static final int MOST_DAYS = 31;

  /** One file per minute and address. */
  private static final Duration APART = Duration.ofSeconds(75);

  /** So many files in four hours; who comes after that begins with the first. */
  private static final long PLACES = Duration.ofHours(4).dividedBy(APART);

  private final RequestReport request;
  private final Reports reports;
  private final ReconciliationPolicy policy;
  private final Merchants merchants;
  private final Clock clock;

  public ReconcileDay(
      RequestReport request,
      Reports reports,
      ReconciliationPolicy policy,
      Merchants merchants,
      Clock clock) {
    this.request = request;
    this.reports = reports;
    this.policy = policy;
    this.merchants = merchants;
    this.clock = clock;
  }

  /** One run; comes back the next morning. */
  public Progress proceed(FollowUp.ReconcileDay followUp) {
    if (!policy.isOn()) {
      return Progress.DONE;
    }
    Instant now = Instant.now(clock);
    LocalDate today = Taipei.dateOf(now);
    Duration turn = turn(followUp.merchant());
    Instant morning = policy.morningOf(today).plus(turn);
    if (now.isBefore(morning)) {
      return new Progress.WaitUntil(morning);
    }
    Duration pause = Duration.ZERO;
    for (StatementFile file : StatementFile.values()) {
      if (policy.files().contains(file)) {
        Instant readable = policy.readableOn(today, file).plus(turn);
        Instant start = readable.isAfter(now) ? readable : now;
        pause = request(followUp.merchant(), file, today, start, pause);
      }
    }
    return new Progress.WaitUntil(policy.morningOf(today.plusDays(1)).plus(turn));
  }

  /** How long a merchant lets those go first who stand before it in the settings. */
  private Duration turn(MerchantId merchant) {
    long before = merchants.all().stream().takeWhile(other -> !other.id().equals(merchant)).count();
    return APART.multipliedBy(before * policy.files().size() % PLACES);
  }

  private Duration request(
      MerchantId merchant, StatementFile file, LocalDate today, Instant start, Duration before) {
    Duration pause = before;
    LocalDate yesterday = today.minusDays(1);
    LocalDate first = today.minusDays(MOST_DAYS);
    for (LocalDate day : reports.open(merchant, file, first, yesterday)) {
      request.request(merchant, file, Period.of(day), start.plus(pause));
      pause = pause.plus(APART);
    }
    return pause;
  }
}
