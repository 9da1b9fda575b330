package ecpay.app.reading;

import ecpay.domain.time.Taipei;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as the API and the pages write them: ISO 8601 in Taipei, with its offset. */
public final class Times {
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(Taipei.ZONE);

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(Taipei.ZONE);

  private static final DateTimeFormatter TIME_OF_DAY =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(Taipei.ZONE);

  private Times() {}

  /** Such as {@code 2026-11-21}: the day in Taipei. */
  public static String day(Instant instant) {
    return Taipei.dateOf(instant).toString();
  }

  /** Such as {@code 12:34:56}. */
  public static String timeOfDay(Instant instant) {
    return TIME_OF_DAY.format(instant);
  }

  /** Such as {@code 2026-11-21 12:34:56}, for people. */
  public static String clock(Instant instant) {
    return CLOCK.format(instant);
  }

  /** Such as {@code 2026-11-21T12:34:56.123+08:00}, for programs. */
  public static String iso(Instant instant) {
    return ISO.format(instant);
  }
}
