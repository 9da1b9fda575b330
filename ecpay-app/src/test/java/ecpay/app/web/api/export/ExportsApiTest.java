package ecpay.app.web.api.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.app.Notices;
import ecpay.app.Shop;
import ecpay.domain.time.Taipei;
import ecpay.domain.track.Term;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The exports of a shop's own books, over HTTP, from PostgreSQL. */
class ExportsApiTest {
  private static Shop shop;

  @BeforeAll
  static void open() {
    shop = Shop.open();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static List<String> rows(Term term, String file) {
    HttpResponse<String> answer = shop.get("/api/v1/exports/" + term + "/" + file);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"" + term + "-" + file + "\"");
    assertThat(answer.body()).startsWith("\uFEFF").endsWith("\r\n");
    return answer.body().lines().skip(1).toList();
  }

  @Test
  void aPaidOrderIsInTheBooksOfItsTermAndInNoOther() {
    JsonNode invoice = invoiced("E-1");
    String number = invoice.get("number").asText();
    OffsetDateTime issued = OffsetDateTime.parse(invoice.get("issuedAt").asText());
    Term term = Term.of(Taipei.dateOf(issued.toInstant()));

    List<String> invoices = rows(term, "invoices.csv");
    assertThat(invoices).hasSize(2);
    assertThat(invoices.getFirst())
        .startsWith(number + "," + issued.toLocalDate() + ",")
        .contains(",E-1,,應稅 taxable,952,48,0,0,0,1000,開立 issued,");
    assertThat(invoices.getLast()).startsWith("合計,1,,,,,,952,48,0,0,0,1000,");
    assertThat(rows(term, "totals.csv"))
        .startsWith("發票 invoices,1,952,48,0,0,0,1000")
        .endsWith("合計,,,,,,,");
    assertThat(rows(term, "voids.csv")).hasSize(1);
    assertThat(rows(term, "allowances.csv")).hasSize(1);
    assertThat(rows(term.next(), "invoices.csv")).hasSize(1);
  }

  private static JsonNode invoiced(String reference) {
    String id = shop.placed(reference);
    JsonNode payment = Shop.json(shop.post("/api/v1/orders/" + id + "/payments", ""));
    shop.postForm("/pay/" + payment.get("id").asText(), "PayToken=pay-token-1");
    shop.postBytes(
        "/callbacks/shop/payment", Notices.paid(payment.get("tradeNo").asText()).getBytes(UTF_8));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(invoice(id).path("state").asText()).isEqualTo("issued"));
    return invoice(id);
  }

  private static JsonNode invoice(String order) {
    return Shop.json(shop.get("/api/v1/orders/" + order)).at("/invoices/0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-6", "115-0", "115-7", "115-06", "15-6", "115", "000-1", "115-6x"})
  void aTermThatIsNoneIsRefusedWithItsRule(String term) {
    HttpResponse<String> refused = shop.get("/api/v1/exports/" + term + "/invoices.csv");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(Shop.json(refused).at("/violations/0/rule").asText()).isEqualTo("R-INV-30");
  }

  @Test
  void theBooksAreNotForEverybody() {
    assertThat(shop.send(shop.anonymous("/api/v1/exports/115-6/totals.csv")).statusCode())
        .isEqualTo(401);
  }
}
