package ecpay.app.web.api.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.inject.Module;
import ecpay.app.Shop;
import ecpay.domain.bookkeeping.Ledger;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Large exports: whatever the reader does, few rows are in memory, and a cut file is noticed. */
class ExportStreamTest {
  private static final String FILE = "/api/v1/exports/115-6/invoices.csv";

  private static Shop shopWith(PlayedLedger ledger) {
    Module books = binder -> binder.bind(Ledger.class).toInstance(ledger);
    return Shop.open(Map.of(), Clock.systemUTC(), books);
  }

  private static HttpResponse<InputStream> opened(Shop shop, HttpClient client)
      throws IOException, InterruptedException {
    HttpResponse<InputStream> response =
        client.send(shop.request(FILE).build(), BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Length")).isEmpty();
    return response;
  }

  @Test
  void fiftyThousandRowsComeAsSlowlyAsTheyAreRead() throws IOException, InterruptedException {
    int rows = 50_000;
    PlayedLedger ledger = new PlayedLedger(rows);
    try (Shop shop = shopWith(ledger);
        HttpClient client = HttpClient.newHttpClient();
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(opened(shop, client).body(), UTF_8))) {
      assertThat(reader.readLine()).startsWith("\uFEFF發票號碼");
      for (int read = 1; read <= rows; read++) {
        assertThat(reader.readLine()).startsWith("AB");
        assertThat(ledger.made.get() - read).isLessThan(rows / 2);
        if (read % 10_000 == 1) {
          // While nobody reads, the writer stands still once the buffers are full; then all is let
          // go but what it holds in its hands, whenever that is collected.
          await()
              .atMost(Duration.ofSeconds(60))
              .untilAsserted(() -> assertThat(ledger.held()).isLessThan(10));
        }
      }
      assertThat(reader.readLine()).startsWith("合計,50000,,,,,,5000000,250000,0,0,0,5250000,");
      assertThat(reader.readLine()).isNull();
    }
    assertThat(ledger.closed).hasValue(1);
  }

  @Test
  void booksThatBreakInTheMiddleBreakTheConnection() throws IOException, InterruptedException {
    PlayedLedger ledger =
        new PlayedLedger(5_000) {
          @Override
          void beforeRow(int row) {
            if (row == 4_000) {
              throw new IllegalStateException("the database went away");
            }
          }
        };
    try (Shop shop = shopWith(ledger);
        HttpClient client = HttpClient.newHttpClient();
        InputStream body = opened(shop, client).body()) {
      assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
    }
    assertThat(ledger.closed).hasValue(1);
  }

  @Test
  void moreThanTwoAtOnceAreAskedToComeBack() throws IOException, InterruptedException {
    PlayedLedger ledger = new PlayedLedger(50_000);
    try (Shop shop = shopWith(ledger);
        HttpClient client = HttpClient.newHttpClient()) {
      try (InputStream first = opened(shop, client).body();
          InputStream second = opened(shop, client).body()) {
        assertThat(first.read()).isEqualTo(second.read());
        HttpResponse<String> third = shop.get(FILE);
        assertThat(third.statusCode()).isEqualTo(503);
        assertThat(third.headers().firstValue("Retry-After")).contains("60");
        assertThat(Shop.json(third).get("code").asText()).isEqualTo("exports_busy");
      }
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertThat(ledger.closed).hasValue(2));
      assertThat(shop.get(FILE.replace("invoices", "totals")).statusCode()).isEqualTo(200);
    }
  }
}
