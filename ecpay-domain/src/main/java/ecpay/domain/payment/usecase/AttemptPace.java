package ecpay.domain.payment.usecase;

import ecpay.domain.payment.Payment;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How often one order may be tried to pay. Each attempt is a trade number that can be paid, and a
 * week of questions to ECPay, which closes the lane of a shop that asks too much (R-ORD-03).
 */
public final class AttemptPace {
  /** What anybody may begin for one order, the shop itself included. */
  static final int MOST_A_DAY = 20;

  private static final Duration DAY = Duration.ofHours(24);

  /** What a buyer may try in {@link #A_WHILE}, who needs no login for it. */
  static final int MOST_AT_ONCE = 3;

  static final Duration A_WHILE = Duration.ofSeconds(30);

  private AttemptPace() {}

  /** When a shop may begin another attempt; empty when it may now. Decided under the lock. */
  public static Optional<Instant> ofShop(List<Payment> earlier, Instant now) {
    return later(starts(earlier), MOST_A_DAY, DAY, now);
  }

  /** When a buyer may begin another attempt; empty when that is now. */
  static Optional<Instant> ofBuyer(List<Payment> earlier, Instant now) {
    return ofShop(earlier, now).or(() -> later(starts(earlier), MOST_AT_ONCE, A_WHILE, now));
  }

  /** When one more may follow those moments, if no more than so many may lie within that time. */
  static Optional<Instant> later(List<Instant> moments, int most, Duration within, Instant now) {
    return moments.stream()
        .sorted(Comparator.reverseOrder())
        .skip(most - 1L)
        .findFirst()
        .map(moment -> moment.plus(within))
        .filter(now::isBefore);
  }

  private static List<Instant> starts(List<Payment> earlier) {
    return earlier.stream().map(payment -> payment.attempt().startedAt()).toList();
  }
}
