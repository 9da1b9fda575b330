package ecpay.app.web.api.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.inject.util.Modules;
import ecpay.app.Shop;
import ecpay.domain.answer.Answer;
import ecpay.domain.check.Finding;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Voiding, re-issuing and the changes of delayed invoices over the API. */
class InvoiceChangesApiTest {
  /** Follow-ups come soon, and yet not into the middle of a call, slow as this machine may be. */
  private static final Map<String, String> PATIENT =
      Map.of(
          "outgoing.connect-timeout", "100ms",
          "outgoing.read-timeout", "200ms",
          "patience", "5s");

  private static Shop shop;

  @BeforeAll
  static void open() {
    shop = Shop.open(PATIENT, Clock.systemUTC(), Modules.EMPTY_MODULE);
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static HttpResponse<String> change(JsonNode invoice, String what, String body) {
    return shop.post("/api/v1/invoices/" + invoice.get("id").asText() + "/" + what, body);
  }

  @Test
  void anInvoiceIsVoidedOnceHoweverOftenItIsAsked() {
    JsonNode invoice = shop.issued("V-1");
    int before = shop.ecpay.invoices.changed.get();
    HttpResponse<String> voided = change(invoice, "void", "{\"reason\": \"打錯\"}");
    assertThat(voided.statusCode()).as(voided.body()).isEqualTo(200);
    assertThat(Shop.json(voided).get("state").asText()).isEqualTo("voided");
    assertThat(Shop.json(voided).get("reason").asText()).isEqualTo("打錯");
    assertThat(change(invoice, "void", "{\"reason\": \"again\"}").body()).isEqualTo(voided.body());
    assertThat(shop.ecpay.invoices.changed).hasValue(before + 1);
    assertThat(shop.events(invoice.get("order").asText()))
        .containsOnlyOnce("InvoiceChangeRequested", "InvoiceVoided");
    JsonNode theirs =
        Shop.json(shop.get("/api/v1/invoices/" + invoice.get("id").asText() + "/at-ecpay"));
    assertThat(theirs.at("/void/reason").asText()).isEqualTo("scripted");
  }

  @Test
  void aDryRunOfAVoidChangesNothing() {
    JsonNode invoice = shop.issued("V-2");
    HttpResponse<String> preview = change(invoice, "void?dry_run=true", "{\"reason\": \"打錯\"}");
    assertThat(preview.statusCode()).as(preview.body()).isEqualTo(200);
    assertThat(Shop.json(preview).get("operation").asText()).isEqualTo("Invalid");
    assertThat(shop.invoice(invoice.get("id").asText()).get("state").asText()).isEqualTo("issued");
    assertThat(shop.events(invoice.get("order").asText())).doesNotContain("InvoiceChangeRequested");
    assertThat(
            Shop.violations(
                change(invoice, "void?dry_run=true", "{\"reason\": \"" + "x".repeat(21) + "\"}")))
        .containsExactly("R-INV-25 reason");
    assertThat(Shop.violations(change(invoice, "void", "{}"))).containsExactly("openapi reason");
  }

  @Test
  void whatEcpayRefusesIsSaidAndTheInvoiceIsAsItWas() {
    JsonNode invoice = shop.issued("V-3");
    shop.ecpay.invoices.changing = Optional.of(new Answer.Refused<>("5070453", "too late"));
    try {
      HttpResponse<String> refused = change(invoice, "void", "{\"reason\": \"x\"}");
      assertThat(refused.statusCode()).isEqualTo(502);
      assertThat(Shop.json(refused).get("code").asText()).isEqualTo("ecpay_refused");
      assertThat(refused.body()).contains("5070453");
    } finally {
      shop.ecpay.invoices.changing = Optional.empty();
    }
    assertThat(shop.invoice(invoice.get("id").asText()).get("state").asText()).isEqualTo("issued");
  }

  @Test
  void aVoidWithoutAnswerIsUnderWay() {
    JsonNode invoice = shop.issued("V-4");
    shop.ecpay.invoices.changing = Optional.of(new Answer.Unknown<>("no answer", true));
    try {
      HttpResponse<String> lost = change(invoice, "void", "{\"reason\": \"x\"}");
      assertThat(lost.statusCode()).as(lost.body()).isEqualTo(202);
      assertThat(Shop.json(lost).at("/pending/change").asText()).isEqualTo("void_invoice");
      assertThat(Shop.json(lost).at("/pending/inDoubtSince").asText()).isNotEmpty();
      assertThat(change(invoice, "void", "{\"reason\": \"x\"}").statusCode()).isEqualTo(202);
      assertThat(Shop.violations(change(invoice, "reissue", "{\"reason\": \"y\"}")))
          .contains("R-INV-26 invoice");
    } finally {
      shop.ecpay.invoices.changing = Optional.empty();
    }
  }

  @Test
  void anInvoiceIsReissuedOnceForAnotherBuyerUnderItsNumber() {
    JsonNode invoice = shop.issued("V-5");
    String body =
        """
        {"reason": "統編", "invoice": {"carrier": "none", "print": {"address": "台北市"},
          "company": {"number": "04595257", "name": "公司"}}, "buyer": {"email": "c@example.com"}}
        """;
    HttpResponse<String> preview = change(invoice, "reissue?dry_run=true", body);
    assertThat(preview.statusCode()).as(preview.body()).isEqualTo(200);
    assertThat(Shop.json(preview).at("/document/customerName").asText()).isEqualTo("公司");
    HttpResponse<String> reissued = change(invoice, "reissue", body);
    assertThat(reissued.statusCode()).as(reissued.body()).isEqualTo(200);
    JsonNode anew = Shop.json(reissued);
    assertThat(anew.get("number")).isEqualTo(invoice.get("number"));
    assertThat(anew.get("randomNumber").asText()).isEqualTo("5678");
    assertThat(anew.has("reissuedAt")).isTrue();
    assertThat(anew.at("/document/invoice/company/number").asText()).isEqualTo("04595257");
    assertThat(change(invoice, "reissue", body).statusCode()).isEqualTo(200);
    String third = "{\"reason\": \"x\", \"buyer\": {\"email\": \"d@example.com\"}}";
    assertThat(Shop.violations(change(invoice, "reissue", third))).contains("R-INV-26 invoice");
  }

  @Test
  void aReissueOnABarcodeThatDoesNotExistIsRefusedWithoutAskingEcpayToVoidAnything() {
    JsonNode invoice = shop.issued("V-19");
    int before = shop.ecpay.invoices.changed.get();
    shop.ecpay.authority.finding = Optional.of(new Answer.Accepted<>(new Finding.DoesNotExist()));
    try {
      HttpResponse<String> refused =
          change(
              invoice,
              "reissue",
              """
              {"reason": "載具",
               "invoice": {"carrier": "mobile_barcode", "carrierNumber": "/NOBODY1"}}
              """);
      assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
      assertThat(Shop.json(refused).get("code").asText()).isEqualTo("buyer_check");
      assertThat(refused.body()).contains("R-INV-14");
    } finally {
      shop.ecpay.authority.finding = Optional.empty();
    }
    assertThat(shop.ecpay.invoices.changed).hasValue(before);
  }

  private static JsonNode delayed(String reference, String delay) {
    JsonNode invoice =
        shop.invoiced(shop.paidByHand(reference), ", \"delay\": {\"issue\": " + delay + "}");
    assertThat(invoice.get("state").asText()).isEqualTo("scheduled");
    return invoice;
  }

  @Test
  void aDelayedInvoiceIsEditedTriggeredAndIssued() {
    JsonNode invoice = delayed("V-6", "\"on_trigger\"");
    assertThat(invoice.has("issuesAt")).isFalse();
    String edit = "{\"buyer\": {\"email\": \"late@example.com\"}}";
    HttpResponse<String> edited = change(invoice, "edit", edit);
    assertThat(edited.statusCode()).as(edited.body()).isEqualTo(200);
    assertThat(Shop.json(edited).at("/document/email").asText()).isEqualTo("late@example.com");
    assertThat(change(invoice, "edit", edit).body()).isEqualTo(edited.body());
    HttpResponse<String> triggered = change(invoice, "trigger", "");
    assertThat(triggered.statusCode()).as(triggered.body()).isEqualTo(200);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> assertThat(change(invoice, "trigger", "").body()).contains("\"issued\""));
    assertThat(Shop.violations(change(invoice, "cancel", ""))).containsExactly("R-INV-32 invoice");
  }

