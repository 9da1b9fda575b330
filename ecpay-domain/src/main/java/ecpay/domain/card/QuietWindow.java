package ecpay.domain.card;

import ecpay.domain.time.Taipei;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/**
 * The quarter of an hour in which ECPay captures by itself and no DoAction may be sent: from
 * 20:15:00 through 20:30:00 Taipei time (R-CAP-06).
 */
public final class QuietWindow {
  private static final LocalTime FIRST = LocalTime.of(20, 15);
  private static final LocalTime LAST = LocalTime.of(20, 30);

  private QuietWindow() {}

  /** Whether that instant is inside; both bounds are, to their last fraction of a second. */
  public static boolean contains(Instant instant) {
    LocalTime second = LocalTime.ofInstant(instant, Taipei.ZONE).truncatedTo(ChronoUnit.SECONDS);
    return !second.isBefore(FIRST) && !second.isAfter(LAST);
  }

  /** The first second after the window of that day. */
  public static Instant endOn(Instant instant) {
    return Taipei.dateOf(instant).atTime(LAST.plusSeconds(1)).atZone(Taipei.ZONE).toInstant();
  }
}
