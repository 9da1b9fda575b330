package ecpay.adapter.http.transport;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * ECPay's own time, as an answer tells it: RpHeader.Timestamp of an envelope, or else the header
 * Date. Not the Date of this very machine, which may stand in for an ECPay that lives at another
 * time.
 */
final class TheirTime {
  private static final String HEADER = "\"RpHeader\"";
  private static final int LONGEST_HEADER = 200;
  private static final Pattern TIMESTAMP =
      Pattern.compile("\"RpHeader\"\\s*:\\s*\\{[^{}]*?\"Timestamp\"\\s*:\\s*\"?([0-9]{9,11})\\b");
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private TheirTime() {}

  static Optional<Instant> of(URI uri, HttpHeaders headers, String body) {
    return stamp(body)
        .or(() -> THIS_MACHINE.contains(uri.getHost()) ? Optional.empty() : date(headers));
  }

  /** In the text as it came: an envelope that cannot be opened tells the time as well. */
  private static Optional<Instant> stamp(String body) {
    int at = body.indexOf(HEADER);
    if (at < 0) {
      return Optional.empty();
    }
    Matcher matcher =
        TIMESTAMP.matcher(body.substring(at, Math.min(body.length(), at + LONGEST_HEADER)));
    return matcher.lookingAt()
        ? Optional.of(Instant.ofEpochSecond(Long.parseLong(matcher.group(1))))
        : Optional.empty();
  }

  private static Optional<Instant> date(HttpHeaders headers) {
    return headers.firstValue("Date").flatMap(TheirTime::parsed);
  }

  private static Optional<Instant> parsed(String date) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date.strip())));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