  @Test
  void aDelayedInvoiceIsCancelledAndItsPartsAreFree() {
    JsonNode invoice = delayed("V-7", "\"after_days\", \"days\": 3");
    assertThat(invoice.has("issuesAt")).isTrue();
    assertThat(Shop.violations(change(invoice, "trigger", ""))).contains("R-INV-33 invoice");
    HttpResponse<String> cancelled = change(invoice, "cancel", "");
    assertThat(cancelled.statusCode()).as(cancelled.body()).isEqualTo(200);
    assertThat(Shop.json(cancelled).get("state").asText()).isEqualTo("cancelled");
    assertThat(change(invoice, "cancel", "").statusCode()).isEqualTo(200);
    HttpResponse<String> anew =
        shop.post(
            "/api/v1/orders/" + invoice.get("order").asText() + "/invoices",
            "{\"reference\": \"anew\"}");
    assertThat(Shop.json(anew).get("state").asText()).isEqualTo("issued");
  }

  @Test
  void aDelayIsCheckedBeforeEcpayIsAsked() {
    String order = shop.paidByHand("V-8");
    for (String delay :
        new String[] {
          "{\"issue\": \"after_days\", \"days\": 16}", "{\"issue\": \"after_days\", \"days\": 0}"
        }) {
      HttpResponse<String> refused =
          shop.post(
              "/api/v1/orders/" + order + "/invoices",
              "{\"reference\": \"x\", \"delay\": " + delay + "}");
      assertThat(Shop.violations(refused)).containsExactly("R-INV-31 delay.days");
    }
    HttpResponse<String> now =
        shop.post(
            "/api/v1/orders/" + order + "/invoices",
            "{\"reference\": \"x\", \"delay\": {\"issue\": \"on_payment\"}}");
    assertThat(Shop.violations(now)).containsExactly("openapi delay.issue");
  }

  @Test
  void aHintThatADelayedInvoiceIsIssuedHasEcpayAsked() {
    JsonNode invoice = delayed("V-9", "\"after_days\", \"days\": 1");
    String id = invoice.get("id").asText();
    HttpResponse<String> ours =
        shop.postForm(
            "/callbacks/shop/invoice",
            "inv_mer_id=1000002&tsr=" + id + "&invoicenumber=XX00000001");
    assertThat(ours.body()).isEqualTo("1|OK");
    for (String form :
        new String[] {"", "inv_mer_id=1000002&tsr=NOBODY", "inv_mer_id=9&tsr=" + id, "%%%"}) {
      HttpResponse<String> stranger = shop.postForm("/callbacks/shop/invoice", form);
      assertThat(stranger.statusCode()).isEqualTo(200);
      assertThat(stranger.body()).startsWith("0|");
    }
    assertThat(shop.postBytes("/callbacks/shop/invoice", new byte[64 * 1024 + 1]).statusCode())
        .isEqualTo(413);
    assertThat(shop.invoice(id).get("state").asText())
        .as("nothing authenticates the hint, and ECPay does not know the invoice yet")
        .isEqualTo("scheduled");
  }
}
