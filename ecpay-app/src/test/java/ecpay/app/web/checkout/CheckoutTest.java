package ecpay.app.web.checkout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.app.Notices;
import ecpay.app.Shop;
import ecpay.domain.answer.Answer;
import ecpay.domain.money.Money;
import ecpay.domain.payment.PaymentReply;
import ecpay.domain.payment.report.PaymentInstructions;
import ecpay.domain.payment.report.TradeDetails;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CheckoutTest {
  private static Shop shop;

  @BeforeAll
  static void open() {
    shop = Shop.open();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static String page(String reference) {
    String order = shop.placed(reference);
    JsonNode payment = Shop.json(shop.post("/api/v1/orders/" + order + "/payments", ""));
    return "/pay/" + payment.get("id").asText();
  }

  private static String body(String path) {
    HttpResponse<String> answer = shop.send(shop.anonymous(path));
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  private static String submit(String page, Answer<PaymentReply> answer) {
    shop.ecpay.charging = answer;
    HttpResponse<String> submitted = shop.postForm(page, "PayToken=secret-pay-token");
    assertThat(submitted.statusCode()).as(submitted.body()).isEqualTo(303);
    return submitted.headers().firstValue("Location").orElseThrow();
  }

  private static TradeDetails trade() {
    return new TradeDetails(
        "2611211200000009",
        Money.of(1000),
        "ATM_BOT",
        Optional.empty(),
        Optional.empty(),
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void thePageLoadsEcpaysScriptAndOursAndNothingInline() {
    HttpResponse<String> answer = shop.send(shop.anonymous(page("P-1")));
    assertThat(answer.body())
        .contains("<script src=\"http://localhost:1/Scripts/sdk-1.0.0.js\">")
        .contains("<script src=\"/assets/pay.js\">")
        .doesNotContain("<style", " style=", "onclick");
    String policy = answer.headers().firstValue("Content-Security-Policy").orElseThrow();
    assertThat(policy)
        .contains("script-src 'self' http://localhost:1;")
        .contains("frame-src http://localhost:1;")
        .contains("connect-src http://localhost:1;")
        .contains("frame-ancestors 'none'");
    assertThat(body("/assets/pay.js")).contains("getPayToken");
    assertThat(body("/assets/pages.css")).contains(":focus-visible");
  }

  @Test
  void whatTheBuyerWroteIsEscaped() {
    String order =
        Shop.json(
                shop.post(
                    "/api/v1/orders", Shop.order("P-2").replace("小說", "A & \\\"B\\\" 'C' 1 < 2")))
            .get("id")
            .asText();
    JsonNode payment = Shop.json(shop.post("/api/v1/orders/" + order + "/payments", ""));
    assertThat(body("/pay/" + payment.get("id").asText())).contains("A &amp; ", "1 &lt; 2");
  }

  @Test
  void aCodeIsShownWithItsDeadline() {
    String page = page("P-3");
    Instant deadline = Instant.parse("2026-12-01T15:59:59Z");
    String result =
        submit(
            page,
            new Answer.Accepted<>(
                new PaymentReply.CodeIssued(
                    trade(),
                    new PaymentInstructions.CvsBarcode(
                        "1212314AB", "3453010015750240", "110510000001000", deadline))));
    assertThat(result).isEqualTo(page + "/result");
    assertThat(body(result))
        .contains("3453010015750240", "2026-12-01 23:59:59", "<svg class=\"barcode\"")
        .contains("台北時間", "UTC+8", "繳費金額", "NT$ 1,000", "櫃檯");
  }

  @Test
  void whoHasAppliedToPayLaterIsToldThatALenderExaminesItAndNotToPayTwice() {
    String page = page("P-BNPL");
    String result =
        submit(
            page,
            new Answer.Accepted<>(
                new PaymentReply.CodeIssued(
                    trade(),
                    new PaymentInstructions.Application(
                        "BN2611", "3", Instant.parse("2026-12-01T15:59:59Z")))));
    assertThat(body(result))
        .contains("申請審核中", "BN2611", "請勿重複付款", page + "/again")
        .doesNotContain("取號成功", "http-equiv=\"refresh\"");
  }

  @Test
  void aStoreCodeLeadsToEcpaysPageOfBarcodesForPhones() {
    String result =
        submit(
            page("P-11"),
            new Answer.Accepted<>(
                new PaymentReply.CodeIssued(
                    trade(),
                    new PaymentInstructions.CvsCode(
                        "GW123456",
                        Instant.parse("2026-12-01T15:59:59Z"),
                        Optional.of(URI.create("https://payment.ecpay.com.tw/code?x=1"))))));
    assertThat(body(result))
        .contains("GW123456", "href=\"https://payment.ecpay.com.tw/code?x=1\"", "繳費代碼");
  }

  @Test
  void whoCameBackFromEcpaysPageIsNotToldThatSomethingIsBeingConfirmed() {
    String order = shop.placed("P-12");
    String offer = "{\"channel\":\"hosted\",\"methods\":[\"card\"]}";
    JsonNode payment = Shop.json(shop.post("/api/v1/orders/" + order + "/payments", offer));
    String page = "/pay/" + payment.get("id").asText() + "/result";
    assertThat(body(page)).contains("付款確認中").doesNotContain("/again");
    assertThat(body(page + "?left=1"))
        .contains("尚未收到付款結果", "/again", "http-equiv=\"refresh\"")
        .doesNotContain("付款確認中");
  }

  @Test
  void aRefusedPaymentMayBeTriedAgain() {
    String page = page("P-4");
    String result = submit(page, new Answer.Refused<>("10200058", "refused"));
    assertThat(body(result)).contains("付款未完成", page + "/again");
    HttpResponse<String> again = shop.postForm(page + "/again", "");
    assertThat(again.statusCode()).isEqualTo(303);
    String next = again.headers().firstValue("Location").orElseThrow();
    assertThat(next).startsWith("/pay/").isNotEqualTo(page);
    assertThat(body(next)).contains("ECPayPayment");
  }

  @Test
  void whoTriesAgainAllTheTimeIsToldWhenTheNextTimeIs() {
    String page = page("P-13");
    for (int i = 0; i < 3; i++) {
      assertThat(shop.postForm(page + "/again", "").statusCode()).isEqualTo(303);
    }
    HttpResponse<String> tooOften = shop.postForm(page + "/again", "");
    assertThat(tooOften.statusCode()).isEqualTo(429);
    assertThat(tooOften.body()).containsPattern("請於 [-0-9]{10} [:0-9]{8} 之後再試");
  }

  @Test
  void anUnknownOutcomeIsBeingConfirmedAndNotPaidTwice() {
    String page = page("P-5");
    String result = submit(page, new Answer.Unknown<>("time-out", true));
    assertThat(body(result)).contains("付款確認中", "http-equiv=\"refresh\"").doesNotContain("/again");
    int before = shop.ecpay.paymentsCreated.get();
    assertThat(shop.postForm(page, "PayToken=another").headers().firstValue("Location"))
        .contains(result);
    assertThat(shop.postForm(page + "/again", "").headers().firstValue("Location"))
        .contains(result);
    assertThat(shop.ecpay.paymentsCreated).hasValue(before);
  }

  @Test
  void aFormWithoutItsTokenChangesNothing() {
    String page = page("P-6");
    int before = shop.ecpay.paymentsCreated.get();
    for (String form : new String[] {"", "PayToken=", "PayToken=%", "Other=1"}) {
      assertThat(shop.postForm(page, form).statusCode()).as(form).isEqualTo(400);
    }
    assertThat(shop.postForm(page, "PayToken=" + "x".repeat(64 * 1024)).statusCode())
        .isEqualTo(413);
    assertThat(shop.ecpay.paymentsCreated).hasValue(before);
    assertThat(body(page)).contains("ECPayPayment");
  }

  @Test
  void aPaymentThatIsNotThereIsAFriendlyPage() {
    for (String path : new String[] {"/pay/NOTHING", "/pay/not-an-id!", "/pay/NOTHING/result"}) {
      HttpResponse<String> answer = shop.send(shop.anonymous(path));
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).contains("找不到這筆付款");
    }
  }

  @Test
  void aPaidOrderIsNotPaidAgain() {
    String page = page("P-7");
    String tradeNo = tradeNo("P-7");
    shop.postBytes("/callbacks/shop/payment", Notices.paid(tradeNo).getBytes(UTF_8));
    assertThat(shop.send(shop.anonymous(page)).headers().firstValue("Location"))
        .contains(page + "/result");
    assertThat(body(page + "/result")).contains("付款完成", "電子發票將自動開立");
    assertThat(shop.postForm(page + "/again", "").headers().firstValue("Location"))
        .contains(page + "/result");
  }

  @Test
  void whoPaidIsPromisedNoInvoiceThatWaitsForTheShop() {
    String content =
        Shop.order("P-HAND")
            .replace("\"/ABC.+-1\"", "\"/ABC.+-1\", \"timing\": {\"issue\": \"by_hand\"}");
    String order = Shop.json(shop.post("/api/v1/orders", content)).get("id").asText();
    JsonNode payment = Shop.json(shop.post("/api/v1/orders/" + order + "/payments", ""));
    shop.postBytes("/callbacks/shop/payment", Notices.paid(tradeNo("P-HAND")).getBytes(UTF_8));
    assertThat(body("/pay/" + payment.get("id").asText() + "/result"))
        .contains("付款完成", "電子發票將由商店開立")
        .doesNotContain("自動開立");
  }

  private static String tradeNo(String reference) {
    return Shop.json(shop.get("/api/v1/orders?reference=" + reference))
        .at("/payments/0/tradeNo")
        .asText();
  }

  @Test
  void theConsoleShowsAnOrderToWhoeverHasTheKey() {
    String id = shop.placed("P-8");
    assertThat(shop.send(shop.anonymous("/console/orders/" + id)).statusCode()).isEqualTo(401);
    String basic =
        "Basic "
            + java.util.Base64.getEncoder().encodeToString(("console:" + shop.key).getBytes(UTF_8));
    HttpResponse<String> page =
        shop.send(shop.anonymous("/console/orders/" + id).header("Authorization", basic));
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    assertThat(page.body())
        .contains("P-8", "OrderPlaced", "b***@example.com", "***678")
        .doesNotContain("buyer@example.com", "0912345678", shop.key);
  }

  @Test
  void theConsoleShowsWhatBecameOfInvoicesAndAllowances() {
    JsonNode invoice = shop.issued("P-9");
    String order = invoice.get("order").asText();
    shop.post(
        "/api/v1/orders/" + order + "/allowances",
        """
        {"reference": "R-9", "consent": "paper", "lines": [{"line": 1, "amount": 10}],
         "signature": {"owedBy": "me"}}
        """);
    JsonNode second = shop.issued("P-10");
    shop.post(
        "/api/v1/invoices/" + second.get("id").asText() + "/void", "{\"reason\": \"wrong goods\"}");
    assertThat(console(order))
        .contains(invoice.get("number").asText(), "990", "random number 1234", "signature owed");
    assertThat(console(second.get("order").asText()))
        .contains("voided", "wrong goods", "InvoiceChangeRequested", "void_invoice");
  }

  private static String console(String order) {
    String basic =
        "Basic "
            + java.util.Base64.getEncoder().encodeToString(("console:" + shop.key).getBytes(UTF_8));
    return shop.send(shop.anonymous("/console/orders/" + order).header("Authorization", basic))
        .body();
  }
}
