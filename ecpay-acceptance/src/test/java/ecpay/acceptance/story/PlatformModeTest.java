package ecpay.acceptance.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.acceptance.story.operating.APlatformOfShops;
import ecpay.acceptance.target.Mall;
import ecpay.acceptance.target.SharedSandbox;
import ecpay.acceptance.target.TestDatabase;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.Fact;
import ecpay.acceptance.telling.Orders;
import ecpay.crypto.CryptoKeys;
import ecpay.crypto.Payload;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Platform mode, through API, database and sandbox (R-TRN-09, R-TRN-10). */
class PlatformModeTest {
  private static final Payload PLATFORM_KEYS =
      Payload.with(CryptoKeys.of("FCnGLNS7P3xQ2q3E", "awL5GRWRhyaybq13"));

  private static Mall mall;

  @BeforeAll
  static void open() throws IOException {
    mall = Mall.start(TestDatabase.settings(), SharedSandbox.BEGIN);
  }

  @AfterAll
  static void close() {
    mall.close();
  }

  @Test
  void aPlatformOfShopsEndsAsTold() {
    try (Cast tea = mall.cast(Mall.TEA);
        Cast books = mall.cast(Mall.BOOKS);
        Cast unbound = mall.cast(Mall.UNBOUND);
        Cast ordinary = mall.cast(Mall.ORDINARY)) {
      assertThat(new APlatformOfShops(tea, books, unbound, ordinary).play())
          .isNotEmpty()
          .allMatch(Fact::holds);
    }
  }

  /** All shops of a platform share its keys, so the notice is authentic everywhere. */
  @Test
  void aNoticeForOneShopChangesNothingInAnother() throws Exception {
    try (Cast books = mall.cast(Mall.BOOKS);
        HttpClient client = HttpClient.newHttpClient()) {
      String order = books.shop().placesAnOrder(Orders.tea("foreign-1")).path("id").asText();
      String tradeNo = books.shop().opensAPayment(order).path("tradeNo").asText();
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(mall.house().platformUrl().resolve("/callbacks/books/payment"))
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString(notice("3002607", tradeNo)))
                  .build(),
              BodyHandlers.ofString(UTF_8));
      JsonNode seen = books.shop().order(order);
      assertThat(answer.body()).isEqualTo("1|OK");
      assertThat(seen.path("paid").asBoolean()).isFalse();
      assertThat(incidents(client)).contains("FOREIGN_MERCHANT", tradeNo);
    }
  }

  private static String incidents(HttpClient client) throws Exception {
    return client
        .send(
            HttpRequest.newBuilder(mall.house().platformUrl().resolve("/api/v1/incidents"))
                .header("Authorization", "Bearer " + mall.apiKey(Mall.BOOKS))
                .build(),
            BodyHandlers.ofString(UTF_8))
        .body();
  }

  private static String notice(String merchant, String tradeNo) {
    String data =
        """
        {"RtnCode":1,"RtnMsg":"paid","PlatformID":"3003008","MerchantID":"%s",
         "OrderInfo":{"MerchantTradeNo":"%s","TradeNo":"2703020000000001","TradeAmt":2180,
         "PaymentType":"Credit","PaymentDate":"2027/03/02 10:00:00","TradeStatus":"1"}}\
        """
            .formatted(merchant, tradeNo);
    return """
    {"MerchantID":"3003008","RpHeader":{"Timestamp":1803949200},"TransCode":1,"TransMsg":"",\
    "Data":"%s"}\
    """
        .formatted(PLATFORM_KEYS.encrypt(data));
  }
}
