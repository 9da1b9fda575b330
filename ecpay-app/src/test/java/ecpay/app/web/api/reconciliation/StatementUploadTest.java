package ecpay.app.web.api.reconciliation;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import ecpay.app.Shop;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statement files of the merchant's own, over HTTP (U-03). */
class StatementUploadTest {
  private static final int MOST_BYTES = 20_000;
  private static final String HEADER = "特店交易編號,綠界交易編號,付款日期,付款方式,交易金額,手續費\r\n";
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final LocalDate LAST_DAY = LocalDate.of(2025, 6, 30);
  private static Shop shop;

  @BeforeAll
  static void open() {
    shop =
        Shop.open(
            Map.of(),
            Clock.systemUTC(),
            new AbstractModule() {
              @Provides
              StatementUpload.Limit limit() {
                return new StatementUpload.Limit(MOST_BYTES);
              }
            });
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static String path(int daysBefore) {
    return "/api/v1/reconciliations/files?file=QueryTradeMedia&from="
        + LAST_DAY.minusDays(daysBefore);
  }

  private static HttpResponse<String> upload(int daysBefore, byte[] file) {
    return shop.postBytes(path(daysBefore), file);
  }

  private static HttpResponse<String> upload(int daysBefore, String file) {
    return upload(daysBefore, file.getBytes(UTF_8));
  }

  /** The body comes in pieces, without its length. */
  private static HttpResponse<String> stream(int daysBefore, InputStream body) {
    return shop.send(shop.request(path(daysBefore)).POST(BodyPublishers.ofInputStream(() -> body)));
  }

  private static JsonNode reports() {
    return Shop.json(shop.get("/api/v1/reconciliations")).path("reports");
  }

  private static List<String> days() {
    return reports().findValuesAsText("from");
  }

  private static JsonNode report(HttpResponse<String> of) {
    return Shop.json(shop.get("/api/v1/reconciliations/" + Shop.json(of).path("id").asText()));
  }

  private static String payment(String order, String field) {
    return Shop.json(shop.get("/api/v1/orders/" + order)).at("/payments/0/" + field).asText();
  }

  @Test
  void aFileIsComparedWhileItComesInEitherCharacterSet() {
    String file = HEADER + "Stranger1,26112,2026/11/21 12:00:05,ATM_土地,700,\r\n";
    for (String charset : List.of("UTF-8", "Big5")) {
      HttpResponse<String> answer = upload(60, file.getBytes(Charset.forName(charset)));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      JsonNode report = Shop.json(answer);
      assertThat(report.path("stage").asText()).isEqualTo("compared");
      assertThat(report.at("/totals/lines").asInt()).isEqualTo(1);
      assertThat(report.at("/totals/paid").asInt()).isEqualTo(700);
    }
  }

  @Test
  void theSameFileTwiceIsOneReportAndEachOfItsFeesIsBookedOnce() {
    String order = shop.placed("SU-1");
    shop.pay(order);
    String file =
        HEADER
            + payment(order, "tradeNo")
            + ",2611211200000001,2026/11/21 12:00:05,Credit,1000,20\r\n"
            + "Stranger2,26113,2026/11/21,Credit,500,5\r\n";
    JsonNode first = report(upload(61, file));
    JsonNode second = report(upload(61, file));
    assertThat(second.path("id")).isEqualTo(first.path("id"));
    assertThat(second.path("totals")).isEqualTo(first.path("totals"));
    assertThat(second.path("differences")).isEqualTo(first.path("differences")).hasSize(1);
    JsonNode fees =
        Shop.json(shop.get("/api/v1/fees?payment=" + payment(order, "id"))).path("fees");
    assertThat(fees).hasSize(1);
    assertThat(fees.at("/0/billed").asInt()).isEqualTo(20);
  }

  @Test
  void aPaymentThatIsNotThereIsNotToldToBeFreeOfFees() {
    HttpResponse<String> answer = shop.get("/api/v1/fees?payment=NOBODY");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("there is no such payment");
    assertThat(shop.get("/api/v1/fees").statusCode()).isEqualTo(400);
  }

  @Test
  void rowsThatCannotBeReadAreCountedAndToldWithTheirPlace() {
    JsonNode report =
        Shop.json(
            upload(
                62,
                HEADER
                    + "\"Quoted\"x,1,2026/11/21,ATM,700,\r\n"
                    + "Stranger3,26114,2026/11/21,ATM,700,\r\n"
                    + "Stranger4,26115,2026/11/21,ATM,12.5,\r\n"));
    assertThat(report.at("/totals/lines").asInt()).isEqualTo(1);
    assertThat(report.at("/totals/unreadable").asInt()).isEqualTo(2);
    assertThat(report.path("unreadable").findValuesAsText("row")).containsExactly("2", "4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR",
        "<!DOCTYPE html>\r\n<html><body>log in</body></html>",
        "{\"file\":\"QueryTradeMedia\"}",
        "特店交易編號,付款方式\r\nA1,ATM\r\n",
        "\"特店交易編號\"x,交易金額\r\nA1,100\r\n"
      })
  void whatIsNoStatementFileIsRefusedAndNoReportBegins(String content) {
    HttpResponse<String> answer = upload(63, content);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Shop.json(answer).path("code").asText()).isEqualTo("statement_unreadable");
    assertThat(days()).doesNotContain(LAST_DAY.minusDays(63).toString());
  }

