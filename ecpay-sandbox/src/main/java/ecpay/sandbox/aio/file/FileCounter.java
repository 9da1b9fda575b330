package ecpay.sandbox.aio.file;

import ecpay.sandbox.ledger.Switches;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** One file per minute and IP address, when a tester wants it so. */
final class FileCounter {
  private static final long SECONDS = 60;
  private static final int REMEMBERED = 10_000;

  private final Map<String, Instant> served =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Whether this address may have a file now; then it has had one. */
  boolean lets(String from, Instant now, Switches switches) {
    var last = served.get(from);
    if (switches.oneFilePerMinute() && last != null && now.isBefore(last.plusSeconds(SECONDS))) {
      return false;
    }
    served.put(from, now);
    return true;
  }
}
