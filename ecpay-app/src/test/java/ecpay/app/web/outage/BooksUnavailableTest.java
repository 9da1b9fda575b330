package ecpay.app.web.outage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.inject.util.Modules;
import ecpay.app.Notices;
import ecpay.app.Shop;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Every connection of the pool is held by a request that waits for a table somebody has locked; who
 * gets one after all waits for a table, too.
 */
class BooksUnavailableTest {
  private static final int CONNECTIONS = 4;

  private final Map<String, String> few =
      Map.of("database.connections", Integer.toString(CONNECTIONS), "jobs.polling", "1h");

  /** R-CBK-01. */
  @Test
  void whoeverAsksMeanwhileIsToldInItsOwnWordsToAskAgainAndEcpaySendsItsNoticeAgain()
      throws Exception {
    try (Shop shop = Shop.open(few, Clock.systemUTC(), Modules.EMPTY_MODULE);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      String order = shop.placed("B-1");
      JsonNode payment = Shop.json(shop.post("/api/v1/orders/" + order + "/payments", ""));
      byte[] notice = Notices.paid(payment.get("tradeNo").asText()).getBytes(UTF_8);
      String page = "/pay/" + payment.get("id").asText();

      List<Future<HttpResponse<String>>> holders = new ArrayList<>();
      // Two connections: inside of a transaction one sees the activity of its beginning.
      try (Connection locking = shop.database();
          Connection looking = shop.database()) {
        lockTables(locking);
        for (int holder = 0; holder < CONNECTIONS; holder++) {
          holders.add(threads.submit(() -> shop.get("/api/v1/orders/" + order)));
        }
        await().atMost(Duration.ofSeconds(8)).until(() -> waiting(looking) == CONNECTIONS);
        var api = threads.submit(() -> shop.get("/api/v1/orders/" + order));
        var callback = threads.submit(() -> shop.postBytes("/callbacks/shop/payment", notice));
        var pay = threads.submit(() -> shop.send(shop.anonymous(page)));
        var back =
            threads.submit(() ->
                shop.postForm(
                    "/callbacks/shop/payment-result",
                    Notices.resultForm(payment.get("tradeNo").asText())));
        var console =
            threads.submit(() ->
                shop.send(
                    shop.anonymous("/console").header("Authorization", "Basic " + login(shop))));

        assertThat(Shop.json(unavailable(api)).get("code").asText())
            .isEqualTo("database_unavailable");
        assertThat(Shop.json(unavailable(callback)).get("detail").asText())
            .contains("ask again after Retry-After", "a new key or a message", "look first");
        assertThat(unavailable(pay).body()).startsWith("<!DOCTYPE html>").contains("請勿重複付款");
        assertThat(unavailable(back).body()).startsWith("<!DOCTYPE html>").contains("請勿重複付款");
        assertThat(unavailable(console).body())
            .startsWith("<!DOCTYPE html>")
            .contains("The database does not answer", "aria-label=\"Console\"");
        assertThat(shop.get("/health/live").statusCode()).isEqualTo(200);
        locking.rollback();
      }
      for (Future<HttpResponse<String>> holder : holders) {
        assertThat(holder.get(30, TimeUnit.SECONDS).statusCode()).isIn(200, 503);
      }

      assertThat(shop.events(order)).doesNotContain("PaymentReceived");
      assertThat(shop.postBytes("/callbacks/shop/payment", notice).body()).isEqualTo("1|OK");
      assertThat(shop.postBytes("/callbacks/shop/payment", notice).body()).isEqualTo("1|OK");
      assertThat(shop.events(order)).containsOnlyOnce("PaymentReceived");
    }
  }

  private static void lockTables(Connection locking) throws SQLException {
    locking.setAutoCommit(false);
    try (var statement = locking.createStatement()) {
      statement.execute("LOCK TABLE orders, payment, api_key IN ACCESS EXCLUSIVE MODE");
    }
  }

  private static int waiting(Connection looking) throws SQLException {
    try (var statement = looking.createStatement();
        var rows =
            statement.executeQuery(
                """
                SELECT count(*) FROM pg_stat_activity
                WHERE datname = current_database() AND wait_event_type = 'Lock'
                """)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static HttpResponse<String> unavailable(Future<HttpResponse<String>> asked)
      throws Exception {
    HttpResponse<String> answer = asked.get(40, TimeUnit.SECONDS);
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("10");
    assertThat(answer.body()).doesNotContain("1|OK", "Exception", "jdbc", "Hikari", "at ecpay");
    return answer;
  }

  private static String login(Shop shop) {
    return Base64.getEncoder().encodeToString(("console:" + shop.key).getBytes(UTF_8));
  }
}
