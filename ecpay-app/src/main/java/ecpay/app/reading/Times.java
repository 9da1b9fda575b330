package ecpay.app.reading;

import ecpay.domain.time.Taipei;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** Times as the API and the pages write them: ISO 8601 in Taipei, with its offset. */
public final class Times {
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(Taipei.ZONE);

  private Times() {}

  public static String iso(Instant instant) {
    return ISO.format(instant);
  }
}
