package ecpay.domain.reconciliation;

import ecpay.domain.rule.Violations;
import ecpay.domain.time.Taipei;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The days that a statement file is about, both ends included.
 *
 * @param first Taipei day
 * @param last Taipei day, at most one month after the first (QueryTradeMedia)
 */
public record Period(LocalDate first, LocalDate last) {
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(9000, 1, 1);

  public Period {
    Violations violations = new Violations();
    if (violations.require(
        !first.isBefore(EARLIEST) && first.isBefore(LATEST),
        "U-03",
        "from",
        "a day like 2026-11-21")) {
      violations.require(
          !last.isBefore(first) && !last.isAfter(first.plusMonths(1)),
          "U-03",
          "to",
          "the last day is the first or up to one month later");
    }
    violations.throwIfAny();
  }

  public static Period of(LocalDate day) {
    return new Period(day, day);
  }

  /** The same span some days earlier. */
  public Period earlier(int days) {
    return new Period(first.minusDays(days), last.minusDays(days));
  }

  /** The first instant of it. */
  public Instant begin() {
    return first.atStartOfDay(Taipei.ZONE).toInstant();
  }

  /** The first instant after it. */
  public Instant end() {
    return last.plusDays(1).atStartOfDay(Taipei.ZONE).toInstant();
  }

  @Override
  public String toString() {
    return first.equals(last) ? first.toString() : first + " to " + last;
  }
}
