package ecpay.app.web.api.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.app.Shop;
import ecpay.domain.answer.Answer;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be offered to a buyer, and the way to ECPay's own page. */
class OffersApiTest {
  private static Shop shop;
  private static String order;

  @BeforeAll
  static void open() {
    shop = Shop.open();
    order = shop.placed("offers");
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static HttpResponse<String> offers(String json) {
    return shop.post("/api/v1/orders/" + order + "/payments", json);
  }

  private static List<String> violations(HttpResponse<String> answer) {
    return StreamSupport.stream(Shop.json(answer).path("violations").spliterator(), false)
        .map(one -> one.get("rule").asText() + " " + one.get("field").asText())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'channel':'moon'} | openapi channel",
        "{'methods':['web_atm']} | R-PAY-01 methods",
        "{'methods':[]} | R-PAY-01 methods",
        "{'methods':['instalments'],'instalments':[4]} | R-ORD-16 instalments",
        "{'methods':['card'],'instalments':[3]} | R-ORD-16 instalments",
        "{'instalments':['3']} | openapi instalments[0]",
        "{'methods':['atm'],'bonusPoints':true} | R-ORD-16 bonusPoints",
        "{'bonusPoints':'yes'} | openapi bonusPoints",
        "{'periodic':{'unit':'week','times':2}} | openapi periodic.unit",
        "{'periodic':{'unit':'day','frequency':366,'times':2}} | R-ORD-15 periodic.frequency",
        "{'periodic':{'unit':'year','times':100}} | R-ORD-15 periodic.times",
        "{'periodic':{'unit':'month'}} | openapi periodic.times",
        "{'remember':'a member'} | R-ORD-17 remember",
        "{'methods':['atm'],'expiry':{'atmDays':61}} | R-ORD-14 expiry.atmDays",
        "{'methods':['cvs_code'],'expiry':{'cvsMinutes':0}} | R-ORD-14 expiry.cvsMinutes",
        "{'methods':['cvs_barcode'],'expiry':{'barcodeDays':31}} | R-ORD-14 expiry.barcodeDays",
        "{'methods':['atm','cvs_code'],'brand':'FIRST'} | R-PAY-01 brand",
        "{'channel':'hosted','methods':['bnpl']} | R-ORD-05 methods",
        "{'methods':['card'],'counterLines':['tea']} | R-ORD-14 counterLines",
        "{'methods':['cvs_code'],'counterLines':['tea','echo']} | R-ORD-10 counterLines[1]",
        "{'customFields':['a','b']} | R-ORD-08 customFields",
        "{'branch':'S1'} | R-PAY-01 channel",
        "{'channel':'hosted','remark':'<b>'} | R-ORD-09 remark",
        "{'channel':'hosted','codeOnOurPage':true} | R-PAY-06 codeOnOurPage",
        "{'colour':'red'} | openapi colour",
      })
  void whatDoesNotFitIsRefusedByRuleAndField(String json, String violation) {
    HttpResponse<String> answer = offers(json.replace('\'', '"'));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(violations(answer)).contains(violation);
  }

  @Test
  void aMethodIsNamedAsTheApiNamesIt() {
    assertThat(offers("{\"methods\": [\"web_atm\"]}").body())
        .contains("web_atm is offered on ECPay's own page only (channel hosted)");
  }

  @Test
  void aHostedAttemptGivesItsFormToTheShopAndToTheBuyersPage() {
    HttpResponse<String> answer = offers("{\"channel\":\"hosted\",\"methods\":[\"atm\"]}");
    assertThat(answer.statusCode()).isEqualTo(201);
    JsonNode payment = Shop.json(answer);
    assertThat(payment.path("state").asText()).isEqualTo("handed_over");
    assertThat(payment.path("channel").asText()).isEqualTo("hosted");
    JsonNode form = payment.path("form");
    assertThat(form.path("action").asText()).endsWith("/Cashier/AioCheckOut/V5");
    assertThat(form.path("fields").findValuesAsText("name"))
        .contains("MerchantTradeNo", "ChoosePayment", "CheckMacValue");

    HttpResponse<String> again = offers("{\"channel\":\"hosted\",\"methods\":[\"atm\"]}");
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(Shop.json(again).path("form")).isEqualTo(form);

    HttpResponse<String> page = shop.get(URI.create(payment.path("payUrl").asText()).getPath());
    assertThat(page.body())
        .contains("action=\"" + form.path("action").asText() + "\"")
        .contains("name=\"CheckMacValue\"")
        .contains("/assets/hosted.js");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("form-action 'self' http");
  }

  @Test
  void besideAnAttemptOfWhichEcpayDoesNotAnswerAnotherBeginsOnlyWhenItIsWanted() {
    String payments = "/api/v1/orders/" + shop.placed("beside") + "/payments";
    String first = Shop.json(shop.post(payments, hosted("twqr", ""))).path("id").asText();
    shop.ecpay.asked = new Answer.Unknown<>("time-out", false);
    HttpResponse<String> refused = shop.post(payments, hosted("card", ""));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(Shop.json(refused).path("code").asText()).isEqualTo("under_way");
    assertThat(Shop.json(refused).path("payment").asText()).isEqualTo(first);
    assertThat(Shop.json(refused).path("detail").asText()).contains(first, "beside");
    assertThat(shop.post(payments, hosted("twqr", "")).statusCode()).as("a repeat").isEqualTo(200);
    assertThat(shop.post(payments, hosted("card", first)).statusCode()).isEqualTo(201);
    assertThat(violations(shop.post(payments, hosted("card", "no id"))))
        .containsExactly("R-ORD-02 beside");
    shop.ecpay.asked = new Answer.Accepted<>(Optional.empty());
    assertThat(shop.post(payments, hosted("atm", "")).statusCode()).as("unpaid").isEqualTo(201);
  }

  private static String hosted(String method, String beside) {
    return "{\"channel\":\"hosted\",\"methods\":[\"%s\"]%s}"
        .formatted(method, beside.isEmpty() ? "" : ",\"beside\":\"" + beside + "\"");
  }

  @Test
  void whatIsNotSignedIsNeverAcknowledged() {
    for (String callback : List.of("hosted-payment", "payment-info")) {
      HttpResponse<String> answer =
          shop.post("/callbacks/shop/" + callback, "MerchantID=3002607&RtnCode=1");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).startsWith("0|");
    }
  }

  @Test
  void theWayBackLeadsToThePageOfItsAttemptOnly() {
    HttpResponse<String> back = shop.get("/callbacks/shop/back/" + "X".repeat(26));
    assertThat(back.statusCode()).isEqualTo(303);
    assertThat(back.headers().firstValue("Location").orElse(""))
        .endsWith("/pay/" + "X".repeat(26) + "/result?left=1");
    assertThat(shop.get("/callbacks/shop/back").statusCode()).isEqualTo(200);
    assertThat(shop.get("/callbacks/shop/back/%3Cscript%3E").body()).doesNotContain("<script>");
  }
}
