package ecpay.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.google.inject.util.Modules;
import ecpay.adapter.persistence.embedded.EmbeddedDatabase;
import ecpay.domain.answer.Answer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Starting, stopping, failing and logging. */
class OperationTest {
  private static Shop open(Map<String, String> changes) {
    return Shop.open(changes, Clock.systemUTC(), Modules.EMPTY_MODULE);
  }

  @Test
  void withoutItsDatabaseItIsAliveButNotReady() {
    EmbeddedDatabase database = EmbeddedDatabase.temporary();
    try (Shop shop =
        open(
            Map.of(
                "database.url", database.jdbcUrl(),
                "database.user", database.user(),
                "database.password", database.password()))) {
      assertThat(shop.get("/health/ready").statusCode()).isEqualTo(200);
      database.close();
      assertThat(shop.get("/health/ready").statusCode()).isEqualTo(503);
      assertThat(shop.send(shop.anonymous("/health/ready").HEAD()).statusCode()).isEqualTo(503);
      assertThat(shop.get("/health/live").statusCode()).isEqualTo(200);
      HttpResponse<String> failed = shop.get("/api/v1/orders/X");
      assertThat(failed.statusCode()).isEqualTo(503);
      assertThat(failed.headers().firstValue("Retry-After")).contains("10");
      assertThat(failed.body())
          .contains("database_unavailable", "correlationId")
          .doesNotContain("jdbc", "postgres", "at ");
      assertThat(told(() -> shop.send(shop.request("/api/v1/keys/" + shop.key).DELETE())))
          .anyMatch(
              line -> line.endsWith("/api/v1/keys/ecpk_... met a database that does not answer"))
          .noneMatch(line -> line.contains(shop.key));
    } finally {
      database.close();
    }
  }

  /** What is logged of requests meanwhile. */
  private static List<String> told(Runnable meanwhile) {
    Logger web = (Logger) LoggerFactory.getLogger("ecpay.app.web");
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    web.addAppender(lines);
    try {
      meanwhile.run();
    } finally {
      web.detachAppender(lines);
    }
    return List.copyOf(lines.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  @Test
  void aStopFinishesWhatIsInFlightAndTakesNothingNew() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    try (Shop shop = open(Map.of())) {
      String id = shop.placed("G-1");
      shop.ecpay.beforeOpening =
          () -> {
            asked.countDown();
            Waits.await(answer);
          };
      var inFlight =
          CompletableFuture.supplyAsync(() -> shop.post("/api/v1/orders/" + id + "/payments", ""));
      Waits.await(asked);
      var stopped = CompletableFuture.runAsync(shop.platform::close);
      await().atMost(Duration.ofSeconds(60)).until(() -> isTurnedAway(shop));
      assertThat(stopped).isNotDone();
      answer.countDown();
      assertThat(inFlight.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
      stopped.get(60, TimeUnit.SECONDS);
      assertThatThrownBy(() -> shop.get("/health/live")).isInstanceOf(RuntimeException.class);
    }
  }

  private static boolean isTurnedAway(Shop shop) {
    try {
      return shop.get("/health/live").statusCode() == 503;
    } catch (RuntimeException notConnected) {
      return true;
    }
  }

  @Test
  void theKeyIsCreatedOnceAndKeptForTheOperatorOnly(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("keys").resolve("api-key");
    Map<String, String> settings =
        Shop.settings(Map.of("api-key-file", file.toString(), "http.port", "0"));
    try (Shop first = open(settings)) {
      assertThat(first.platform.apiKey()).contains(Files.readString(file).strip());
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
    String kept = Files.readString(file).strip();
    try (Shop second = open(settings)) {
      assertThat(second.platform.apiKey()).isEmpty();
      HttpResponse<String> answer =
          second.send(
              second
                  .anonymous("/api/v1/orders?reference=none")
                  .header("Authorization", "Bearer " + kept));
      assertThat(answer.statusCode()).isEqualTo(404);
    }
  }

  @Test
  void aPortThatIsTakenIsSaidAndNothingIsLeftRunning() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      assertThatThrownBy(
              () -> open(Map.of("http.port", Integer.toString(taken.getLocalPort()))).close())
          .hasMessageContaining("http.port")
          .hasMessageContaining(Integer.toString(taken.getLocalPort()));
    }
  }

  @Test
  void noLogLineHoldsASecret() {
    Logger root = (Logger) LoggerFactory.getLogger("ROOT");
    Logger ours = (Logger) LoggerFactory.getLogger("ecpay");
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.setContext(root.getLoggerContext());
    lines.start();
    root.addAppender(lines);
    ours.setLevel(ch.qos.logback.classic.Level.TRACE);
    String key;
    String added;
    try (Shop shop = open(Shop.HASTY)) {
      key = shop.key;
      added = Shop.json(shop.post("/api/v1/keys", "{\"name\": \"till\"}")).get("key").asText();
      shop.send(shop.request("/api/v1/keys/" + key).DELETE());
      String id = shop.placed("L-1");
      var payment = Shop.json(shop.post("/api/v1/orders/" + id + "/payments", ""));
      shop.ecpay.invoices.issuing =
          Optional.of(new Answer.NotSent<>("a body that quotes buyer@example.com"));
      String page = "/pay/" + payment.get("id").asText();
      shop.send(shop.anonymous(page));
      shop.postForm(page, "PayToken=very-secret-pay-token");
      shop.postBytes(
          "/callbacks/shop/payment", Notices.paid(payment.get("tradeNo").asText()).getBytes(UTF_8));
      shop.postBytes("/callbacks/shop/payment", "PayToken=very-secret-pay-token".getBytes(UTF_8));
      shop.get("/api/v1/orders?reference=query-secret");
      shop.get("/api/v1/orders/" + id);
      await()
          .atMost(Duration.ofSeconds(60))
          .ignoreExceptions() // the list grows while it is read
          .until(() ->
              lines.list.stream()
                  .anyMatch(line -> line.getFormattedMessage().contains("did not work out")));
    } finally {
      root.detachAppender(lines);
      ours.setLevel(null);
    }
    JsonEncoder json = new JsonEncoder();
    json.setContext(root.getLoggerContext());
    json.start();
    assertThat(lines.list).hasSizeGreaterThan(5);
    assertThat(lines.list)
        .anyMatch(
            line -> line.getFormattedMessage().matches("API key \\w+ of shop was added by .*"));
    for (ILoggingEvent line : lines.list) {
      assertThat(new String(json.encode(line), UTF_8))
          .doesNotContain(
              key,
              added,
              Shop.PAYMENT_KEY,
              Shop.PAYMENT_IV,
              Shop.INVOICE_KEY,
              Shop.INVOICE_IV,
              ScriptedEcpay.TOKEN,
              "very-secret-pay-token",
              "query-secret",
              "buyer@example.com",
              "0912345678");
    }
    assertThat(lines.list)
        .filteredOn(line -> line.getLoggerName().equals("ecpay.access"))
        .allSatisfy(line -> assertThat(line.getMDCPropertyMap()).containsKey("correlationId"));
  }
}
