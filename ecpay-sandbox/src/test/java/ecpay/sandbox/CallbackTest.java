package ecpay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallbackTest {
  @AutoClose private final Bench bench = new Bench(options -> options.withRepeats(3, 3600));

  private void settings(String json) {
    bench.control("POST", "/sandbox/callbacks", json);
  }

  private JsonNode settings() {
    return bench.control("GET", "/sandbox/callbacks", "");
  }

  private void advance(int seconds) {
    bench.control("POST", "/sandbox/clock", "{\"advanceSeconds\":" + seconds + "}");
  }

  private static JsonNode data(Shop.Arrival arrival) {
    return Bench.notice(arrival.body());
  }

  private static List<String> messages(List<Shop.Arrival> arrivals) {
    return arrivals.stream().map(a -> data(a).path("RtnMsg").asText()).toList();
  }

  private static List<String> trades(List<Shop.Arrival> arrivals) {
    return arrivals.stream().map(a -> data(a).at("/OrderInfo/MerchantTradeNo").asText()).toList();
  }

  @Test
  void aRepeatSaysPaidWhereTheFirstSaysSuccess() {
    settings("{\"deliveries\":3}");
    Order.payByCard(bench, Order.number(), Order.APPROVED);
    var arrivals = bench.told(3);
    assertThat(messages(arrivals)).containsExactly("交易成功", "paid", "paid");
    assertThat(data(arrivals.get(2)).path("OrderInfo"))
        .isEqualTo(data(arrivals.get(0)).path("OrderInfo"));
  }

  @Test
  void deliveriesThatLeaveTogetherMayLeaveInTheOppositeOrder() {
    settings("{\"deliveries\":2,\"reorder\":true}");
    Order.payByCard(bench, Order.number(), Order.APPROVED);
    assertThat(messages(bench.told(2))).containsExactly("paid", "交易成功");
  }

  @Test
  void pausedCallbacksWaitForTheirRelease() {
    settings("{\"paused\":true,\"reorder\":true}");
    Order.payByCard(bench, "First1", Order.APPROVED);
    Order.payByCard(bench, "Second2", Order.APPROVED);
    bench.quiet();
    assertThat(bench.shop.arrivals()).isEmpty();
    assertThat(settings().path("held").asInt()).isEqualTo(2);
    assertThat(bench.control("POST", "/sandbox/callbacks/release", "").path("released").asInt())
        .isEqualTo(2);
    assertThat(trades(bench.told(2))).containsExactly("Second2", "First1");
    assertThat(settings().path("held").asInt()).isZero();
  }

  @Test
  void aLateCallbackWaitsByTheSandboxesClock() {
    settings("{\"delayMillis\":600000}");
    Order.payByCard(bench, Order.number(), Order.APPROVED);
    advance(590);
    bench.quiet();
    assertThat(bench.shop.arrivals()).isEmpty();
    assertThat(settings().path("later").asInt()).isEqualTo(1);
    advance(11);
    assertThat(bench.told(1)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "200, text/plain, '1|OK ', false",
    "200, text/plain, '1|ok', false",
    "200, text/plain, '\"1|OK\"', false",
    "200, text/html, '1|OK', false",
    "201, text/plain, '1|OK', false",
    "204, text/plain, '', false",
    "302, text/plain, '1|OK', false",
    "500, text/plain, '1|OK', false",
    "200, text/plain, '0|Error', false",
    "200, text/plain, '1|OK', true",
    "200, text/plain;charset=utf-8, '1|OK', true"
  })
  void onlyTheFourBytesAcknowledge(int status, String type, String body, boolean acknowledged) {
    bench.shop.says(status, type, body);
    Order.payByCard(bench, Order.number(), Order.APPROVED);
    bench.told(1);
    assertThat(settings().path("later").asInt()).isEqualTo(acknowledged ? 0 : 1);
    assertThat(bench.shop.arrivals()).hasSize(1);
  }

  @Test
  void aFailedDeliveryIsRepeatedUntilItIsAcknowledged() {
    bench.shop.says(500, "text/plain", "out of order");
    Order.payByCard(bench, Order.number(), Order.APPROVED);
    bench.told(1);
    bench.shop.agrees();
    advance(3601);
    assertThat(messages(bench.told(2))).containsExactly("交易成功", "paid");
    advance(36_000);
    bench.quiet();
    assertThat(bench.shop.arrivals()).hasSize(2);
  }

  @Test
  void repeatsComeToAnEnd() {
    bench.shop.says(500, "text/plain", "out of order");
    Order.payByCard(bench, Order.number(), Order.APPROVED);
    for (int i = 1; i <= 5; i++) {
      bench.told(Math.min(i, 3));
      advance(3601);
    }
    bench.quiet();
    assertThat(bench.shop.arrivals()).hasSize(3);
    assertThat(settings().path("later").asInt()).isZero();
  }

  @Test
  void theJournalTellsOfEveryDelivery() {
    bench.shop.says(200, "text/plain", "0|no");
    Order.payByCard(bench, "Journal1", Order.APPROVED);
    bench.told(1);
    var found = Bench.JSON.createArrayNode();
    for (var exchange : bench.control("GET", "/sandbox/journal", "").path("exchanges")) {
      if (exchange.path("direction").asText().equals("OUT")) {
        found.add(exchange);
      }
    }
    assertThat(found).hasSize(1);
    var exchange = found.path(0);
    assertThat(exchange.path("operation").asText()).isEqualTo("ReturnURL");
    assertThat(exchange.path("status").asInt()).isEqualTo(200);
    assertThat(exchange.path("answerText").asText()).isEqualTo("0|no");
    assertThat(exchange.path("note").asText()).isEqualTo("not acknowledged");
    assertThat(exchange.path("url").asText()).isEqualTo(bench.shop.url() + "/callbacks/ecpg");
    assertThat(exchange.at("/requestData/OrderInfo/MerchantTradeNo").asText())
        .isEqualTo("Journal1");
  }

  @Test
  void aShopThatIsNotThereIsTriedAgain() throws IOException {
    try (var apart =
        new Bench(options -> options.withRoute("https://gone.example", "http://127.0.0.1:1"))) {
      var data = Order.token("Gone1");
      ((ObjectNode) data.path("OrderInfo")).put("ReturnURL", "https://gone.example/x");
      var token = apart.pay(Order.GET_TOKEN, data).data().path("Token").asText();
      var payToken = Order.payToken(apart, Order.card(token, "4311952222220001"));
      apart.pay(Order.CREATE, Order.create("Gone1", payToken));
      apart.quiet();
      assertThat(apart.control("GET", "/sandbox/callbacks", "").path("later").asInt()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"deliveries\":0}",
        "{\"deliveries\":101}",
        "{\"delayMillis\":-1}",
        "{\"paused\":\"yes\"}",
        "{\"allowanceDigest\":\"SHA1\"}",
        "{\"attempts\":0}"
      })
  void settingsThatMakeNoSenseAreRefused(String body) {
    assertThat(bench.post("/sandbox/callbacks", "application/json", body).statusCode())
        .isEqualTo(400);
  }
}
