package ecpay.domain.inmemory.statement;

import ecpay.domain.reconciliation.StatementSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

public final class InMemoryTurn implements StatementSource.Turn {
  private final Clock clock;
  private Optional<Instant> taken = Optional.empty();

  /**
   * @param clock of all nodes
   */
  public InMemoryTurn(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Optional<Duration> take(Duration spacing) {
    Instant now = clock.instant();
    Optional<Duration> left =
        taken
            .map(at -> Duration.between(now, at.plus(spacing)))
            .filter(wait -> wait.isPositive() && wait.compareTo(spacing.multipliedBy(2)) <= 0)
            .map(wait -> wait.compareTo(spacing) < 0 ? wait : spacing);
    if (left.isEmpty()) {
      taken = Optional.of(now);
    }
    return left;
  }

  /** As if the turn had been taken so much earlier. */
  public synchronized void pass(Duration time) {
    taken = taken.map(at -> at.minus(time));
  }
}