  @Test
  void aMissingColumnIsNamedWithTheHeadersItMayHave() {
    assertThat(upload(64, "特店交易編號,付款方式\r\nA1,ATM\r\n").body())
        .contains("column amount", "交易金額", "reconciliation.columns", "U-03");
  }

  @Test
  void aWrongFileLeavesTheComparisonOfItsDayAsItWas() {
    HttpResponse<String> right = upload(65, HEADER + "Stranger5,26116,2026/11/21,Credit,500,5\r\n");
    JsonNode before = report(right);
    assertThat(upload(65, "no header\r\n").statusCode()).isEqualTo(422);
    assertThat(report(right)).isEqualTo(before);
    String long64 = HEADER + "x".repeat(MOST_BYTES + 1 - HEADER.getBytes(UTF_8).length);
    assertThat(stream(65, new ByteArrayInputStream(long64.getBytes(UTF_8))).statusCode())
        .isEqualTo(413);
    assertThat(report(right)).isEqualTo(before);
  }

  @Test
  @DefaultLocale("de-DE")
  void aFileThatIsTooLargeIsRefusedAsSoonAsThatIsKnown() throws IOException {
    assertThat(announced(MOST_BYTES + 1)).startsWith("HTTP/1.1 413 ");
    byte[] rows =
        (HEADER + "Stranger6,26117,2026/11/21,Credit,500,5\r\n".repeat(500)).getBytes(UTF_8);
    assertThat(rows.length).isGreaterThan(MOST_BYTES);
    HttpResponse<String> answer = stream(66, new ByteArrayInputStream(rows));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
    assertThat(answer.body()).contains("at most 20,000 bytes").doesNotContain("Stranger6");
    String whole = HEADER + " ".repeat(MOST_BYTES - HEADER.getBytes(UTF_8).length);
    assertThat(upload(66, whole).statusCode()).isEqualTo(200);
  }

  /** The first line of the answer to a request that says how long its body is and sends none. */
  private static String announced(int length) throws IOException {
    try (Slow request = new Slow(66, length)) {
      return request.status();
    }
  }

  @Test
  void twoFilesAreReadAtOnceAndTheThirdIsToldToComeAgain() throws IOException {
    byte[] header = HEADER.getBytes(UTF_8);
    try (Slow one = new Slow(67, header.length);
        Slow other = new Slow(68, header.length)) {
      await()
          .atMost(SOON)
          .untilAsserted(() -> {
            HttpResponse<String> third = upload(69, HEADER);
            assertThat(third.statusCode()).isEqualTo(503);
            assertThat(third.headers().firstValue("Retry-After")).contains("60");
            assertThat(Shop.json(third).path("code").asText()).isEqualTo("reading_busy");
          });
      for (Slow slow : List.of(one, other)) {
        slow.write(header);
        assertThat(slow.status()).startsWith("HTTP/1.1 200 ");
      }
    }
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(upload(69, HEADER).statusCode()).isEqualTo(200));
  }

  @Test
  void whichFileOfWhichDaysMustBeSaid() {
    for (Map.Entry<String, String> wrong :
        Map.of(
                "", "file",
                "?file=Other&from=2026-11-01", "file",
                "?file=TradeNoAio&from=yesterday", "from",
                "?file=TradeNoAio&from=2026-11-01&to=2026-12-02", "to",
                "?file=TradeNoAio&from=2900-01-01", "to")
            .entrySet()) {
      HttpResponse<String> answer =
          shop.postBytes("/api/v1/reconciliations/files" + wrong.getKey(), HEADER.getBytes(UTF_8));
      assertThat(answer.statusCode()).as(wrong.getKey()).isEqualTo(422);
      assertThat(Shop.violations(answer)).contains("U-03 " + wrong.getValue());
    }
  }

  @Test
  void withoutAKeyNothingIsRead() {
    assertThat(
            shop.send(shop.anonymous(path(70)).POST(BodyPublishers.ofString(HEADER))).statusCode())
        .isEqualTo(401);
    assertThat(days()).doesNotContain(LAST_DAY.minusDays(70).toString());
  }

  /** A request whose body comes when it comes. */
  private static final class Slow implements AutoCloseable {
    private final Socket socket;

    Slow(int daysBefore, int length) throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), shop.platform.url().getPort());
      socket.setSoTimeout(60_000);
      write(
          """
          POST %s HTTP/1.1\r
          Host: localhost\r
          Authorization: Bearer %s\r
          Content-Length: %d\r
          \r
          """
              .formatted(path(daysBefore), shop.key, length)
              .getBytes(US_ASCII));
    }

    void write(byte[] bytes) throws IOException {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    }

    /** The first line of the answer. */
    String status() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int one = socket.getInputStream().read();
          one > '\r';
          one = socket.getInputStream().read()) {
        line.append((char) one);
      }
      return line.toString();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
