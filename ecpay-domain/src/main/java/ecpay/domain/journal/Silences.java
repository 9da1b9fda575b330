package ecpay.domain.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * Port: the silences that ECPay has demanded by HTTP 403, for all nodes and over restarts. A lane
 * is the name of what must be silent, such as one merchant's calls to one service (R-TRN-05).
 */
public interface Silences {
  /** Nothing is shared: each node keeps its own silences, until it ends. */
  Silences UNSHARED =
      new Silences() {
        @Override
        public Optional<Instant> until(String lane) {
          return Optional.empty();
        }

        @Override
        public void keep(String lane, Instant until) {}
      };

  /** When the latest silence of the lane ends, or has ended; empty when there was none. */
  Optional<Instant> until(String lane);

  /** A silence of the lane begins; of several, the one that was kept last counts. */
  void keep(String lane, Instant until);
}
