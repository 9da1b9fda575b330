package ecpay.sandbox.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.Bench;
import ecpay.sandbox.Order;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentTokenTest {
  @AutoClose private final Bench bench = new Bench();

  @Test
  void aTokenIsGivenForTenMinutes() {
    var answer = bench.pay(Order.GET_TOKEN, Order.token(Order.number()));
    assertThat(answer.transCode()).isEqualTo(1);
    assertThat(answer.rtnCode()).isEqualTo(1);
    assertThat(answer.data().path("MerchantID").asText()).isEqualTo("3002607");
    assertThat(answer.data().path("Token").asText()).isNotEmpty();
    assertThat(answer.data().path("TokenExpireDate").asText())
        .matches("\\d{4}/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d");
  }

  @Test
  void aTradeNumberIsUsedOnceForEver() {
    var number = Order.number();
    assertThat(bench.pay(Order.GET_TOKEN, Order.token(number)).rtnCode()).isEqualTo(1);
    assertThat(bench.pay(Order.GET_TOKEN, Order.token(number)).rtnCode()).isEqualTo(10200047);
  }

  @Test
  void ofTwentyParallelTokensForOneNumberOneIsGiven() {
    var number = Order.number();
    var given =
        IntStream.range(0, 20)
            .parallel()
            .filter(_ -> bench.pay(Order.GET_TOKEN, Order.token(number)).rtnCode() == 1)
            .count();
    assertThat(given).isEqualTo(1);
  }

  @Test
  void aPayTokenWorksOnceForItsOwnTradeOnly() {
    var number = Order.number();
    var token = bench.pay(Order.GET_TOKEN, Order.token(number)).data().path("Token").asText();
    var first = Order.payToken(bench, Order.method(token, "ATM"));
    var second = Order.payToken(bench, Order.method(token, "CVS"));
    var strange = bench.pay(Order.CREATE, Order.create("Another1", first));
    assertThat(strange.rtnCode()).isEqualTo(5100011);
    assertThat(strange.rtnMsg()).contains("MerchantTradeNo");
    assertThat(bench.pay(Order.CREATE, Order.create(number, first)).rtnCode()).isEqualTo(1);
    assertThat(bench.pay(Order.CREATE, Order.create(number, first)).rtnMsg()).contains("PayToken");
    assertThat(bench.pay(Order.CREATE, Order.create(number, second)).rtnCode()).isEqualTo(10200047);
    var again =
        bench.post("/sandbox/pay-token", "application/json", Order.method(token, "ATM").toString());
    assertThat(again.statusCode()).isEqualTo(400);
  }

  @Test
  void ofTwentyParallelPaymentsWithOnePayTokenOneIsTaken() {
    var number = Order.number();
    var token = bench.pay(Order.GET_TOKEN, Order.token(number)).data().path("Token").asText();
    var payToken = Order.payToken(bench, Order.card(token, "4311952222220001"));
    var taken =
        IntStream.range(0, 20)
            .parallel()
            .filter(_ -> bench.pay(Order.CREATE, Order.create(number, payToken)).rtnCode() == 1)
            .count();
    assertThat(taken).isEqualTo(1);
    assertThat(bench.told(1)).hasSize(1);
    assertThat(bench.trade(number).path("paidCount").asInt()).isEqualTo(1);
  }

  @Test
  void aTokenDiesAfterTenMinutes() {
    var number = Order.number();
    var token = bench.pay(Order.GET_TOKEN, Order.token(number)).data().path("Token").asText();
    var payToken = Order.payToken(bench, Order.card(token, Order.APPROVED));
    bench.control("POST", "/sandbox/clock", "{\"advanceSeconds\":605}");
    var answer = bench.pay(Order.CREATE, Order.create(number, payToken));
    assertThat(answer.rtnCode()).isEqualTo(5100011);
    assertThat(answer.rtnMsg()).contains("expired");
    assertThat(bench.get("/sandbox/pay-form?token=" + token).statusCode()).isEqualTo(400);
  }

  @Test
  void theFormOffersWhatTheTokenAllowsToAnyOrigin() {
    var data = Order.token(Order.number()).put("ChoosePaymentList", "1,3");
    var token = bench.pay(Order.GET_TOKEN, data).data().path("Token").asText();
    var form = bench.get("/sandbox/pay-form?token=" + token);
    assertThat(form.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    assertThat(Bench.json(form.body()).path("Methods").toString()).isEqualTo("[\"CARD\",\"ATM\"]");
    assertThat(Bench.json(form.body()).path("TotalAmount").asInt()).isEqualTo(1680);
    var cvs =
        bench.post("/sandbox/pay-token", "application/json", Order.method(token, "CVS").toString());
    assertThat(cvs.statusCode()).isEqualTo(400);
    assertThat(bench.get("/Scripts/sdk-1.0.0.js").body()).contains("getPayToken", "ECPayPayment");
  }

  @ParameterizedTest
  @CsvSource({
    "CardNumber, 4111111111111111, test cards",
    "CardExpiry, 13/35, MM/YY",
    "CardExpiry, 01/20, expired",
    "CardCVV, 12, CardCVV",
    "Token, nobody, Token",
    "CardCvv, 222, unknown name CardCvv"
  })
  void aBadCardFormIsRefusedWithWords(String field, String value, String words) {
    var token =
        bench.pay(Order.GET_TOKEN, Order.token(Order.number())).data().path("Token").asText();
    var form = Order.card(token, Order.APPROVED).put(field, value);
    var answer = bench.post("/sandbox/pay-token", "application/json", form.toString());
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /RememberCard                   |                       | 5100010
          /RememberCard                   | 2                     | 5100011
          /PaymentUIType                  |                       | 5100010
          /PaymentUIType                  | 1                     | 5100011
          /ChoosePaymentList              |                       | 5100010
          /ChoosePaymentList              | "1,9"                 | 5100011
          /OrderInfo                      |                       | 5100010
          /OrderInfo                      | "text"                | 5100011
          /OrderInfo/MerchantTradeNo      |                       | 5100010
          /OrderInfo/MerchantTradeNo      | "A-1"                 | 5100011
          /OrderInfo/MerchantTradeNo      | "ABCDEFGHIJ12345678901" | 5100011
          /OrderInfo/MerchantTradeDate    | "2026-11-21 10:20:30" | 5100011
          /OrderInfo/MerchantTradeDate    | "2026/02/30 10:20:30" | 5100011
          /OrderInfo/TotalAmount          | 0                     | 5100011
          /OrderInfo/TotalAmount          | 10.5                  | 5100011
          /OrderInfo/TotalAmount          |                       | 5100010
          /OrderInfo/ReturnURL            |                       | 5100010
          /OrderInfo/ReturnURL            | "https://shop.example:8443/x" | 5100011
          /OrderInfo/ReturnURL            | "http://shop.example:443/x" | 5100011
          /OrderInfo/ReturnURL            | "ftp://shop.example/x" | 5100011
          /OrderInfo/ReturnURL            | "https://中文.tw/x"   | 5100011
          /OrderInfo/ReturnURL            | "https://shop.example/a;b" | 5100011
          /OrderInfo/TradeDesc            |                       | 5100010
          /OrderInfo/TradeDesc            | "<b>sale</b>"         | 10400011
          /OrderInfo/ItemName             | "an echo"             | 10400011
          /OrderInfo/ItemName             | "tea; rm"             | 10400011
          /CardInfo                       |                       | 5100010
          /CardInfo/OrderResultURL        |                       | 5100010
          /CardInfo/OrderResultURL        | "https://shop.example/callbacks/ecpg" | 5100011
          /CardInfo/Redeem                | "Y"                   | 5100011
          /UnionPayInfo                   |                       | 5100010
          /ATMInfo/ExpireDate             | 61                    | 5100011
          /ATMInfo                        |                       | 5100010
          /CVSInfo/StoreExpireDate        | 43201                 | 5100011
          /BarcodeInfo/StoreExpireDate    | 31                    | 5100011
          /CVSInfo/Desc_4                 | "123456789012345678901" | 5100011
          /BarcodeInfo                    |                       | 5100010
          /ConsumerInfo                   |                       | 5100010
          /ConsumerInfo/Email             | "no address"          | 5100011
          /ConsumerInfo/Phone             | "09-12"               | 5100011
          """)
  void aBadOrderIsRefusedByFieldAndLeavesItsNumberFree(String pointer, String value, int code) {
    var number = Order.number();
    var data = Order.token(number);
    var slash = pointer.lastIndexOf('/');
    var parent = (ObjectNode) data.at(pointer.substring(0, slash));
    var name = pointer.substring(slash + 1);
    if (value == null) {
      parent.remove(name);
    } else {
      parent.set(name, Bench.json(value));
    }
    var answer = bench.pay(Order.GET_TOKEN, data);
    assertThat(answer.rtnCode()).isEqualTo(code);
    assertThat(answer.rtnMsg()).contains(pointer.substring(1).replace('/', '.'));
    assertThat(bench.pay(Order.GET_TOKEN, Order.token(number)).rtnCode()).isEqualTo(1);
  }

  @Test
  void aMemberIsNeededToRememberACardAndSomeWayToReachTheBuyer() {
    var remembered = Order.token(Order.number()).put("RememberCard", 1);
    assertThat(bench.pay(Order.GET_TOKEN, remembered).rtnMsg()).contains("MerchantMemberID");
    var unreachable = Order.token(Order.number());
    unreachable.putObject("ConsumerInfo").put("Name", "somebody");
    assertThat(bench.pay(Order.GET_TOKEN, unreachable).rtnCode()).isEqualTo(5100010);
  }
}
