package ecpay.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecpay.domain.Samples;
import ecpay.domain.answer.Answer;
import ecpay.domain.card.CardGateway;
import ecpay.domain.card.CardState;
import ecpay.domain.card.CardTrade;
import ecpay.domain.card.usecase.AskAboutCard;
import ecpay.domain.card.usecase.CapturePayment;
import ecpay.domain.card.usecase.WatchAuthorization;
import ecpay.domain.clock.ClockDeviation;
import ecpay.domain.clock.usecase.WatchClock;
import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.event.EventLog;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.FollowUps;
import ecpay.domain.followup.Patience;
import ecpay.domain.inmemory.OnlyMerchant;
import ecpay.domain.invoice.usecase.WatchPeriod;
import ecpay.domain.journal.CallJournal.Operation;
import ecpay.domain.journal.usecase.LostCalls;
import ecpay.domain.journal.usecase.RecordedCall;
import ecpay.domain.payment.Payment;
import ecpay.domain.rule.Rule;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two nodes come upon the same thing: the transaction of the first stays open until the database
 * shows that the second one waits for it.
 */
class ToldOnceTest {
  private static final Payment.Paid PAID =
      new Payment.Paid(Samples.attempt(), Samples.tradeDetails());
  private static final FollowUp.WatchAuthorization WATCH =
      new FollowUp.WatchAuthorization(Samples.SHOP, PAID.id());
  private static final Clock DAY_81 = at(Samples.NOW.plus(Duration.ofDays(81)));

  private final PostgresBooks books = PostgresBooks.empty();
  private final OnlyMerchant merchants = new OnlyMerchant(Samples.merchant());

