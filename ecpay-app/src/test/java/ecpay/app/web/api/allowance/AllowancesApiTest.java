package ecpay.app.web.api.allowance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.app.Shop;
import ecpay.domain.answer.Answer;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Allowances over the API: in parts, by price, previewed, taken back, signed, mailed again. */
class AllowancesApiTest {
  private static Shop shop;

  @BeforeAll
  static void open() {
    shop = Shop.open();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static HttpResponse<String> ask(JsonNode invoice, String query, String body) {
    return shop.post(
        "/api/v1/orders/" + invoice.get("order").asText() + "/allowances" + query, body);
  }

  private static JsonNode online(JsonNode invoice) {
    HttpResponse<String> answer =
        ask(
            invoice,
            "",
            "{\"reference\": \"R\", \"consent\": \"online\", \"lines\": [{\"line\": 1, \"quantity\": 1}]}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Shop.json(answer);
  }

  private static JsonNode onPaper(JsonNode invoice) {
    HttpResponse<String> answer =
        ask(
            invoice,
            "",
            """
            {"reference": "P", "consent": "paper", "lines": [{"line": 1, "amount": 100}],
             "signature": {"owedBy": "小李"}}
            """);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Shop.json(answer);
  }

  private static HttpResponse<String> change(JsonNode allowance, String what, String body) {
    return shop.post("/api/v1/allowances/" + allowance.get("id").asText() + "/" + what, body);
  }

  @Test
  void aPriceIsReducedWithoutGoodsAndSignedLater() {
    JsonNode invoice = shop.issued("AL-1");
    JsonNode allowance = onPaper(invoice);
    assertThat(allowance.get("state").asText()).isEqualTo("issued");
    assertThat(allowance.get("amount").asLong()).isEqualTo(100);
    assertThat(allowance.get("owesSignature").asBoolean()).isTrue();
    HttpResponse<String> signed = change(allowance, "signature", "");
    assertThat(signed.statusCode()).as(signed.body()).isEqualTo(200);
    assertThat(Shop.json(signed).get("owesSignature").asBoolean()).isFalse();
    assertThat(change(allowance, "signature", "").body()).isEqualTo(signed.body());
    assertThat(shop.invoice(invoice.get("id").asText()).get("remaining").asLong()).isEqualTo(900);
    JsonNode whole = Shop.json(shop.get("/api/v1/allowances/" + allowance.get("id").asText()));
    assertThat(whole.at("/document/items/0/amount").asLong()).isEqualTo(100);
  }

  @Test
  void aDryRunShowsTheExactAllowanceAndLeavesNothing() {
    JsonNode invoice = shop.issued("AL-2");
    String body =
        "{\"reference\": \"R\", \"consent\": \"online\", \"lines\": [{\"line\": 2, \"quantity\": 1}]}";
    HttpResponse<String> preview = ask(invoice, "?dry_run=true", body);
    assertThat(preview.statusCode()).as(preview.body()).isEqualTo(200);
    assertThat(Shop.json(preview).get("amount").asLong()).isEqualTo(33);
    assertThat(Shop.json(preview).get("items")).hasSize(1);
    assertThat(
            Shop.violations(
                ask(invoice, "?dry_run=true", body.replace("\"quantity\": 1", "\"quantity\": 4"))))
        .containsExactly("R-ALW-04 lines[0].quantity");
    JsonNode order = Shop.json(shop.get("/api/v1/orders/" + invoice.get("order").asText()));
    assertThat(order.get("allowances")).isEmpty();
  }

  @Test
  void ofSeveralInvoicesOneIsNamed() {
    String order = shop.paidByHand("AL-3");
    shop.invoiced(order, ", \"lines\": [{\"line\": 1}]");
    JsonNode second =
        Shop.json(shop.post("/api/v1/orders/" + order + "/invoices", "{\"reference\": \"rest\"}"));
    String body =
        "{\"reference\": \"R\", %s\"consent\": \"online\", \"lines\": [{\"line\": 1, \"quantity\": 1}]}";
    assertThat(Shop.violations(ask(second, "", body.formatted(""))))
        .containsExactly("R-ALW-32 invoice");
    HttpResponse<String> named =
        ask(second, "", body.formatted("\"invoice\": \"" + second.get("id").asText() + "\", "));
    assertThat(named.statusCode()).as(named.body()).isEqualTo(201);
    assertThat(Shop.json(named).get("invoiceNumber")).isEqualTo(second.get("number"));
  }

  @Test
  void oneThatAwaitsConsentIsCancelledOnce() {
    JsonNode allowance = online(shop.issued("AL-4"));
    String reason = "{\"reason\": \"改換貨\"}";
    HttpResponse<String> preview = change(allowance, "cancel?dry_run=true", reason);
    assertThat(preview.statusCode()).as(preview.body()).isEqualTo(200);
    assertThat(Shop.json(preview).get("operation").asText())
        .isEqualTo("AllowanceInvalidByCollegiate");
    assertThat(Shop.violations(change(allowance, "void?dry_run=true", reason)))
        .containsExactly("R-ALW-25");
    assertThat(Shop.violations(change(allowance, "void", reason))).containsExactly("R-ALW-25");
    int before = shop.ecpay.allowances.withdrawn.get();
    HttpResponse<String> cancelled = change(allowance, "cancel", reason);
    assertThat(cancelled.statusCode()).as(cancelled.body()).isEqualTo(200);
    assertThat(Shop.json(cancelled).get("state").asText()).isEqualTo("cancelled");
    assertThat(change(allowance, "cancel", reason).body()).isEqualTo(cancelled.body());
    assertThat(shop.ecpay.allowances.withdrawn).hasValue(before + 1);
  }

  @Test
  void ecpayTellsOfAnAllowanceOnceMore() {
    JsonNode invoice = shop.issued("AL-7");
    JsonNode allowance = onPaper(invoice);
    String path = "/api/v1/invoices/" + invoice.get("id").asText() + "/notices";
    String issued = notice("allowance_issued", allowance);
    HttpResponse<String> told = shop.post(path, issued);
    assertThat(told.statusCode()).as(told.body()).isEqualTo(201);
    assertThat(shop.ecpay.notices)
        .extracting(one -> one.subject().tag() + one.allowance().map(Object::toString).orElse(""))
        .contains("A" + allowance.get("number").asText());
    String voided = notice("allowance_voided", allowance);
    assertThat(Shop.violations(shop.post(path, voided))).containsExactly("R-NOT-01 allowance");
    assertThat(change(allowance, "void", "{\"reason\": \"x\"}").statusCode()).isEqualTo(200);
    assertThat(shop.post(path, voided).statusCode()).isEqualTo(201);
    assertThat(Shop.violations(shop.post(path, issued))).containsExactly("R-NOT-01 allowance");
    String other = "/api/v1/invoices/" + shop.issued("AL-8").get("id").asText() + "/notices";
    assertThat(Shop.violations(shop.post(other, voided))).containsExactly("R-NOT-01 allowance");
  }

  private static String notice(String subject, JsonNode allowance) {
    return "{\"subject\": \"%s\", \"allowance\": \"%s\"}"
        .formatted(subject, allowance.get("id").asText());
  }

  @Test
  void anIssuedOneIsVoidedAndARefusalIsSaid() {
    JsonNode allowance = onPaper(shop.issued("AL-5"));
    String reason = "{\"reason\": \"打錯\"}";
    assertThat(Shop.violations(change(allowance, "cancel", reason))).containsExactly("R-ALW-24");
    shop.ecpay.allowances.withdrawing = Optional.of(new Answer.Refused<>("2000053", "closed"));
    try {
      HttpResponse<String> refused = change(allowance, "void", reason);
      assertThat(refused.statusCode()).as(refused.body()).isEqualTo(502);
      assertThat(refused.body()).contains("ecpay_refused", "2000053");
    } finally {
      shop.ecpay.allowances.withdrawing = Optional.empty();
    }
    HttpResponse<String> voided = change(allowance, "void", reason);
    assertThat(voided.statusCode()).as(voided.body()).isEqualTo(200);
    assertThat(Shop.json(voided).get("state").asText()).isEqualTo("voided");
    assertThat(Shop.violations(change(allowance, "void", "{\"reason\": \" \"}")))
        .containsExactly("R-ALW-26 reason");
  }

  @Test
  void theLinkToConsentIsMailedAgainOnlyWhileItIsAwaited() {
    JsonNode allowance = online(shop.issued("AL-6"));
    HttpResponse<String> mailed = change(allowance, "consent-mail", "");
    assertThat(mailed.statusCode()).as(mailed.body()).isEqualTo(201);
    assertThat(Shop.json(mailed).get("subject").asText()).isEqualTo("online_allowance");
    assertThat(change(allowance, "cancel", "{\"reason\": \"x\"}").statusCode()).isEqualTo(200);
    assertThat(Shop.violations(change(allowance, "consent-mail", ""))).containsExactly("R-ALW-21");
    assertThat(change(allowance, "consent-mail?dry_run=true", "").statusCode()).isEqualTo(400);
    assertThat(shop.get("/api/v1/allowances/NOBODY").statusCode()).isEqualTo(404);
  }

  @Test
  void onlyALostAnswerIsSettledByHandAndASettledOneIsAnsweredAsItIs() {
    JsonNode allowance = onPaper(shop.issued("AL-S"));
    String itsNumber = "{\"number\": \"" + allowance.get("number").asText() + "\"}";
    HttpResponse<String> settled = change(allowance, "settle", itsNumber);
    assertThat(settled.statusCode()).as(settled.body()).isEqualTo(200);
    assertThat(Shop.json(settled).get("state").asText()).isEqualTo("issued");
    assertThat(Shop.violations(change(allowance, "settle", "{\"neverHappened\": true}")))
        .containsExactly("R-PAY-13");
    assertThat(change(allowance, "settle", "{\"neverHappened\": true}").body())
        .contains("\"message\":\"settling is not possible while its outcome is not unknown\"");
    assertThat(change(allowance, "settle", "{}").statusCode()).isEqualTo(422);
    assertThat(change(allowance, "settle", "{\"neverHappened\": false}").statusCode())
        .isEqualTo(422);
  }

  @Test
  void aSignatureOfTomorrowIsNotInTheFiles() {
    JsonNode invoice = shop.issued("AL-T");
    HttpResponse<String> answer =
        ask(
            invoice,
            "",
            """
            {"reference": "P", "consent": "paper", "lines": [{"line": 1, "amount": 100}],
             "signature": {"recordedAt": "2999-01-01T00:00:00+08:00"}}
            """);
    assertThat(Shop.violations(answer)).containsExactly("R-ALW-33 signature.recordedAt");
  }
}
