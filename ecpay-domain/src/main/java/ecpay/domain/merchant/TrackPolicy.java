package ecpay.domain.merchant;

import static ecpay.domain.rule.Violations.demand;

/**
 * How a merchant's invoice numbers are looked after (R-INV-28).
 *
 * @param fetchAhead whether the platform itself adds and enables what the government has allotted
 * @param daysAhead how many days before a two-month term begins its numbers are made ready, 1 to 30
 * @param alarmBelow an alarm is raised when fewer numbers than this remain, 0 to 99,999,999
 */
public record TrackPolicy(boolean fetchAhead, int daysAhead, int alarmBelow) {
  public static final TrackPolicy DEFAULT = new TrackPolicy(true, 10, 500);

  public TrackPolicy {
    demand(daysAhead >= 1 && daysAhead <= 30, "R-INV-28", "daysAhead", "1 to 30 days");
    demand(alarmBelow >= 0 && alarmBelow <= 99_999_999, "R-INV-28", "alarmBelow", "0 to 99999999");
  }
}