  private static Clock at(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  @BeforeEach
  void anOrderIsPaid() {
    books
        .transactions()
        .run(() -> {
          books.orders().add(Samples.order());
          books.payments().add(PAID);
        });
  }

  @Rule("R-CAP-08")
  @Test
  void anAgeingAuthorisationIsToldOnce() throws Exception {
    overlapping(events -> () -> watching(events).proceed(WATCH));

    assertThat(told()).containsExactly("AUTHORIZATION_AGES");
  }

  @Rule("R-CAP-08")
  @Test
  void whoseFirstTellerIsKilledIsToldByTheOther() {
    Function<EventLog, Runnable> killed =
        events ->
            () ->
                books
                    .transactions()
                    .run(() -> {
                      events.appendOnce(
                          Samples.SHOP,
                          Samples.ORDER,
                          Samples.NOW,
                          new IncidentRaised("AUTHORIZATION_AGES", PAID.id().value(), "-"));
                      throw new IllegalStateException("killed");
                    });

    assertThatThrownBy(() -> overlapping(killed, () -> watching(books.eventLog()).proceed(WATCH)))
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining("killed");

    assertThat(told()).containsExactly("AUTHORIZATION_AGES");
  }

  @Rule("R-PAY-13")
  @Test
  void callsThatAreLostAgainAndAgainAreToldOnce() throws Exception {
    books
        .transactions()
        .run(() -> {
          for (int call = 0; call < 9; call++) {
            Instant at = Samples.NOW.plusSeconds(600L * call);
            long number =
                books.callJournal().open(Samples.SHOP, Samples.ORDER, Operation.DoAction, at);
            books.callJournal().close(number, new Answer.Unknown<>("no answer", true), at);
          }
        });
    Clock now = at(Samples.NOW.plus(Duration.ofHours(2)));

    overlapping(events ->
        () ->
            calls(events, now)
                .<Payment.Paid, String>make(
                    Operation.DoAction,
                    PAID,
                    _ -> Optional.empty(),
                    () -> new Answer.NotSent<>("not to be sent"),
                    (_, _, _) -> {
                      throw new AssertionError("nothing was sent");
                    }));

    assertThat(told()).containsExactly("CALLS_UNANSWERED");
  }

  @Rule("R-CAP-02")
  @Test
  void aCaptureThatCannotBeDoneIsToldOnceForEachTimeItIsAskedFor() throws Exception {
    FollowUp.CaptureCard capture = new FollowUp.CaptureCard(Samples.SHOP, PAID.id());

    overlapping(events -> () -> capturing(events, DAY_81).proceed(capture));

    assertThat(told()).containsExactly("CAPTURE_REFUSED");
  }

  @Rule("R-TRN-03")
  @Test
  void aClockThatDeviatesIsToldOnceByAllNodes() throws Exception {
    overlapping(events ->
        () ->
            new WatchClock(books.transactions(), merchants, events, at(Samples.NOW))
                .measured(new ClockDeviation(Duration.ofMinutes(3))));

    assertThat(told()).containsExactly("CLOCK_DEVIATES");
  }

  @Rule("R-INV-22")
  @Test
  void aTermThatClosesIsToldOnce() throws Exception {
    Clock warning = at(WatchPeriod.nextAfter(Samples.NOW));

    overlapping(events ->
        () ->
            new WatchPeriod(
                    books.transactions(), books.invoices(), books.allowances(), events, warning)
                .proceed(new FollowUp.WatchPeriod(Samples.SHOP)));

    assertThat(told()).containsExactly("VOID_WINDOW_CLOSES");
  }

  private WatchAuthorization watching(EventLog events) {
    return new WatchAuthorization(
        books.transactions(),
        merchants,
        new AskAboutCard(merchants, books.payments(), gateway()),
        events,
        DAY_81);
  }

  private CapturePayment capturing(EventLog events, Clock clock) {
    return new CapturePayment(
        books.transactions(),
        merchants,
        books.orders(),
        new AskAboutCard(merchants, books.payments(), gateway()),
        gateway(),
        calls(events, clock),
        events,
        port(FollowUps.class, Map.of()),
        Patience.DEFAULT,
        clock);
  }

  private RecordedCall calls(EventLog events, Clock clock) {
    return new RecordedCall(
        books.transactions(),
        books.callJournal(),
        new LostCalls(books.callJournal(), events, Patience.DEFAULT),
        clock);
  }

  private static CardGateway gateway() {
    CardTrade authorized =
        CardTrade.told(
            "Authorized",
            PAID.attempt().amount(),
            PAID.attempt().amount(),
            Optional.empty(),
            List.of());
    assertThat(authorized.state()).isEqualTo(CardState.AUTHORIZED);
    return port(
        CardGateway.class,
        Map.of(
            "queryCard",
            new Answer.Accepted<>(authorized),
            "doAction",
            new Answer.Refused<>("10100000", "not today")));
  }

  /** A port that can do these alone. */
  private static <T> T port(Class<T> port, Map<String, Object> answers) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, _) ->
                Optional.ofNullable(answers.get(method.getName()))
                    .orElseThrow(() -> new AssertionError("not to be called: " + method))));
  }

  private List<String> told() {
    return books.eventLog().incidents(Samples.SHOP, Long.MAX_VALUE, 10).stream()
        .map(known -> ((IncidentRaised) known.event()).kind())
        .toList();
  }

  /** Runs the teller twice, the second time while the transaction of the first is open. */
  private void overlapping(Function<EventLog, Runnable> teller) throws Exception {
    overlapping(teller, teller.apply(books.eventLog()));
  }

  private void overlapping(Function<EventLog, Runnable> teller, Runnable other) throws Exception {
    CountDownLatch told = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> first = threads.submit(teller.apply(staying(told)));
      Future<?> second =
          threads.submit(() -> {
            assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
            other.run();
            return null;
          });
      second.get(60, TimeUnit.SECONDS);
      first.get(60, TimeUnit.SECONDS);
    }
  }

  /** The event log, where whoever has told something stays until somebody waits for the lock. */
  private EventLog staying(CountDownLatch told) {
    return EventLog.class.cast(
        Proxy.newProxyInstance(
            EventLog.class.getClassLoader(),
            new Class<?>[] {EventLog.class},
            (proxy, method, arguments) -> {
              if (method.isDefault()) {
                return InvocationHandler.invokeDefault(proxy, method, arguments);
              }
              try {
                Object result = method.invoke(books.eventLog(), arguments);
                if (method.getName().startsWith("append")) {
                  told.countDown();
                  assertThat(somebodyWaits()).as("the other one waits").isTrue();
                }
                return result;
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            }));
  }

  private static boolean somebodyWaits() throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(8);
    boolean waits = false;
    while (!waits && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(5);
      waits =
          PostgresBooks.jdbi()
              .withHandle(handle ->
                  handle
                      .createQuery(
                          """
                          SELECT count(*) > 0 FROM pg_stat_activity
                          WHERE datname = current_database() AND wait_event_type = 'Lock'
                          """)
                      .mapTo(Boolean.class)
                      .one());
    }
    return waits;
  }
}
