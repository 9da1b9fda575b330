package ecpay.domain.inmemory.statement;

import ecpay.domain.reconciliation.StatementSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

public final class InMemoryTurn implements StatementSource.Turn {
  private Optional<Instant> taken = Optional.empty();

  @Override
  public synchronized Optional<Instant> take(Instant now, Duration spacing) {
    Instant latest = now.plus(spacing);
    Optional<Instant> free =
        taken
            .filter(at -> at.isAfter(now.minus(spacing)) && !at.isAfter(latest))
            .map(at -> at.plus(spacing))
            .map(at -> at.isBefore(latest) ? at : latest);
    if (free.isEmpty()) {
      taken = Optional.of(now);
    }
    return free;
  }
}
