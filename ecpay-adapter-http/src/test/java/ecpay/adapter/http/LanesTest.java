package ecpay.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.inject.Injector;
import ecpay.adapter.http.setting.EcpaySettings;
import ecpay.domain.Samples;
import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.InvoiceGateway;
import ecpay.domain.invoice.document.RelateNumber;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.payment.PaymentGateway;
import ecpay.domain.rule.Rule;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One lane for each merchant and service: what stops a call before it leaves (R-TRN-05). */
class LanesTest {
  private static final String NO_DATA = "{\"RtnCode\":7,\"RtnMsg\":\"no data\"}";
  private static final Merchant OTHER =
      Facts.merchant(
          Facts.account("3085779", Facts.PAYMENT_KEY, Facts.PAYMENT_IV),
          Facts.account("2000133", Facts.INVOICE_KEY, Facts.INVOICE_IV));

  @AutoClose private final ScriptedEcpay ecpay = new ScriptedEcpay();
  private final AtomicReference<Instant> now = new AtomicReference<>(Samples.NOW);
  private final InstantSource time = now::get;
  private final Injector adapter = adapter(8, Duration.ZERO);

  private Injector adapter(int concurrency, Duration spacing) {
    EcpaySettings plain = Facts.settings(ecpay.uri());
    return Facts.adapter(
        new EcpaySettings(
            plain.hosts(),
            plain.connectTimeout(),
            plain.readTimeout(),
            plain.proxy(),
            plain.trust(),
            plain.payments(),
            plain.invoices(),
            concurrency,
            spacing,
            plain.files()),
        time.withZone(ZoneOffset.UTC));
  }

  private Answer<?> ask(Injector adapter, Merchant merchant) {
    return adapter
        .getInstance(InvoiceGateway.class)
        .getIssue(merchant, new RelateNumber("INVOICE0001"));
  }

  private Answer<?> ask() {
    return ask(adapter, Facts.MERCHANT);
  }

  @Test
  void afterStatus403NothingLeavesForThirtyMinutes() {
    Answer<?> closed =
        new Answer.NotSent<>(
            "HTTP 403, called too fast: no call of this merchant leaves before "
                + "2026-11-21T12:35:06+08:00");
    ecpay.then(403, "<html>Forbidden</html>");
    assertThat(ask()).isEqualTo(closed);
    now.set(Samples.NOW.plus(Duration.ofMinutes(30)).minusNanos(1));
    assertThat(ask()).isEqualTo(closed);
    assertThat(ecpay.requests()).hasSize(1);

    now.set(Samples.NOW.plus(Duration.ofMinutes(30)));
    ecpay.thenData(Facts.INVOICE_KEYS, NO_DATA);
    assertThat(ask()).isInstanceOf(Answer.Accepted.class);
    assertThat(ecpay.requests()).hasSize(2);
  }

  @Test
  void status403HoldsNeitherAnotherMerchantNorAnotherService() {
    ecpay
        .then(403, "")
        .thenData(Facts.INVOICE_KEYS, NO_DATA)
        .thenData(Facts.PAYMENT_KEYS, "{\"RtnCode\":10200047}");
    ask();
    assertThat(ask(adapter, OTHER)).isInstanceOf(Answer.Accepted.class);
    assertThat(
            adapter.getInstance(PaymentGateway.class).queryTrade(Facts.MERCHANT, Facts.attempt()))
        .isInstanceOf(Answer.Accepted.class);
    assertThat(ask()).isInstanceOf(Answer.NotSent.class);
  }

  @Test
  void callsThatWaitWhenStatus403ComesDoNotLeave() throws InterruptedException {
    Injector narrow = adapter(1, Duration.ZERO);
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    ecpay.then(exchange -> {
      arrived.countDown();
      awaitQuietly(answer);
      ScriptedEcpay.write(exchange, 403, "");
    });
    List<Answer<?>> answers = new ArrayList<>();
    Thread first = Thread.startVirtualThread(() -> keep(answers, ask(narrow, Facts.MERCHANT)));
    arrived.await();
    Thread second = Thread.startVirtualThread(() -> keep(answers, ask(narrow, Facts.MERCHANT)));
    answer.countDown();
    first.join();
    second.join();
    assertThat(answers).hasSize(2).allMatch(Answer.NotSent.class::isInstance);
    assertThat(ecpay.requests()).hasSize(1);
  }

