package ecpay.domain.card;

import ecpay.domain.merchant.Merchant;
import ecpay.domain.time.Taipei;
import java.time.Duration;
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

  /**
   * A call that leaves may wait for its turn, and our clock may be a minute behind (R-TRN-03); so
   * long before the window none is begun that could arrive inside of it.
   */
  private static final Duration MARGIN = Duration.ofSeconds(90);

  private QuietWindow() {}

  /** Whether that instant is inside; both bounds are, to their last fraction of a second. */
  public static boolean contains(Instant instant) {
    LocalTime second = LocalTime.ofInstant(instant, Taipei.ZONE).truncatedTo(ChronoUnit.SECONDS);
    return !second.isBefore(FIRST) && !second.isAfter(LAST);
  }

  /** Whether no DoAction may be begun then: inside of the window, and 90 seconds before it. */
  public static boolean isClosedTo(Instant beginning) {
    return contains(beginning) || contains(beginning.plus(MARGIN));
  }

  /** {@link #isClosedTo(Instant)} for a merchant for whom ECPay captures; never for others. */
  public static boolean isClosedTo(Merchant merchant, Instant beginning) {
    return merchant.cards().automaticCapture() && isClosedTo(beginning);
  }

  /** The first second after the window of that day. */
  public static Instant endOn(Instant instant) {
    return Taipei.dateOf(instant).atTime(LAST.plusSeconds(1)).atZone(Taipei.ZONE).toInstant();
  }
}
