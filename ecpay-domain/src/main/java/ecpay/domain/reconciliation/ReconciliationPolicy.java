package ecpay.domain.reconciliation;

import ecpay.domain.time.Taipei;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;

/**
 * Which files are compared each morning, and when.
 *
 * @param files none to compare only on request; ECPay gives files to registered addresses only
 * @param hour Taipei time at which yesterday is asked for
 */
public record ReconciliationPolicy(Set<StatementFile> files, LocalTime hour) {
  public static final LocalTime USUAL_HOUR = LocalTime.of(10, 0);

  /** Only on request. */
  public static final ReconciliationPolicy OFF = new ReconciliationPolicy(Set.of(), USUAL_HOUR);

  /** The bank's data are there from 14:00 on. */
  private static final LocalTime BANK_HOUR = LocalTime.of(14, 10);

  public ReconciliationPolicy {
    files = Set.copyOf(files);
  }

  public boolean isOn() {
    return !files.isEmpty();
  }

  /** The morning of that day. */
  public Instant morningOf(LocalDate day) {
    return day.atTime(hour).atZone(Taipei.ZONE).toInstant();
  }

  /** When a file may be there on that day: the bank's not before the afternoon. */
  public Instant readableOn(LocalDate day, StatementFile file) {
    Instant morning = morningOf(day);
    Instant bank = day.atTime(BANK_HOUR).atZone(Taipei.ZONE).toInstant();
    return file == StatementFile.FundingReconDetail && bank.isAfter(morning) ? bank : morning;
  }
}