  @Test
  void onlySoManyCallsOfAMerchantAreUnderWayAtOnce() throws InterruptedException {
    Injector narrow = adapter(2, Duration.ZERO);
    AtomicInteger underWay = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Answer<?>> answers = new ArrayList<>();
    List<Thread> callers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      ecpay.then(exchange -> {
        most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        LockSupport.parkNanos(5_000_000);
        underWay.decrementAndGet();
        ScriptedEcpay.write(exchange, 200, ScriptedEcpay.envelope(Facts.INVOICE_KEYS, NO_DATA));
      });
      callers.add(Thread.startVirtualThread(() -> keep(answers, ask(narrow, Facts.MERCHANT))));
    }
    for (Thread caller : callers) {
      caller.join();
    }
    assertThat(answers).hasSize(8).allMatch(Answer.Accepted.class::isInstance);
    assertThat(most.get()).isBetween(1, 2);
  }

  @Test
  void callsOfAMerchantAreSpaced() {
    Duration spacing = Duration.ofMillis(40);
    Injector paced = adapter(8, spacing);
    long start = System.nanoTime();
    for (int i = 0; i < 6; i++) {
      ecpay.thenData(Facts.INVOICE_KEYS, NO_DATA);
      assertThat(ask(paced, Facts.MERCHANT)).isInstanceOf(Answer.Accepted.class);
    }
    // The first may be at the end of its period, so six calls span at least four whole ones.
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(spacing.multipliedBy(4));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503})
  void whenEcpayIsOutOfOrderCallsStayHome(int status) {
    for (int i = 0; i < 10; i++) {
      ecpay.then(status, "");
      assertThat(ask()).isInstanceOf(Answer.Unknown.class);
    }
    assertThat(ask())
        .isEqualTo(new Answer.NotSent<>("ECPay failed again and again: no call leaves for 15 s"));
    assertThat(ecpay.requests()).hasSize(10);
  }

  @Test
  void whatEcpayRefusesAndWhatWasLostDoesNotMeanThatItIsOutOfOrder() {
    for (int i = 0; i < 12; i++) {
      ecpay.then(404, "");
      ask();
      ecpay.thenHangUp();
      ask();
    }
    ecpay.thenData(Facts.INVOICE_KEYS, NO_DATA);
    assertThat(ask()).isInstanceOf(Answer.Accepted.class);
  }

  @Test
  void whatCannotConnectCountsAsOutOfOrder() {
    Injector nowhere = Facts.adapter(Facts.settings(URI.create("http://127.0.0.1:1")));
    for (int i = 0; i < 10; i++) {
      assertThat(ask(nowhere, Facts.MERCHANT))
          .isEqualTo(new Answer.NotSent<>("no connection: name, network or port"));
    }
    assertThat(ask(nowhere, Facts.MERCHANT))
        .isEqualTo(new Answer.NotSent<>("ECPay failed again and again: no call leaves for 15 s"));
  }

  @Test
  @Rule("R-TRN-02")
  void theTimeInARequestIsThatOfItsSendingNotOfItsWaiting() throws InterruptedException {
    Injector narrow = adapter(1, Duration.ZERO);
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    ecpay.then(exchange -> {
      arrived.countDown();
      awaitQuietly(answer);
      ScriptedEcpay.write(exchange, 404, "");
    });
    Thread first = Thread.startVirtualThread(() -> ask(narrow, Facts.MERCHANT));
    arrived.await();
    Thread second = Thread.startVirtualThread(() -> ask(narrow, Facts.MERCHANT));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> second.getState() == Thread.State.TIMED_WAITING);
    now.set(Samples.NOW.plusSeconds(600));
    answer.countDown();
    first.join();
    second.join();
    assertThat(ecpay.requests())
        .extracting(request -> request.envelope().at("/RqHeader/Timestamp").longValue())
        .containsExactly(Samples.NOW.getEpochSecond(), Samples.NOW.getEpochSecond() + 600);
  }

  @Test
  void anInterruptedThreadSendsNothing() {
    Thread.currentThread().interrupt();
    try {
      assertThat(ask()).isInstanceOf(Answer.NotSent.class);
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(ecpay.requests()).isEmpty();
  }

  private static void keep(List<Answer<?>> answers, Answer<?> answer) {
    synchronized (answers) {
      answers.add(answer);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
