package ecpay.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole life of an order through the platform's own doors. */
class StoryTest {
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
  void anOrderIsPaidInvoicedNotifiedAndPartlyAllowed() {
    String id = shop.placed("S-1");
    JsonNode payment = Shop.json(shop.post("/api/v1/orders/" + id + "/payments", ""));
    String page = "/pay/" + payment.get("id").asText();
    String tradeNo = payment.get("tradeNo").asText();

    HttpResponse<String> form = shop.send(shop.anonymous(page));
    assertThat(form.statusCode()).as(form.body()).isEqualTo(200);
    assertThat(form.body()).contains("id=\"ECPayPayment\"", ScriptedEcpay.TOKEN, "小說");

    HttpResponse<String> submitted = shop.postForm(page, "PayToken=pay-token-1");
    assertThat(submitted.statusCode()).as(submitted.body()).isEqualTo(303);
    assertThat(submitted.headers().firstValue("Location"))
        .contains(ScriptedEcpay.BANK_PAGE.toString());
    HttpResponse<String> twice = shop.postForm(page, "PayToken=pay-token-1");
    assertThat(twice.headers().firstValue("Location")).contains(ScriptedEcpay.BANK_PAGE.toString());
    assertThat(shop.ecpay.paymentsCreated).hasValue(1);

    for (String notice : new String[] {Notices.paid(tradeNo), Notices.paidAgain(tradeNo)}) {
      HttpResponse<String> answer =
          shop.postBytes("/callbacks/shop/payment", notice.getBytes(UTF_8));
      assertThat(answer.body()).isEqualTo("1|OK");
    }
    HttpResponse<String> back =
        shop.postForm("/callbacks/shop/payment-result", Notices.resultForm(tradeNo));
    assertThat(back.statusCode()).isEqualTo(303);
    assertThat(back.headers().firstValue("Location"))
        .contains("http://localhost:8080" + page + "/result");
    assertThat(shop.send(shop.anonymous(page + "/result")).body()).contains("付款完成");

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> {
          JsonNode seen = order(id);
          assertThat(seen.at("/invoices/0/state").asText()).isEqualTo("issued");
          assertThat(seen.at("/notifications/0/outcome").asText()).isEqualTo("sent");
        });
    assertThat(shop.ecpay.invoices.asked).hasValue(1);

    HttpResponse<String> allowance =
        shop.post(
            "/api/v1/orders/" + id + "/allowances",
            """
            {"reference": "RMA-1", "consent": "online", "lines": [{"line": 1, "quantity": 1}]}
            """);
    assertThat(allowance.statusCode()).as(allowance.body()).isEqualTo(201);
    assertThat(Shop.json(allowance).get("state").asText()).isEqualTo("awaiting_consent");
    assertThat(order(id).at("/invoices/0/remaining").asLong()).isEqualTo(650);

    HttpResponse<String> consent =
        shop.postForm(
            "/callbacks/shop/allowance",
            Notices.consent("2026112100000001", order(id).at("/invoices/0/number").asText(), 650));
    assertThat(consent.body()).isEqualTo("1|OK");
    JsonNode end = order(id);
    assertThat(end.at("/allowances/0/state").asText()).isEqualTo("issued");
    assertThat(end.at("/incidents")).isEmpty();
    assertThat(Shop.json(shop.get("/api/v1/orders/" + id + "/calls")).at("/calls"))
        .extracting(call -> call.get("operation").asText())
        .containsExactly(
            "GetTokenbyTrade", "CreatePayment", "Issue", "InvoiceNotify", "AllowanceByCollegiate");
    assertThat(Shop.json(shop.get("/api/v1/orders/" + id + "/events")).at("/events"))
        .extracting(event -> event.get("type").asText())
        .containsOnlyOnce("OrderPaid", "InvoiceIssued", "BuyerNotified", "AllowanceIssued");
  }

  private static JsonNode order(String id) {
    return Shop.json(shop.get("/api/v1/orders/" + id));
  }
}
