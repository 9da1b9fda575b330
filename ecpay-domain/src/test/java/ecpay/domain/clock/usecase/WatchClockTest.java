package ecpay.domain.clock.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ecpay.domain.Samples;
import ecpay.domain.clock.ClockDeviation;
import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.event.RecordedEvent;
import ecpay.domain.inmemory.FixedMerchants;
import ecpay.domain.inmemory.InMemoryBooks;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.rule.Rule;
import ecpay.domain.transaction.Transactions;
import ecpay.domain.world.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class WatchClockTest {
  private static final MerchantId TEA = new MerchantId("tea");
  private static final MerchantId BOOKS = new MerchantId("books");
  private static final ClockDeviation FAR = new ClockDeviation(Duration.ofSeconds(75));

  private final InMemoryBooks books = new InMemoryBooks();
  private final MovableClock clock = new MovableClock(Samples.NOW);
  private final Merchants merchants =
      new FixedMerchants(Samples.merchant(TEA), Samples.merchant(BOOKS));
  private final WatchClock watch = watch(books.transactions());

  private WatchClock watch(Transactions transactions) {
    return new WatchClock(transactions, merchants, books.eventLog(), clock);
  }

  private List<RecordedEvent> incidents(MerchantId merchant) {
    return books.eventLog().incidents(merchant, Long.MAX_VALUE, 100);
  }

  @Rule("R-TRN-03")
  @Test
  void aMinuteIsNoIncidentAndMoreIsOneForEveryMerchant() {
    watch.measured(new ClockDeviation(Duration.ofMinutes(-1)));
    assertThat(incidents(TEA)).isEmpty();

    watch.measured(FAR);

    assertThat(incidents(TEA))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.order()).isEmpty();
          assertThat(one.event())
              .isEqualTo(
                  new IncidentRaised(
                      "CLOCK_DEVIATES",
                      "clock",
                      "our clock is 75 s ahead of ECPay's: synchronise it, on the database's machine"
                          + " first (NTP); more than 10 minutes away nothing is sent (R-TRN-03)"));
        });
    assertThat(incidents(BOOKS)).hasSize(1);
  }

  @Rule("R-TRN-03")
  @Test
  void aPersonIsToldOncePerHourAlsoAfterARestart() {
    watch.measured(FAR);
    clock.advance(Duration.ofMinutes(59));
    watch.measured(FAR);
    watch(books.transactions()).measured(FAR);
    assertThat(incidents(TEA)).hasSize(1);

    clock.advance(Duration.ofMinutes(1));
    watch.measured(FAR);
    assertThat(incidents(TEA)).hasSize(2);
  }

  /** A clock that was an hour ahead and is put right must not be silent for two hours. */
  @Rule("R-TRN-03")
  @Test
  void aClockThatIsPutBackDoesNotSilenceTheAlarm() {
    watch.measured(FAR);
    clock.advance(Duration.ofHours(-2));
    watch.measured(FAR);
    assertThat(incidents(TEA)).hasSize(2);
  }

  @Test
  void whatCouldNotBeToldIsToldNextTime() {
    AtomicBoolean broken = new AtomicBoolean(true);
    Transactions failing =
        new Transactions() {
          @Override
          public <T> T inTransaction(Supplier<T> work) {
            if (broken.get()) {
              throw new IllegalStateException("no database");
            }
            return books.transactions().inTransaction(work);
          }
        };
    WatchClock unlucky = watch(failing);
    assertThatIllegalStateException().isThrownBy(() -> unlucky.measured(FAR));
    broken.set(false);
    unlucky.measured(FAR);
    assertThat(incidents(TEA)).hasSize(1);
  }
}
