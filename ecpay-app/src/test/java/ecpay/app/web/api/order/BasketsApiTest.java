package ecpay.app.web.api.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.inject.util.Modules;
import ecpay.app.Shop;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Discounts, fees, timing, cards and previews of orders over the API. */
class BasketsApiTest {
  private static Shop shop;

  @BeforeAll
  static void open() {
    shop = Shop.open();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static String basket(String reference) {
    return """
    {"reference": "%s",
     "buyer": {"name": "王小明", "email": "buyer@example.com"},
     "lines": [
       {"name": "茶", "quantity": 3, "unit": "包", "unitPrice": 199, "discount": {"name": "九折", "percent": 10}},
       {"name": "米", "quantity": 1, "unit": "袋", "unitPrice": 100, "tax": "exempt"}],
     "discounts": [{"name": "折價券", "amount": 50}],
     "fees": [{"name": "運費", "amount": 60}],
     "invoice": {"carrier": "ecpay", "timing": {"issue": "after_days", "days": 7}}}
    """
        .formatted(reference);
  }

  @Test
  void aDryRunShowsLinesAmountsAndTheInvoiceThatWouldFollow() {
    HttpResponse<String> answer = shop.post("/api/v1/orders?dry_run=true", basket("B-1"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode preview = Shop.json(answer);
    long reductions = 0;
    for (JsonNode reduction : preview.get("reductions")) {
      reductions += reduction.get("amount").asLong();
    }
    assertThat(preview.get("goods").asLong()).isEqualTo(697);
    assertThat(preview.get("fees").asLong()).isEqualTo(60);
    assertThat(preview.get("total").asLong())
        .isEqualTo(697 - reductions + 60)
        .isEqualTo(preview.at("/invoice/salesAmount").asLong());
    assertThat(preview.at("/invoice/taxType").asText()).isEqualTo("mixed");
    JsonNode split = preview.at("/invoice/split");
    assertThat(
            split.get("taxableNet").asLong()
                + split.get("tax").asLong()
                + split.get("zeroRated").asLong()
                + split.get("exempt").asLong())
        .isEqualTo(preview.get("total").asLong());
    assertThat(preview.get("lines")).hasSize(3);
    assertThat(shop.get("/api/v1/orders?reference=B-1").statusCode()).isEqualTo(404);

    HttpResponse<String> placed = shop.post("/api/v1/orders", basket("B-1"));
    assertThat(placed.statusCode()).as(placed.body()).isEqualTo(201);
    assertThat(Shop.json(placed).get("lines")).isEqualTo(preview.get("lines"));
    assertThat(Shop.json(placed).get("total")).isEqualTo(preview.get("total"));
    assertThat(Shop.json(placed).at("/timing/days").asInt()).isEqualTo(7);
    assertThat(shop.post("/api/v1/orders", basket("B-1")).statusCode()).isEqualTo(200);
    assertThat(
            shop.post("/api/v1/orders?dry_run=true", basket("B-1").replace("60}", "61}"))
                .statusCode())
        .isEqualTo(409);
  }

  @Test
  void aDryRunTellsEverythingThatIsWrong() {
    String body =
        basket("B-2")
            .replace("\"percent\": 10", "\"percent\": 10, \"amount\": 3")
            .replace("\"amount\": 50", "\"amount\": -1")
            .replace("\"days\": 7", "\"days\": 16")
            .replace("\"米\"", "\"\"");
    HttpResponse<String> answer = shop.post("/api/v1/orders?dry_run=true", body);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Shop.violations(answer))
        .contains(
            "openapi lines[0].discount.amount",
            "R-INV-31 invoice.timing.days",
            "R-INV-06 lines[1].name")
        .anyMatch(found -> found.endsWith("discounts[0].amount"));
  }

  @Test
  void moreThanTheGoodsAreWorthCannotBeTakenOff() {
    HttpResponse<String> answer =
        shop.post("/api/v1/orders", basket("B-3").replace("\"amount\": 50", "\"amount\": 5000"));
    assertThat(Shop.violations(answer)).containsExactly("R-ORD-06 discounts[0].amount");
  }

  @Test
  void whatThePaidOrderSaysIsWhenItsInvoiceIsIssued() {
    String delayed =
        Shop.json(
                shop.post(
                    "/api/v1/orders",
                    Shop.orderWith("B-5", "\"timing\": {\"issue\": \"on_trigger\", \"days\": 2}")))
            .get("id")
            .asText();
    shop.pay(delayed);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(Shop.json(shop.get("/api/v1/orders/" + delayed)).at("/invoices/0/state"))
                .hasToString("\"scheduled\""));
    JsonNode invoice = Shop.json(shop.get("/api/v1/orders/" + delayed)).at("/invoices/0");
    assertThat(invoice.get("reference").asText()).isEqualTo("payment");
    assertThat(invoice.at("/delay/days").asInt()).isEqualTo(2);
  }

  @Test
  void cardsAreRefusedUnlessTheyAreOffered() {
    String card =
        Shop.order("B-6")
            .replace("mobile_barcode", "card_easycard")
            .replace("\"/ABC.+-1\"", "\"0000111122223333\", \"visibleNumber\": \"1234567\"");
    assertThat(Shop.violations(shop.post("/api/v1/orders", card)))
        .containsExactly("R-INV-14 invoice.carrier");
    try (Shop offering =
        Shop.open(
            Map.of("invoice.card-carriers", "true"), Clock.systemUTC(), Modules.EMPTY_MODULE)) {
      HttpResponse<String> preview = offering.post("/api/v1/orders?dry_run=true", card);
      assertThat(preview.statusCode()).as(preview.body()).isEqualTo(200);
      assertThat(Shop.json(preview).at("/invoice/invoice/carrier").asText())
          .isEqualTo("card_easycard");
      assertThat(preview.body()).contains("1234567").doesNotContain("0000111122223333");
      HttpResponse<String> placed = offering.post("/api/v1/orders", card);
      assertThat(placed.statusCode()).as(placed.body()).isEqualTo(201);
      assertThat(placed.body()).doesNotContain("0000111122223333");
      assertThat(
              Shop.violations(
                  offering.post(
                      "/api/v1/orders", card.replace(", \"visibleNumber\": \"1234567\"", ""))))
          .containsExactly("openapi invoice.carrierNumber");
    }
  }
}
