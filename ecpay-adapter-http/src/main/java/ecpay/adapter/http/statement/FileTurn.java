package ecpay.adapter.http.statement;

import ecpay.adapter.http.transport.Transport;
import ecpay.domain.answer.Answer;
import ecpay.domain.reconciliation.StatementLines;
import ecpay.domain.reconciliation.StatementSource.Opening;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Whose turn it is: one file is fetched at a time, and none before ECPay gives this address the
 * next. Nobody waits here; who comes too soon is told when to come again.
 */
final class FileTurn {
  /** Where no pace is kept, a file is here soon. */
  private static final Duration SOON = Duration.ofSeconds(2);

  private final Transport transport;
  private final Duration whileFetching;
  private final Clock clock;
  private final Semaphore place = new Semaphore(1);

  FileTurn(Transport transport, Duration spacing, Clock clock) {
    this.transport = transport;
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
          .<Opening>map(Opening.Queued::new)
          .orElseGet(() -> new Opening.Asked(fetch.get()));
    } finally {
      place.release();
    }
  }
}
