package ecpay.sandbox.ledger.period;

import java.time.LocalDateTime;

/**
 * How often a contract charges (R-ORD-15).
 *
 * @param amount whole TWD of each charge
 * @param frequency every so many days, months or years
 * @param execTimes how many charges in all, the first one counted
 * @param returnUrl where the second and later charges are told (CB-03, CB-07), may be empty
 */
public record PeriodTerms(
    long amount, PeriodType type, int frequency, int execTimes, String returnUrl) {
  /** The moment of a charge; number 0 is the first. Counted from the first, so months stay put. */
  LocalDateTime moment(LocalDateTime first, int number) {
    var step = (long) frequency * number;
    return switch (type) {
      case D -> first.plusDays(step);
      case M -> first.plusMonths(step);
      case Y -> first.plusYears(step);
    };
  }
}
