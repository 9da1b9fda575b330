package ecpay.app.web.callback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.app.Notices;
import ecpay.app.Shop;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CallbacksTest {
  private static final String PAYMENT = "/callbacks/shop/payment";
  private static Shop shop;

  @BeforeAll
  static void open() {
    shop = Shop.open();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private record Opened(String order, String payment, String tradeNo) {
    boolean isPaid() {
      return Shop.json(shop.get("/api/v1/orders/" + order)).get("paid").asBoolean();
    }
  }

  private static Opened opened(String reference) {
    String order = shop.placed(reference);
    JsonNode payment = Shop.json(shop.post("/api/v1/orders/" + order + "/payments", ""));
    return new Opened(order, payment.get("id").asText(), payment.get("tradeNo").asText());
  }

  @Test
  void anAuthenticNoticeIsAnsweredWithExactlyFourBytes() {
    Opened opened = opened("C-1");
    HttpResponse<String> answer =
        shop.postBytes(PAYMENT, Notices.paid(opened.tradeNo()).getBytes(UTF_8));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("1|OK");
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(opened.isPaid()).isTrue();
  }

  @Test
  void aSlashAtTheEndIsNoReasonForARedirect() {
    Opened opened = opened("C-2");
    HttpResponse<String> answer =
        shop.postBytes(PAYMENT + "/", Notices.paid(opened.tradeNo()).getBytes(UTF_8));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("1|OK");
  }

  @Test
  void whatIsNotAuthenticIsRefusedWithStatus200() {
    Opened opened = opened("C-3");
    String notice = Notices.paid(opened.tradeNo());
    String changed = notice.replaceFirst("(\"Data\":\".{8}).", "$1/");
    for (String body : new String[] {"", "hello", "{}", changed}) {
      HttpResponse<String> answer = shop.postBytes(PAYMENT, body.getBytes(UTF_8));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).startsWith("0|").doesNotContain("1|OK");
    }
    assertThat(opened.isPaid()).isFalse();
  }

  @Test
  void aNoticeForNobodyIsRefused() {
    for (String merchant : new String[] {"other", "Not_A_Name"}) {
      HttpResponse<String> answer =
          shop.postBytes("/callbacks/" + merchant + "/payment", "{}".getBytes(UTF_8));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("0|unknown merchant");
    }
  }

  @Test
  void moreThan64KiBAreNotRead() {
    HttpResponse<String> answer = shop.postBytes(PAYMENT, new byte[64 * 1024 + 1]);
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(shop.postBytes(PAYMENT, new byte[64 * 1024]).body()).startsWith("0|");
  }

  @Test
  void aCallbackIsPostedNotGot() {
    assertThat(shop.send(shop.anonymous(PAYMENT)).statusCode()).isEqualTo(405);
    assertThat(shop.send(shop.anonymous("/callbacks/shop/allowance")).statusCode()).isEqualTo(405);
  }

  @Test
  void aConsentWithAWrongCheckMacValueIsRefused() {
    String form = Notices.consent("2026112100000009", "AB00000009", 1);
    HttpResponse<String> answer =
        shop.postForm("/callbacks/shop/allowance", form.replace("Amt=1", "Amt=2"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).startsWith("0|");
    assertThat(shop.postForm("/callbacks/shop/allowance", form).body()).isEqualTo("1|OK");
  }

  @Test
  void whenTheBooksCannotBeWrittenEcpayIsNotToldOk() throws SQLException {
    Opened opened = opened("C-4");
    try (var connection = shop.database();
        var statement = connection.createStatement()) {
      statement.execute("ALTER TABLE inbox RENAME TO inbox_away");
      try {
        HttpResponse<String> answer =
            shop.postBytes(PAYMENT, Notices.paid(opened.tradeNo()).getBytes(UTF_8));
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("correlationId").doesNotContain("inbox", "1|OK");
      } finally {
        statement.execute("ALTER TABLE inbox_away RENAME TO inbox");
      }
    }
    assertThat(shop.postBytes(PAYMENT, Notices.paid(opened.tradeNo()).getBytes(UTF_8)).body())
        .isEqualTo("1|OK");
    assertThat(opened.isPaid()).isTrue();
  }

  @Test
  void theBrowsersReturnChangesNothing() {
    Opened opened = opened("C-5");
    HttpResponse<String> back =
        shop.postForm("/callbacks/shop/payment-result", Notices.resultForm(opened.tradeNo()));
    assertThat(back.statusCode()).isEqualTo(303);
    assertThat(back.headers().firstValue("Location"))
        .contains("http://localhost:8080/pay/" + opened.payment() + "/result");
    assertThat(opened.isPaid()).isFalse();
  }

  @Test
  void aReturnThatIsNotFromEcpayShowsNothingOfAnyOrder() {
    for (String path :
        new String[] {"/callbacks/shop/payment-result", "/callbacks/x/payment-result"}) {
      HttpResponse<String> back = shop.postForm(path, "ResultData=%7B%7D");
      assertThat(back.statusCode()).isEqualTo(200);
      assertThat(back.body()).contains("謝謝您").doesNotContain("NT$");
    }
  }

  @Test
  void theConsoleShowsWhatAPersonMustLookAt() {
    shop.postBytes(PAYMENT, Notices.paid("NOBODYSTRADE").getBytes(UTF_8));
    assertThat(shop.send(shop.anonymous("/console/incidents")).statusCode()).isEqualTo(401);
    HttpResponse<String> page = console("/console/incidents");
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    assertThat(page.body()).contains("UNKNOWN_ORDER", "NOBODYSTRADE").doesNotContain(shop.key);
    assertThat(console("/console/incidents?before=1").body()).contains("Nothing older");
    assertThat(console("/console/incidents?before=x").statusCode()).isEqualTo(400);
  }

  private static HttpResponse<String> console(String path) {
    String basic = Base64.getEncoder().encodeToString(("console:" + shop.key).getBytes(UTF_8));
    return shop.send(shop.anonymous(path).header("Authorization", "Basic " + basic));
  }
}
