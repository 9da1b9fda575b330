package ecpay.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import ecpay.adapter.http.setting.EcpaySettings;
import ecpay.domain.Samples;
import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.InvoiceGateway;
import ecpay.domain.invoice.InvoiceGateway.IssueReply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What surely never left, and what may have arrived (seed 002, R-PAY-13). */
class TransportTest {
  /** Long enough for whatever else this machine does. */
  private static final Duration LONG = Duration.ofSeconds(20);

  private static final Duration SHORT = Duration.ofMillis(400);

  /** What connecting may take before the wait for an answer that never comes. */
  private static final Duration PATIENT = Duration.ofSeconds(2);

  @AutoClose private final ScriptedEcpay ecpay = new ScriptedEcpay();
  private final Injector adapter = Facts.adapter(Facts.settings(ecpay.uri()));

  /** Whatever a first call loads is not to count as connecting. */
  private void warmUp() {
    ecpay.then(404, "");
    issue();
  }

  private Answer<IssueReply> issue() {
    return issue(adapter);
  }

  private static Answer<IssueReply> issue(Injector adapter) {
    return adapter
        .getInstance(InvoiceGateway.class)
        .issue(Facts.MERCHANT, Samples.invoiceDocument());
  }

  private static Answer<IssueReply> issueTo(URI server) {
    return issueTo(server, LONG, LONG);
  }

  private static Answer<IssueReply> issueTo(URI server, Duration connect, Duration read) {
    return issue(Facts.adapter(Facts.settings(server, connect, read)));
  }

  private static URI local(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Test
  void aRefusedConnectionWasNotSent() throws IOException {
    try (Socket silent = new Socket()) {
      // Its port is nobody else's, and nobody listens there.
      silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      assertThat(issueTo(local(silent.getLocalPort())))
          .isEqualTo(new Answer.NotSent<>("no connection: name, network or port"));
    }
  }

  @Test
  void anUnknownHostWasNotSent() {
    Injector nowhere = Facts.adapter(EcpaySettings.sandbox(URI.create("https://nowhere.invalid")));
    assertThat(issue(nowhere))
        .isEqualTo(new Answer.NotSent<>("no connection: name, network or port"));
  }

  @Test
  void aConnectionThatDoesNotOpenInTimeWasNotSent() throws IOException {
    List<Socket> waiting = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      // Whoever comes after the queue is full is left without an answer.
      for (int i = 0; i < 2; i++) {
        waiting.add(new Socket(full.getInetAddress(), full.getLocalPort()));
      }
      assertThat(issueTo(local(full.getLocalPort()), SHORT, LONG))
          .isEqualTo(new Answer.NotSent<>("the connection did not open in time"));
    } finally {
      for (Socket socket : waiting) {
        socket.close();
      }
    }
  }

  @Test
  void aConnectionThatClosesBeforeTheRequestIsReadIsUnknown() throws Exception {
    try (ServerSocket rude = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread door =
          Thread.startVirtualThread(() -> {
            try {
              rude.accept().close();
            } catch (IOException _) {
              // The test has ended.
            }
          });
      assertThat(issueTo(local(rude.getLocalPort())))
          .isInstanceOfSatisfying(
              Answer.Unknown.class,
              unknown -> {
                assertThat(unknown.reason()).startsWith("the connection broke: ");
                assertThat(unknown.resendable()).isTrue();
              });
      door.join();
    }
  }

  @Test
  void aConnectionThatClosesAfterTheRequestWasReadIsUnknown() {
    ecpay.thenHangUp();
    assertThat(issue()).isEqualTo(new Answer.Unknown<>("the connection broke: IOException", true));
    assertThat(ecpay.requests()).hasSize(1);
  }

  @Test
  void aConnectionThatClosesInTheMiddleOfTheAnswerIsUnknown() {
    ecpay.then(exchange -> {
      exchange.sendResponseHeaders(200, 1000);
      exchange.getResponseBody().write('{');
      exchange.getResponseBody().flush();
    });
    assertThat(issue()).isEqualTo(new Answer.Unknown<>("the connection broke: IOException", true));
  }

  @Test
  void anAnswerThatDoesNotComeInTimeIsUnknown() throws InterruptedException {
    warmUp();
    CountDownLatch over = new CountDownLatch(1);
    ecpay.then(_ -> await(over));
    assertThat(issueTo(ecpay.uri(), PATIENT, SHORT))
        .isEqualTo(new Answer.Unknown<>("no answer within 2400 ms", true));
    over.countDown();
  }

  @Test
  void anAnswerThatNeverEndsIsUnknown() {
    warmUp();
    AtomicBoolean over = new AtomicBoolean();
    ecpay.then(exchange -> {
      exchange.sendResponseHeaders(200, 0);
      while (!over.get()) {
        exchange.getResponseBody().write(' ');
        exchange.getResponseBody().flush();
        LockSupport.parkNanos(20_000_000);
      }
    });
    assertThat(issueTo(ecpay.uri(), PATIENT, SHORT))
        .isEqualTo(new Answer.Unknown<>("no answer within 2400 ms", true));
    over.set(true);
  }

  @Test
  void anInterruptedCallIsUnknownAndItsThreadStaysInterrupted() throws InterruptedException {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    ecpay.then(_ -> {
      arrived.countDown();
      await(over);
    });
    Injector patient = Facts.adapter(Facts.settings(ecpay.uri()));
    AtomicReference<Answer<IssueReply>> answer = new AtomicReference<>();
    AtomicBoolean interrupted = new AtomicBoolean();
    Thread caller =
        Thread.startVirtualThread(() -> {
          answer.set(issue(patient));
          interrupted.set(Thread.currentThread().isInterrupted());
        });
    arrived.await();
    caller.interrupt();
    caller.join();
    over.countDown();
    assertThat(answer.get())
        .isEqualTo(new Answer.Unknown<>("interrupted while waiting for the answer", true));
    assertThat(interrupted).isTrue();
  }

  @Test
  void aRequestLostOnAKeptConnectionIsNotSentAgainBehindOurBack() {
    ecpay.then(404, "").thenHangUp().then(404, "");
    issue();
    assertThat(issue()).isEqualTo(new Answer.Unknown<>("the connection broke: IOException", true));
    assertThat(ecpay.requests()).hasSize(2);
  }

  @Test
  void aProxyIsTheWayOutWhereOneIsSet() {
    EcpaySettings plain = Facts.settings(local(1));
    EcpaySettings proxied =
        new EcpaySettings(
            plain.hosts(),
            plain.connectTimeout(),
            plain.readTimeout(),
            Optional.of(
                ProxySelector.of(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), ecpay.port()))),
            plain.trust(),
            plain.payments(),
            plain.invoices(),
            plain.perMerchantConcurrency(),
            plain.spacing(),
            plain.files());
    ecpay.then(404, "");
    assertThat(issue(Facts.adapter(proxied)))
        .isEqualTo(new Answer.Refused<>("HTTP 404", "wrong host or path"));
    assertThat(ecpay.onlyRequest().headers().get("Host")).containsExactly("127.0.0.1:1");
  }

  @Test
  void everyRequestIsAPostOfJsonWithoutAnUpgrade() {
    ecpay.then(404, "");
    issue();
    ScriptedEcpay.Request request = ecpay.onlyRequest();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.contentType()).startsWith("application/json");
    assertThat(request.protocol()).isEqualTo("HTTP/1.1");
    assertThat(request.headers()).doesNotContainKeys("Upgrade", "Http2-settings", "Expect");
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
