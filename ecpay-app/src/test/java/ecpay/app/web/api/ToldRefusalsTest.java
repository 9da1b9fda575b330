package ecpay.app.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.app.Shop;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said to somebody who writes a client by hand. */
class ToldRefusalsTest {
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

  /** What is wrong, what is said of it; and nothing of the parser's classes and switches. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ | it ends before it is complete",
        "{\"a\": \"b | it ends before it is complete",
        "{\"a\": NaN} | Non-standard token 'NaN'",
        "{\"a\": tru} | Unrecognized token 'tru'",
        "{\"a\": 11111111111111111111111111111111111111111} | a number of more than 40 digits",
        "{} {} | something follows its end",
        "{\"a\": 01} | Leading zeroes not allowed",
      })
  void whatIsNoJsonIsToldInWordsForTheWriterOfIt(String body, String said) {
    HttpResponse<String> answer = shop.post(ORDERS, body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("not acceptable JSON").contains(said);
    assertThat(answer.body()).doesNotContain("`", "Feature", "jackson", "REDACTED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"quantity\": 2 | \"quantity\": \"two\" | must be a decimal number: digits",
        "\"quantity\": 2 | \"quantity\": [2] | must be a decimal number, not a list",
        "\"total\": 1000 | \"total\": 1000.5 | must be a whole number, not a number with a point",
        "\"total\": 1000 | \"total\": 99999999999999999999 | a whole number, not so large a number",
      })
  void whatANumberLacksIsTold(String right, String wrong, String said) {
    assertThat(shop.post(ORDERS, Shop.order("N-1").replace(right, wrong)).body()).contains(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'{\"customFields\": [\"a\\u0000b\"]}' | customFields[0]",
        "'{\"customFields\": [\"\\ud800\"]}' | customFields[0]",
        "'{\"methods\": [\"cvs_code\"], \"counterLines\": [\"a\", \"b\\nc\"]}' | counterLines[1]",
      })
  void aTextOfAListThatCannotBeKeptIsRefusedByItsPlace(String offer, String field) {
    HttpResponse<String> order = shop.post(ORDERS, Shop.order("L-1"));
    HttpResponse<String> answer =
        shop.post(ORDERS + "/" + Shop.json(order).get("id").asText() + "/payments", offer);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    assertThat(Shop.violations(answer)).contains("openapi " + field);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"dryrun=true", "dry-run=true", "dry_run=false&dry_run=true", "refrence=x"})
  void aQueryThatNobodyUnderstandsDoesNothing(String query) {
    HttpResponse<String> answer = shop.post(ORDERS + "?" + query, Shop.order("Q-1"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("nothing was done");
    assertThat(shop.get(ORDERS + "?reference=Q-1").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/keys/NOBODY", "/api/v1/members/m-1/cards/NOBODY"})
  void whatCannotBeTakenBackHasNoDryRun(String path) {
    assertThat(shop.send(shop.request(path).DELETE()).statusCode()).isEqualTo(404);
    HttpResponse<String> answer = shop.send(shop.request(path + "?dry_run=true").DELETE());
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("this has no dry run");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/tasks?after=%00", "/api/v1/orders?reference=a%0Ab"})
  void aQueryThatNoBookCanHoldIsRefused(String path) {
    HttpResponse<String> answer = shop.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("no control characters");
  }

  @Test
  void anotherMethodIsAnsweredWithThoseThatThereAre() {
    HttpResponse<String> answer = shop.send(shop.request(ORDERS).DELETE());
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow").orElse("")).contains("GET", "POST");
    assertThat(answer.body()).contains("this address knows ", "GET", "POST");
  }
}
