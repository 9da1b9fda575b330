package ecpay.app.web.api.refund;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ecpay.app.Shop;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the API and the console say of refunds before ECPay is asked, and when it is not reached.
 */
class RefundsApiTest {
  private static final String EVERYTHING = "{\"reference\": \"r1\", \"everything\": true}";
  private static Shop shop;

  @BeforeAll
  static void open() {
    shop = Shop.open();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static HttpResponse<String> refund(String order, String json) {
    return shop.post("/api/v1/orders/" + order + "/refunds", json);
  }

  @Test
  void anUnpaidOrderHasNothingToGiveBack() {
    HttpResponse<String> answer = refund(shop.placed("RF-1"), EVERYTHING);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("R-CAP-04");
  }

  @Test
  void exactlyOneOfEverythingLinesAndAmountIsGiven() {
    String order = shop.placed("RF-2");
    for (String json :
        new String[] {
          "{\"reference\": \"r1\"}",
          "{\"reference\": \"r1\", \"everything\": true, \"amount\": 5}",
          "{\"reference\": \"r1\", \"everything\": false}",
          "{\"reference\": \"r1\", \"amount\": 0}",
          "{\"reference\": \"r1\", \"lines\": []}"
        }) {
      assertThat(refund(order, json).statusCode()).as(json).isEqualTo(422);
    }
  }

  @Test
  void whileEcpayDoesNotSayHowTheCardStandsNothingIsRecorded() {
    String order = shop.paidByHand("RF-3");
    HttpResponse<String> answer = refund(order, EVERYTHING);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(502);
    assertThat(Shop.json(shop.get("/api/v1/orders/" + order)).get("refunds")).isEmpty();
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThat(shop.get("/api/v1/refunds/NOBODYS").statusCode()).isEqualTo(404);
    assertThat(shop.get("/api/v1/payments/NOBODYS/card").statusCode()).isEqualTo(404);
    assertThat(shop.post("/api/v1/refunds/NOBODYS/cancel", "{}").statusCode()).isEqualTo(404);
    assertThat(shop.get("/api/v1/tasks").body()).contains("\"tasks\":[]");
  }

  private static HttpResponse<String> form(String order, String site) {
    return shop.send(
        shop.anonymous("/console/orders/" + order + "/refund-plan")
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(("console:" + shop.key).getBytes(UTF_8)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", site)
            .POST(BodyPublishers.ofString("amount=")));
  }

  @Test
  void theConsolesFormIsTakenFromItsOwnPageOnly() {
    String order = shop.placed("RF-4");
    assertThat(form(order, "cross-site").statusCode()).isEqualTo(403);
    assertThat(form(order, "same-site").statusCode()).isEqualTo(403);
    HttpResponse<String> own = form(order, "same-origin");
    assertThat(own.statusCode()).isEqualTo(200);
    assertThat(own.body()).contains("R-CAP-04");
  }

  @Test
  void theConsoleWantsItsLogIn() {
    assertThat(shop.send(shop.anonymous("/console/tasks")).statusCode()).isEqualTo(401);
  }
}
