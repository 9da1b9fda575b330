package ecpay.app.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.app.ScriptedEcpay;
import ecpay.app.Shop;
import ecpay.domain.answer.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiRefusalsTest {
  private static final String ORDERS = "/api/v1/orders";
  private static Shop shop;

  @BeforeAll
  static void open() {
    shop = Shop.open();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static List<String> violations(HttpResponse<String> answer) {
    JsonNode problem = Shop.json(answer);
    return StreamSupport.stream(problem.get("violations").spliterator(), false)
        .map(one -> one.get("rule").asText() + " " + one.get("field").asText())
        .toList();
  }

  @Test
  void everythingWrongWithAnOrderIsSaidAtOnceUnderThePathsOfItsJson() {
    HttpResponse<String> answer =
        shop.post(
            ORDERS,
            """
            {"reference": "white space",
             "buyer": {"name": "", "email": "nobody", "nick": "x"},
             "lines": [
               {"name": "book", "quantity": 0, "unit": "piece-of", "unitPrice": 10},
               {"name": "book", "quantity": 1, "unit": "本", "unitPrice": 10, "amount": 20},
               {"name": "book", "quantity": 1, "unit": "本", "unitPrice": "10", "tax": "free"},
               {"name": "book", "quantity": 1, "unit": "本", "amount": "7"}],
             "description": "<b>bold</b>",
             "invoice": {"carrier": "mobile_barcode", "carrierNumber": "ABC",
                         "company": {"number": "12345678", "name": "A"},
                         "donate": "1"}}
            """);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(violations(answer))
        .containsExactlyInAnyOrder(
            "R-ORD-02 reference",
            "R-ORD-17 buyer.name",
            "R-INV-13 buyer.email",
            "openapi buyer.nick",
            "R-INV-05 lines[0].quantity",
            "R-INV-06 lines[0].unit",
            "R-INV-04 lines[1].amount",
            "openapi lines[2].tax",
            "openapi lines[3].unitPrice",
            "openapi lines[3].amount",
            "R-ORD-09 description",
            "R-INV-14 invoice.carrierNumber",
            "R-INV-15 invoice.company.number",
            "R-INV-07 invoice.donate");
  }

  @Test
  void aTotalThatIsNotTheSumIsRefusedEvenBesideAWrongBuyer() {
    HttpResponse<String> answer =
        shop.post(
            ORDERS,
            Shop.order("W-1")
                .replace("\"total\": 1000", "\"total\": 999")
                .replace("buyer@example.com", "nobody"));
    assertThat(violations(answer))
        .containsExactlyInAnyOrder("R-ORD-06 total", "R-INV-13 buyer.email");
  }

  @Test
  void zeroRatedLinesNeedTheirReason() {
    HttpResponse<String> all =
        shop.post(
            ORDERS,
            """
            {"reference": "W-3", "buyer": {"name": "A", "phone": "0912345678"},
             "lines": [{"name": "x", "quantity": 1, "unit": "x", "unitPrice": 5,
                        "tax": "zero_rated"}],
             "invoice": {"carrier": "none", "print": {"address": "台北"}}}
            """);
    assertThat(all.statusCode()).isEqualTo(422);
    assertThat(violations(all)).contains("R-INV-17 invoice.zeroRating");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"total\": 1000 | \"total\": \"1000\" | 422 | total",
        "\"total\": 1000 | \"total\": 1000.0 | 422 | total",
        "\"total\": 1000 | \"total\": 1e3 | 400 | exponent",
        "\"unitPrice\": 350 | \"unitPrice\": 3.5E2 | 400 | lines[0].unitPrice",
        "\"unitPrice\": 350 | \"unitPrice\": \"3.5E2\" | 422 | lines[0].unitPrice",
        "\"total\": 1000 | \"total\": NaN | 400 | JSON",
        "\"total\": 1000 | \"total\": 1000, \"total\": 1000 | 400 | Duplicate",
        "\"total\": 1000 | \"total\": null | 201 | R-",
        "\"total\": 1000 | \"total\": 9999999999999 | 422 | total",
        "\"total\": 1000 | \"totals\": 1000 | 422 | totals",
        "\"quantity\": 2 | \"quantity\": true | 422 | lines[0].quantity",
        "{\"name\": \"王小明\", \"email\": \"buyer@example.com\", \"phone\": \"0912345678\"} | [] |"
            + " 422 | buyer",
      })
  void aFieldOfTheWrongKindIsNamed(String right, String wrong, int status, String said) {
    String reference = "K-" + Integer.toHexString(wrong.hashCode());
    HttpResponse<String> answer = shop.post(ORDERS, Shop.order(reference).replace(right, wrong));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains(said.equals("R-") ? reference : said);
  }

  @ParameterizedTest
  @CsvSource({"'{', 400", "'[]', 400", "'null', 400", "'{} {}', 400", "'', 422", "'{}', 422"})
  void whatIsNoOrderIsRefused(String body, int status) {
    assertThat(shop.post(ORDERS, body).statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":"})
  void whatIsTooDeepIsRefused(String level) {
    HttpResponse<String> answer = shop.post(ORDERS, level.repeat(5000));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("not acceptable JSON");
  }

  @Test
  void aNumberOfFourHundredDigitsIsRefused() {
    HttpResponse<String> answer =
        shop.post(ORDERS, Shop.order("D-1").replace("350", "9".repeat(400)));
    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u0000", "\\r\\nSet-Cookie: a=b", "\\u001b[31m", "\\ud800", "\\udc00"})
  void aTextThatCannotBeKeptOrSentIsRefused(String escaped) {
    for (String good : List.of("王小明", "小說", "本")) {
      HttpResponse<String> answer =
          shop.post(ORDERS, Shop.order("U-1").replace("\"" + good, "\"" + escaped));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
      assertThat(answer.body()).contains("control characters");
    }
  }

  @Test
  void aHundredViolationsAreToldAtMost() {
    HttpResponse<String> answer = shop.post(ORDERS, "{\"lines\": [" + "{},".repeat(5000) + "{}]}");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(violations(answer)).hasSize(100);
  }

  @Test
  void aBodyOfMoreThanOneMebibyteIsNotRead() {
    assertThat(shop.post(ORDERS, " ".repeat(1024 * 1024 + 1)).statusCode()).isEqualTo(413);
    HttpResponse<String> streamed =
        shop.send(
            shop.request(ORDERS)
                .POST(
                    BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(new byte[1024 * 1024 + 1]))));
    assertThat(streamed.statusCode()).isEqualTo(413);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    for (String path : List.of("/nothing", "/not-an-id!", "/x/events", "/x/calls")) {
      assertThat(shop.get(ORDERS + path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(shop.get(ORDERS + "?reference=nothing").statusCode()).isEqualTo(404);
    assertThat(shop.get(ORDERS).statusCode()).isEqualTo(400);
    assertThat(shop.post(ORDERS + "/nothing/payments", "").statusCode()).isEqualTo(404);
    assertThat(shop.post(ORDERS + "/nothing/allowances", "{}").statusCode()).isEqualTo(404);
    assertThat(shop.get("/nowhere").statusCode()).isEqualTo(404);
    assertThat(shop.send(shop.request(ORDERS).DELETE()).statusCode()).isEqualTo(405);
  }

  @Test
  void aKeyThatWasNeverGivenOutOpensNothing() {
    for (String header :
        List.of("Bearer ", "Bearer " + shop.key + "x", shop.key, "Basic " + shop.key)) {
      HttpResponse<String> answer =
          shop.send(shop.anonymous(ORDERS + "?reference=x").header("Authorization", header));
      assertThat(answer.statusCode()).as(header).isEqualTo(401);
      assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }
  }

  @Test
  void theSchemeOfAKeyIsReadInAnyCase() {
    HttpResponse<String> answer =
        shop.send(
            shop.anonymous(ORDERS + "?reference=x").header("Authorization", "bearer " + shop.key));
    assertThat(answer.statusCode()).isEqualTo(404);
  }

  @Test
  void aFormThatEcpayDidNotOpenIsToldWithItsCode() {
    String id = shop.placed("N-1");
    shop.ecpay.opening = new Answer.Refused<>("5100010", "no");
    try {
      HttpResponse<String> answer = shop.post(ORDERS + "/" + id + "/payments", "");
      assertThat(answer.statusCode()).isEqualTo(502);
      assertThat(Shop.json(answer).get("code").asText()).isEqualTo("not_opened");
      assertThat(answer.body()).contains("5100010");
    } finally {
      shop.ecpay.opening = ScriptedEcpay.opened();
    }
    assertThat(shop.post(ORDERS + "/" + id + "/payments", "").statusCode()).isEqualTo(201);
  }

  @Test
  void onlyKnownWaysToPayAreOffered() {
    String id = shop.placed("N-2");
    HttpResponse<String> answer =
        shop.post(ORDERS + "/" + id + "/payments", "{\"methods\": [\"card\", \"cash\", 1]}");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(violations(answer)).contains("openapi methods[2]");
  }

  @Test
  void anAllowanceNeedsAnIssuedInvoice() {
    String id = shop.placed("N-3");
    HttpResponse<String> answer =
        shop.post(
            ORDERS + "/" + id + "/allowances",
            """
            {"reference": "A-1", "consent": "online", "lines": [{"line": 1, "quantity": 1}]}
            """);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(violations(answer)).containsExactly("R-ALW-32 invoice");
  }

  @Test
  void everythingWrongWithAnAllowanceIsSaidAtOnce() {
    String id = shop.placed("N-4");
    HttpResponse<String> answer =
        shop.post(
            ORDERS + "/" + id + "/allowances",
            """
            {"reference": "", "consent": "paper", "email": "x", "lines": [{"line": "1"}],
             "signature": {"recordedAt": "yesterday", "owedBy": "me"}}
            """);
    assertThat(violations(answer))
        .containsExactlyInAnyOrder(
            "R-ALW-27 reference",
            "R-INV-13 email",
            "openapi lines[0].line",
            "openapi signature.recordedAt",
            "openapi signature");
  }

  @Test
  void everyAnswerBearsACorrelationIdAndForbidsWhatItDoesNotNeed() {
    HttpResponse<String> given =
        shop.send(shop.request(ORDERS + "/x").header("X-Request-Id", "my-Id-7").GET());
    assertThat(given.headers().firstValue("X-Request-Id")).contains("my-Id-7");
    assertThat(Shop.json(given).get("correlationId").asText()).isEqualTo("my-Id-7");
    HttpResponse<String> forged =
        shop.send(shop.request(ORDERS + "/x").header("X-Request-Id", "a b").GET());
    assertThat(forged.headers().firstValue("X-Request-Id").orElseThrow()).hasSize(36);
    assertThat(given.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(given.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(given.headers().firstValue("Referrer-Policy")).contains("no-referrer");
  }
}
