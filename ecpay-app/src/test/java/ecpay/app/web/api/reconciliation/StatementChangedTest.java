package ecpay.app.web.api.reconciliation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.app.Shop;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A difference is applied as it was shown, over HTTP (U-03). */
class StatementChangedTest {
  private static final String FILES =
      "/api/v1/reconciliations/files?file=QueryTradeMedia&from=2025-06-30";
  private static Shop shop;

  @BeforeAll
  static void open() {
    shop = Shop.open();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  /** The report of a file that bills a payment of 1,000 TWD so much. */
  private static JsonNode billed(String tradeNo, String fee) {
    String file =
        "特店交易編號,綠界交易編號,付款日期,付款方式,交易金額,手續費\r\n"
            + tradeNo
            + ",2611211200000001,2026/11/21 12:00:05,Credit,1000,"
            + fee
            + "\r\n";
    HttpResponse<String> answer = shop.postBytes(FILES, file.getBytes(UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Shop.json(shop.get("/api/v1/reconciliations/" + Shop.json(answer).path("id").asText()));
  }

  private static JsonNode only(JsonNode report) {
    assertThat(report.path("differences")).hasSize(1);
    return report.at("/differences/0");
  }

  private static HttpResponse<String> apply(JsonNode difference, String body) {
    return shop.post(
        "/api/v1/reconciliations/differences/" + difference.path("id").asText() + "/apply", body);
  }

  @Test
  void aFeeThatTheFileChangedAfterItWasShownIsNotBookedUntilItIsShownAnew() {
    String order = shop.placed("CH-1");
    shop.pay(order);
    JsonNode payment = Shop.json(shop.get("/api/v1/orders/" + order)).at("/payments/0");
    String tradeNo = payment.path("tradeNo").asText();
    JsonNode shown = only(billed(tradeNo, "99"));
    JsonNode changed = only(billed(tradeNo, "900"));
    assertThat(changed.path("id")).isEqualTo(shown.path("id"));

    for (String there : List.of("99", "\"99\"", "\"99.00\"", "900.01", "-900")) {
      HttpResponse<String> refused = apply(shown, "{\"there\":" + there + "}");
      assertThat(refused.statusCode()).as(there).isEqualTo(409);
      assertThat(Shop.json(refused).path("code").asText()).isEqualTo("statement_changed");
    }
    HttpResponse<String> unreadable = apply(shown, "{\"there\":\"much\"}");
    assertThat(unreadable.statusCode()).as(unreadable.body()).isEqualTo(422);
    String fees = "/api/v1/fees?payment=" + payment.path("id").asText();
    assertThat(Shop.json(shop.get(fees)).path("fees")).isEmpty();

    HttpResponse<String> applied = apply(changed, "{\"there\":\"900.00\"}");
    assertThat(applied.statusCode()).as(applied.body()).isEqualTo(200);
    assertThat(Shop.json(applied).path("state").asText()).isEqualTo("applied");
    assertThat(Shop.json(shop.get(fees)).path("fees"))
        .extracting(fee -> fee.path("billed").asInt())
        .containsExactly(900);
  }
}
