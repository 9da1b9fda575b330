package ecpay.adapter.http.statement;

import ecpay.adapter.http.transport.Transport;
import ecpay.domain.answer.Answer;
import ecpay.domain.reconciliation.StatementLines;
import ecpay.domain.reconciliation.StatementSource.Opening;
import ecpay.domain.reconciliation.StatementSource.Turn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Whose turn it is: one file is fetched at a time, and none before ECPay gives this address the
 * next, to whichever node. Nobody waits here; who comes too soon is told when to come again.
 */
final class FileTurn {
  /** Where no pace is kept, a file is here soon. */
  private static final Duration SOON = Duration.ofSeconds(2);

  private final Transport transport;
  private final Turn amongNodes;
  private final Duration spacing;
  private final Duration whileFetching;
  private final Clock clock;
  private final Semaphore place = new Semaphore(1);

  FileTurn(Transport transport, Turn amongNodes, Duration spacing, Clock clock) {
    this.transport = transport;
    this.amongNodes = amongNodes;
    this.spacing = spacing;
    this.whileFetching = spacing.compareTo(SOON) > 0 ? spacing : SOON;
    this.clock = clock;
  }

  Opening take(Supplier<Answer<StatementLines>> fetch) {
    if (!place.tryAcquire()) {
      return new Opening.Queued(Instant.now(clock).plus(whileFetching));
    }
    try {
      return transport
          .filesFreeAt()
          .or(this::freeAmongNodesAt)
          .<Opening>map(Opening.Queued::new)
          .orElseGet(() -> new Opening.Asked(fetch.get()));
    } finally {
      place.release();
    }
  }

  /** Asked last, so that what holds up this node alone costs the others no turn. */
  private Optional<Instant> freeAmongNodesAt() {
    return spacing.isZero()
        ? Optional.empty()
        : amongNodes.take(spacing).map(Instant.now(clock)::plus);
  }
}
