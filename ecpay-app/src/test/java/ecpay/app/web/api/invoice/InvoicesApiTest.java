package ecpay.app.web.api.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.app.Shop;
import ecpay.domain.answer.Answer;
import ecpay.domain.contact.PhoneNumber;
import ecpay.domain.invoice.InvoiceGateway.IssueReply;
import ecpay.domain.notification.NotificationGateway.Sent;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Asking for invoices, looking at them, and telling of them over the API. */
class InvoicesApiTest {
  private static Shop shop;

  @BeforeAll
  static void open() {
    shop = Shop.open();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static HttpResponse<String> ask(String order, String body) {
    return shop.post("/api/v1/orders/" + order + "/invoices", body);
  }

  @Test
  void aPaidOrderIsInvoicedInPartsEachOncePerReference() {
    String order = shop.paidByHand("IA-1");
    String body = "{\"reference\": \"first\", \"lines\": [{\"line\": 1, \"quantity\": 1}]}";
    HttpResponse<String> first = ask(order, body);
    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    JsonNode invoice = Shop.json(first);
    assertThat(first.headers().firstValue("Location"))
        .contains("/api/v1/invoices/" + invoice.get("id").asText());
    assertThat(invoice.get("state").asText()).isEqualTo("issued");
    assertThat(invoice.get("salesAmount").asLong()).isEqualTo(350);
    assertThat(invoice.at("/document/split/tax").asLong()).isEqualTo(17);

    HttpResponse<String> again = ask(order, body);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    HttpResponse<String> other = ask(order, body.replace("\"line\": 1", "\"line\": 2"));
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(Shop.json(other).get("code").asText()).isEqualTo("reference_taken");

    JsonNode rest = shop.invoiced(order, "");
    assertThat(rest.get("salesAmount").asLong()).isEqualTo(650);
    JsonNode seen = Shop.json(shop.get("/api/v1/orders/" + order));
    assertThat(seen.get("invoices")).hasSize(2);
    assertThat(seen.at("/invoices/1/reference").asText()).isEqualTo("I-1");
    assertThat(shop.invoice(invoice.get("id").asText())).isEqualTo(invoice);
  }

  @Test
  void moreThanIsLeftIsRefusedWithItsRule() {
    String order = shop.paidByHand("IA-2");
    HttpResponse<String> refused =
        ask(
            order,
            "{\"reference\": \"x\", \"lines\": [{\"line\": 1, \"amount\": 701}, {\"line\": 9}]}");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(Shop.violations(refused))
        .containsExactly("R-INV-34 lines[0].amount", "R-INV-06 lines[1].line");
    assertThat(Shop.violations(ask(shop.placed("IA-3"), "{\"reference\": \"x\"}")))
        .containsExactly("R-INV-34 order");
  }

  @Test
  void aDryRunShowsTheExactInvoiceAndLeavesNothing() {
    String order = shop.paidByHand("IA-4");
    HttpResponse<String> preview =
        shop.post(
            "/api/v1/orders/" + order + "/invoices?dry_run=true",
            "{\"reference\": \"x\", \"lines\": [{\"line\": 2, \"amount\": 50}]}");
    assertThat(preview.statusCode()).as(preview.body()).isEqualTo(200);
    JsonNode shown = Shop.json(preview);
    assertThat(shown.at("/parts/0/amount").asLong()).isEqualTo(50);
    assertThat(shown.at("/document/items")).hasSize(1);
    assertThat(shown.at("/document/split/taxableNet").asLong()).isEqualTo(48);
    assertThat(
            shop.post(
                    "/api/v1/orders/" + order + "/invoices?dry_run=true",
                    "{\"reference\": \"x\", \"lines\": [{\"line\": 2, \"amount\": 101}]}")
                .statusCode())
        .isEqualTo(422);
    assertThat(Shop.json(shop.get("/api/v1/orders/" + order)).get("invoices")).isEmpty();
    assertThat(shop.get("/api/v1/orders/" + order + "/calls").body()).doesNotContain("Issue");
    assertThat(
            shop.post("/api/v1/orders/" + order + "/invoices?dry_run=yes", "{\"reference\": \"x\"}")
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void aRefusedInvoiceIsAskedForAgainCorrected() {
    String order = shop.paidByHand("IA-5");
    shop.ecpay.invoices.issuing = Optional.of(new Answer.Refused<>("5000001", "no such company"));
    JsonNode refused;
    try {
      refused = shop.invoiced(order, "");
    } finally {
      shop.ecpay.invoices.issuing = Optional.empty();
    }
    assertThat(refused.get("state").asText()).isEqualTo("refused");
    assertThat(refused.get("code").asText()).isEqualTo("5000001");
    String id = refused.get("id").asText();
    HttpResponse<String> again =
        shop.post(
            "/api/v1/invoices/" + id + "/retry",
            "{\"invoice\": {\"carrier\": \"ecpay\"}, \"buyer\": {\"email\": \"b@example.com\"}}");
    assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
    JsonNode issued = Shop.json(again);
    assertThat(issued.get("id").asText()).isEqualTo(id);
    assertThat(issued.get("state").asText()).isEqualTo("issued");
    assertThat(issued.at("/document/invoice/carrier").asText()).isEqualTo("ecpay");
    assertThat(issued.at("/document/email").asText()).isEqualTo("b@example.com");
    HttpResponse<String> repeated = shop.post("/api/v1/invoices/" + id + "/retry", "");
    assertThat(Shop.json(repeated).get("state").asText()).isEqualTo("issued");
    assertThat(
            Shop.violations(
                shop.post(
                    "/api/v1/invoices/" + id + "/retry",
                    "{\"buyer\": {\"email\": \"other@example.com\"}}")))
        .containsExactly("R-INV-26 invoice");
  }

  @Test
  void withoutNumbersItWaitsAndSaysSo() {
    String order = shop.paidByHand("IA-6");
    shop.ecpay.invoices.issuing =
        Optional.of(new Answer.Accepted<>(new IssueReply.NoNumbers("5070350", "no numbers")));
    JsonNode blocked;
    try {
      blocked = shop.invoiced(order, "");
    } finally {
      shop.ecpay.invoices.issuing = Optional.empty();
    }
    assertThat(blocked.get("state").asText()).isEqualTo("awaiting_numbers");
    assertThat(blocked.get("code").asText()).isEqualTo("5070350");
    assertThat(blocked.has("blockedSince")).isTrue();
  }

  @Test
  void ecpaysBooksAreShownAndLaidBesideOurs() {
    JsonNode invoice = shop.issued("IA-7");
    String path = "/api/v1/invoices/" + invoice.get("id").asText();
    JsonNode theirs = Shop.json(shop.get(path + "/at-ecpay"));
    assertThat(theirs.get("known").asBoolean()).isTrue();
    assertThat(theirs.at("/invoice/number")).isEqualTo(invoice.get("number"));
    assertThat(theirs.at("/invoice/bearer/carrierType").asText()).isEqualTo("3");
    String day = invoice.get("issuedAt").asText().substring(0, 10);
    HttpResponse<String> compared = shop.get("/api/v1/invoices/compare?date=" + day);
    assertThat(compared.statusCode()).as(compared.body()).isEqualTo(200);
    assertThat(Shop.json(compared).get("differences")).isEmpty();
    assertThat(Shop.json(compared).get("compared").asInt()).isPositive();
    assertThat(shop.get("/api/v1/invoices/compare?date=today").statusCode()).isEqualTo(400);
    assertThat(shop.get("/api/v1/invoices/compare").statusCode()).isEqualTo(400);
    shop.ecpay.invoices.telling = Optional.of(new Answer.NotSent<>("no route"));
    try {
      HttpResponse<String> outage = shop.get(path + "/at-ecpay");
      assertThat(outage.statusCode()).isEqualTo(502);
      assertThat(Shop.json(outage).get("code").asText()).isEqualTo("ecpay_not_asked");
    } finally {
      shop.ecpay.invoices.telling = Optional.empty();
    }
  }

  @Test
  void onlyAnInvoiceOnPaperIsPrinted() {
    String order = shop.paidByHand("IA-8");
    JsonNode onPaper =
        shop.invoiced(
            order, ", \"invoice\": {\"carrier\": \"none\", \"print\": {\"address\": \"台北市\"}}");
    String path = "/api/v1/invoices/" + onPaper.get("id").asText() + "/print";
    HttpResponse<String> page = shop.post(path, "{\"style\": \"thermal\"}");
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    assertThat(Shop.json(page).get("url").asText()).endsWith("?style=3");
    assertThat(Shop.violations(shop.post(path, "{\"style\": \"company_a4\"}")))
        .containsExactly("R-INV-09 style");
    assertThat(Shop.violations(shop.post(path, "{\"style\": \"poster\"}")))
        .containsExactly("openapi style");
    String onCarrier = shop.issued("IA-9").get("id").asText();
    assertThat(Shop.violations(shop.post("/api/v1/invoices/" + onCarrier + "/print", "")))
        .containsExactly("R-INV-12 invoice");
  }

  @Test
  void onlyOneComparisonOfAMerchantRunsAtATime() {
    String path = "/api/v1/invoices/compare?date=2026-11-21";
    List<HttpResponse<String>> others = new CopyOnWriteArrayList<>();
    shop.ecpay.invoices.whileListing = () -> others.add(shop.get(path));
    try {
      assertThat(shop.get(path).statusCode()).isEqualTo(200);
    } finally {
      shop.ecpay.invoices.whileListing = () -> {};
    }
    assertThat(others.getFirst().statusCode()).isEqualTo(409);
    assertThat(Shop.json(others.getFirst()).get("code").asText()).isEqualTo("comparison_running");
    assertThat(shop.get(path).statusCode()).isEqualTo(200);
  }

  @Test
  void ecpayTellsOfAnInvoiceOnceMore() {
    JsonNode invoice = shop.issued("IA-10");
    String path = "/api/v1/invoices/" + invoice.get("id").asText() + "/notices";
    HttpResponse<String> sent =
        shop.post(
            path,
            "{\"subject\": \"invoice_won\", \"channel\": \"sms\", \"phone\": \"0987654321\"}");
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
    assertThat(Shop.json(sent).get("outcome").asText()).isEqualTo("sent");
    assertThat(shop.ecpay.notices)
        .extracting(notice -> notice.phone().map(PhoneNumber::value).orElse(""))
        .contains("0987654321");
    assertThat(Shop.violations(shop.post(path, "{\"subject\": \"invoice_voided\"}")))
        .containsExactly("R-NOT-01 subject");
    assertThat(Shop.violations(shop.post(path, "{\"subject\": \"online_allowance\"}")))
        .contains("R-NOT-02 allowance");
    shop.ecpay.notifying = new Answer.Refused<>("2000001", "no");
    try {
      HttpResponse<String> refused = shop.post(path, "{\"subject\": \"invoice_issued\"}");
      assertThat(refused.statusCode()).isEqualTo(502);
      assertThat(Shop.json(refused).get("code").asText()).isEqualTo("ecpay_refused");
    } finally {
      shop.ecpay.notifying = new Answer.Accepted<>(new Sent());
    }
  }

  @Test
  void whatIsNotThereIsNotFound() {
    for (String path : new String[] {"/api/v1/invoices/NOBODY", "/api/v1/invoices/a-b"}) {
      assertThat(shop.get(path).statusCode()).isEqualTo(404);
    }
    for (String what : new String[] {"void", "reissue", "trigger", "cancel", "edit", "retry"}) {
      assertThat(shop.post("/api/v1/invoices/NOBODY/" + what, "{}").statusCode()).isEqualTo(404);
    }
    for (String what : new String[] {"trigger", "cancel", "edit", "retry", "print", "notices"}) {
      assertThat(shop.post("/api/v1/invoices/NOBODY/" + what + "?dry_run=true", "{}").statusCode())
          .as(what)
          .isEqualTo(400);
    }
  }
}
