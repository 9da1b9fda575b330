package ecpay.app.web.api.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.app.Shop;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OrdersApiTest {
  private static Shop shop;

  @BeforeAll
  static void open() {
    shop = Shop.open();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void aNewOrderIsCreatedAndFoundByItsIdAndItsReference() {
    HttpResponse<String> created = shop.post("/api/v1/orders", Shop.order("R-1"));
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    JsonNode order = Shop.json(created);
    assertThat(created.headers().firstValue("Location"))
        .contains("/api/v1/orders/" + order.get("id").asText());
    assertThat(order.get("total").asLong()).isEqualTo(1000);
    assertThat(order.get("paid").asBoolean()).isFalse();
    assertThat(Shop.json(shop.get("/api/v1/orders/" + order.get("id").asText()))).isEqualTo(order);
    assertThat(Shop.json(shop.get("/api/v1/orders?reference=R-1"))).isEqualTo(order);
  }

  @Test
  void theSameOrderAgainIsTheSameOrder() {
    HttpResponse<String> first = shop.post("/api/v1/orders", Shop.order("R-2"));
    HttpResponse<String> again = shop.post("/api/v1/orders", Shop.order("R-2"));
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
  }

  @Test
  void aReferenceNamesOneOrderOnly() {
    shop.post("/api/v1/orders", Shop.order("R-3"));
    HttpResponse<String> other =
        shop.post("/api/v1/orders", Shop.order("R-3").replace("王小明", "王大明"));
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(Shop.json(other).get("code").asText()).isEqualTo("reference_taken");
  }

  @Test
  void aPaymentFormIsOpenedOnceAndFoundAgain() {
    String id = shop.placed("R-4");
    HttpResponse<String> opened = shop.post("/api/v1/orders/" + id + "/payments", "");
    assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
    JsonNode payment = Shop.json(opened);
    assertThat(payment.get("state").asText()).isEqualTo("open");
    assertThat(payment.get("payUrl").asText())
        .isEqualTo("http://localhost:8080/pay/" + payment.get("id").asText());
    HttpResponse<String> again =
        shop.post("/api/v1/orders/" + id + "/payments", "{\"methods\": [\"card\"]}");
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(Shop.json(again)).isEqualTo(payment);
  }

  @Test
  void whoeverHasNoKeyIsTurnedAway() {
    HttpResponse<String> refused = shop.send(shop.anonymous("/api/v1/orders?reference=R-1"));
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @Test
  void weAreAliveAndReadyAndMeasured() {
    assertThat(shop.send(shop.anonymous("/health/live")).statusCode()).isEqualTo(200);
    assertThat(shop.send(shop.anonymous("/health/ready")).statusCode()).isEqualTo(200);
    assertThat(shop.send(shop.anonymous("/metrics")).body())
        .contains("ecpay_http_seconds_count", "hikaricp_connections");
  }
}
