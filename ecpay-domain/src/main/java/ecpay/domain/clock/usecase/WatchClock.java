package ecpay.domain.clock.usecase;

import ecpay.domain.clock.ClockDeviation;
import ecpay.domain.clock.ClockListener;
import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.event.EventLog;
import ecpay.domain.event.Fact;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Tells a person of every merchant that our clock is more than a minute away from ECPay's, at most
 * once an hour (R-TRN-03). By our own clock, which may be put right at any time: an hour has passed
 * when it shows an hour more or less.
 */
public final class WatchClock implements ClockListener {
  public static final String KIND = "CLOCK_DEVIATES";

  private static final Duration QUIET = Duration.ofHours(1);

  private final Transactions transactions;
  private final Merchants merchants;
  private final EventLog events;
  private final Clock clock;
  private final AtomicReference<Optional<Instant>> told = new AtomicReference<>(Optional.empty());

  public WatchClock(Transactions transactions, Merchants merchants, EventLog events, Clock clock) {
    this.transactions = transactions;
    this.merchants = merchants;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public void measured(ClockDeviation deviation) {
    if (!deviation.alarms()) {
      return;
    }
    Instant now = Instant.now(clock);
    Optional<Instant> before = told.get();
    boolean isDue = before.filter(at -> isRecent(at, now)).isEmpty();
    if (isDue && told.compareAndSet(before, Optional.of(now))) {
      try {
        merchants.all().forEach(one -> transactions.run(() -> tell(one, deviation, now)));
      } catch (RuntimeException notTold) {
        told.set(before);
        throw notTold;
      }
    }
  }

  private void tell(Merchant merchant, ClockDeviation deviation, Instant now) {
    IncidentRaised raised =
        new IncidentRaised(
            KIND,
            "clock",
            "our clock is "
                + deviation.inWords()
                + ": synchronise it, on the database's machine first (NTP); more than 10 minutes"
                + " away nothing is sent (R-TRN-03)");
    events.appendOnce(
        merchant.id(),
        Optional.empty(),
        now,
        raised,
        Fact.of(Optional.empty(), raised).quietFor(QUIET, now));
  }

  private static boolean isRecent(Instant at, Instant now) {
    return Duration.between(at, now).abs().compareTo(QUIET) < 0;
  }
}
