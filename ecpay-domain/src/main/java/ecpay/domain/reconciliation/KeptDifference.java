package ecpay.domain.reconciliation;

import java.time.Instant;
import java.util.Optional;

/**
 * A difference in its report.
 *
 * @param run the run of the report that saw it last
 * @param note what a person found; empty for what was done by itself
 * @param endedAt when it was applied or turned out to be settled
 */
public record KeptDifference(
    DifferenceId id,
    ReportId report,
    Difference difference,
    int run,
    State state,
    String note,
    Instant foundAt,
    Optional<Instant> endedAt) {

  /** What has become of it. */
  public enum State {
    OPEN,
    /** Its action was done for the amounts and the status that were shown. */
    APPLIED,
    /** A later reading no longer shows it. */
    SETTLED
  }

  /** Its action was done. */
  public KeptDifference applied(String found, Instant now) {
    return ended(State.APPLIED, found, now);
  }

  /** It is gone by itself. */
  public KeptDifference settled(Instant now) {
    return ended(State.SETTLED, note, now);
  }

  private KeptDifference ended(State end, String found, Instant now) {
    return new KeptDifference(id, report, difference, run, end, found, foundAt, Optional.of(now));
  }
}
