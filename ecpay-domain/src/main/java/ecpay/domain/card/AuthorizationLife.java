package ecpay.domain.card;

import ecpay.domain.payment.Payment;
import ecpay.domain.payment.report.CardDetails;
import ecpay.domain.time.Taipei;
import java.time.Duration;
import java.time.Instant;

/** How long an authorisation that is not captured lasts (R-CAP-07, R-CAP-08). */
public final class AuthorizationLife {
  private static final int LAST_DAY_OF_CAPTURE = 21;
  private static final Duration WARNING = Duration.ofDays(80);
  private static final Duration RELEASE = Duration.ofDays(90);

  private AuthorizationLife() {}

  /** When a payment was authorised, as well as our books know it. */
  public static Instant start(Payment.Paid payment) {
    return payment
        .trade()
        .card()
        .flatMap(CardDetails::processedAt)
        .or(payment.trade()::paidAt)
        .orElse(payment.attempt().startedAt());
  }

  /** The last second of the 21st day, Taipei: until then it may be captured (R-CAP-07). */
  public static Instant captureDeadline(Instant authorized) {
    return Taipei.endOf(Taipei.dateOf(authorized).plusDays(LAST_DAY_OF_CAPTURE));
  }

  /** Whether it may still be captured. */
  public static boolean isCapturable(Instant authorized, Instant now) {
    return now.getEpochSecond() <= captureDeadline(authorized).getEpochSecond();
  }

  /** Day 80: from then on a person is warned of it (R-CAP-08). */
  public static Instant warning(Instant authorized) {
    return authorized.plus(WARNING);
  }

  /** Day 90: from then on it counts as released (R-CAP-08). */
  public static Instant release(Instant authorized) {
    return authorized.plus(RELEASE);
  }
}
