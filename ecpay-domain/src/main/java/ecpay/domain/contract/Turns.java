package ecpay.domain.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The times of a contract after the first, and what the books hold of each. */
record Turns(Agreement agreement, List<Charge> charges) {
  /** How long after its time a charge is looked for. */
  static final Duration GRACE = Duration.ofDays(1);

  boolean isTried(int turn) {
    return charges.stream().anyMatch(charge -> charge.turn() == turn);
  }

  /** The first up to that one of which nothing is known; that one if there is none. */
  int firstOpen(int latest) {
    return IntStream.rangeClosed(1, latest)
        .filter(turn -> !isTried(turn))
        .findFirst()
        .orElse(latest);
  }

  boolean areAllTried() {
    return later().allMatch(this::isTried);
  }

  /** When the next of which not all is known is looked for, later than that. */
  Optional<Instant> lookAfter(Instant lookedAt) {
    return later()
        .filter(turn -> !isComplete(turn))
        .mapToObj(turn -> agreement.expected(turn).plus(GRACE))
        .filter(look -> look.isAfter(lookedAt))
        .findFirst();
  }

  /**
   * Whether a look of that time belongs to the end: up to the day after the first turn behind it
   * that was neither charged nor tried.
   */
  boolean isOfTheEnd(Instant look, Instant end) {
    int latest = charges.getLast().turn();
    return later()
        .filter(turn -> turn > latest)
        .mapToObj(agreement::expected)
        .filter(end::isBefore)
        .findFirst()
        .filter(next -> !look.isAfter(next.plus(GRACE)))
        .isPresent();
  }

  /** How many, up to the latest that was tried, brought no money. */
  int failuresInARow() {
    int paid = charges.stream().filter(Charge::isCharged).mapToInt(Charge::turn).max().orElse(0);
    return (int)
        charges.stream().mapToInt(Charge::turn).filter(turn -> turn > paid).distinct().count();
  }

  boolean haveOpenDetailsSince(Instant time) {
    return charges.stream()
        .anyMatch(charge -> !charge.isComplete() && charge.at().plus(GRACE).isAfter(time));
  }

  /** Those that should have come by then. */
  IntStream overdue(Instant at) {
    return later()
        .filter(turn -> !agreement.expected(turn).plus(GRACE).isAfter(at) && !isTried(turn));
  }

  /** When the next is to come. */
  Optional<Instant> next() {
    return later().filter(turn -> !isTried(turn)).mapToObj(agreement::expected).findFirst();
  }

  private boolean isComplete(int turn) {
    return isTried(turn)
        && charges.stream().filter(charge -> charge.turn() == turn).allMatch(Charge::isComplete);
  }

  private IntStream later() {
    return IntStream.range(1, agreement.terms().times());
  }
}
