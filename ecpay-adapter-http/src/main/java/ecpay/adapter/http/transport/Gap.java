package ecpay.adapter.http.transport;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** At least so long from one call to the next, on our clock. */
final class Gap {
  private final Duration length;
  private Optional<Instant> last = Optional.empty();

  Gap(Duration length) {
    this.length = length;
  }

  /** When the next call may leave; empty for now. A clock that was put back holds nothing up. */
  synchronized Optional<Instant> freeAt(Instant now) {
    return last.filter(before -> !now.isBefore(before))
        .map(before -> before.plus(length))
        .filter(now::isBefore);
  }

  /** {@link #freeAt}; if it is now, the gap begins anew. */
  synchronized Optional<Instant> take(Instant now) {
    Optional<Instant> free = freeAt(now);
    if (free.isEmpty()) {
      last = Optional.of(now);
    }
    return free;
  }
}
