package ecpay.domain.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** The zone of every date in the rules and on the wire: Asia/Taipei. */
public final class Taipei {
  public static final ZoneId ZONE = ZoneId.of("Asia/Taipei");

  private Taipei() {}

  /** The calendar day in Taipei at that instant. */
  public static LocalDate dateOf(Instant instant) {
    return LocalDate.ofInstant(instant, ZONE);
  }

  /** The last second of that day in Taipei, 23:59:59. */
  public static Instant endOf(LocalDate day) {
    return day.atTime(LocalTime.of(23, 59, 59)).atZone(ZONE).toInstant();
  }
}
