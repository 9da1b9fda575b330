package ecpay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.crypto.Payload;
import java.io.IOException;
import java.util.HashSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentTest {
  private Bench bench;

  @BeforeEach
  void start() throws IOException {
    bench = new Bench();
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private JsonNode trade(String number) {
    for (var trade : bench.control("GET", "/sandbox/ledger", "").path("trades")) {
      if (trade.path("merchantTradeNo").asText().equals(number)) {
        return trade;
      }
    }
    throw new AssertionError("no trade " + number);
  }

  private JsonNode opened(String envelope) {
    var node = Bench.json(envelope);
    assertThat(node.path("TransCode").asInt()).isEqualTo(1);
    assertThat(node.path("MerchantID").asText()).isEqualTo("3002607");
    return Bench.json(Payload.with(Bench.PAYMENT_KEYS).decrypt(node.path("Data").asText()));
  }

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
  void aCardIsPaidThroughThreeDSecureAndTheShopIsTold() {
    var number = Order.number();
    var answer = Order.place(bench, number, Order.APPROVED);
    assertThat(answer.rtnCode()).isEqualTo(1);
    assertThat(answer.data().path("OrderInfo").path("MerchantTradeNo").asText()).isEqualTo(number);
    assertThat(answer.data().path("OrderInfo").has("TradeNo")).isFalse();
    var url = answer.data().path("ThreeDInfo").path("ThreeDURL").asText();
    assertThat(url).startsWith(bench.sandbox.url()).hasSizeLessThanOrEqualTo(200);
    assertThat(bench.get(url).body()).contains("3-D Secure", "NT$ 1,680", "431195******2222");

    var page = bench.submit(url, "code", "1234", "action", "confirm");
    var told = bench.told(1).getFirst();
    assertThat(told.path()).isEqualTo("/callbacks/ecpg");
    assertThat(told.contentType()).isEqualTo("application/json");
    var data = opened(told.body());
    assertThat(data.path("RtnCode").isInt()).isTrue();
    assertThat(data.path("RtnCode").asInt()).isEqualTo(1);
    assertThat(data.path("RtnMsg").asText()).isEqualTo("交易成功");
    assertThat(data.path("OrderInfo").path("TradeAmt").asInt()).isEqualTo(1680);
    assertThat(data.path("OrderInfo").path("TradeStatus").asText()).isEqualTo("1");
    assertThat(data.path("OrderInfo").path("TradeNo").asText()).hasSize(16);
    assertThat(data.path("OrderInfo").path("ChargeFee").decimalValue())
        .isEqualByComparingTo("46.20");
    assertThat(data.path("CardInfo").path("Eci").asInt()).isEqualTo(5);
    assertThat(data.path("CardInfo").path("Card4No").asText()).isEqualTo("2222");
    assertThat(data.path("CustomField").asText()).isEqualTo("field 1");
    assertThat(data.has("SimulatePaid")).isFalse();

    assertThat(page.body()).contains("action=\"" + bench.shop.url() + "/pay/result\"");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("script-src 'self'")
        .doesNotContain("unsafe");
    assertThat(opened(resultData(page.body()))).isEqualTo(data);
    assertThat(trade(number).path("paidCount").asInt()).isEqualTo(1);
  }

  private static String resultData(String page) {
    var matcher = Pattern.compile("name=\"ResultData\" value=\"([^\"]*)\"").matcher(page);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1).replace("&quot;", "\"").replace("&amp;", "&");
  }

  @Test
  void aPaidTradeIsPaidOnceHoweverOftenTheCodeIsSent() {
    var number = Order.number();
    var url =
        Order.place(bench, number, Order.APPROVED).data().at("/ThreeDInfo/ThreeDURL").asText();
    IntStream.range(0, 8)
        .parallel()
        .forEach(_ -> bench.submit(url, "code", "1234", "action", "confirm"));
    assertThat(bench.told(1)).hasSize(1);
    assertThat(trade(number).path("paidCount").asInt()).isEqualTo(1);
  }

  @Test
  void aWrongCodeMayBeCorrectedAndTheThirdOneFails() {
    var number = Order.number();
    var url =
        Order.place(bench, number, Order.APPROVED).data().at("/ThreeDInfo/ThreeDURL").asText();
    assertThat(bench.submit(url, "code", "9999").body()).contains("Wrong code");
    assertThat(bench.submit(url, "code", "").body()).contains("Wrong code");
    assertThat(trade(number).path("status").asText()).isEqualTo("AUTHENTICATING");
    var page = bench.submit(url, "code", "0000").body();
    assertThat(opened(resultData(page)).path("RtnCode").asInt()).isEqualTo(10200043);
    assertThat(opened(bench.told(1).getFirst().body()).path("RtnCode").asInt()).isEqualTo(10200043);
    assertThat(bench.submit(url, "code", "1234").body()).contains("failed");
    assertThat(trade(number).path("status").asText()).isEqualTo("FAILED");
  }

  @Test
  void aBuyerWhoCancelsFailsThreeDSecure() {
    var number = Order.number();
    var url =
        Order.place(bench, number, Order.APPROVED).data().at("/ThreeDInfo/ThreeDURL").asText();
    bench.submit(url, "action", "cancel");
    assertThat(opened(bench.told(1).getFirst().body()).path("RtnCode").asInt()).isEqualTo(10200043);
    var query = bench.pay(Order.QUERY, Order.query(number));
    assertThat(query.rtnCode()).isEqualTo(1);
    assertThat(query.data().at("/OrderInfo/TradeStatus").asText()).isEqualTo("10200095");
  }

  @ParameterizedTest
  @CsvSource({"4311952222220058, 10200058", "4311952222220043, 10200043"})
  void aFailingTestCardFailsWithItsCode(String card, int code) {
    var number = Order.number();
    var page = Order.payByCard(bench, number, card);
    var told = opened(bench.told(1).getFirst().body());
    assertThat(told.path("RtnCode").asInt()).isEqualTo(code);
    assertThat(told.at("/OrderInfo/PaymentDate").asText()).isEmpty();
    assertThat(opened(resultData(page.body())).path("RtnCode").asInt()).isEqualTo(code);
    assertThat(trade(number).path("paidCount").asInt()).isZero();
  }

  @Test
  void aCardWithoutThreeDSecureIsPaidInTheAnswer() {
    var number = Order.number();
    var answer = Order.place(bench, number, "4311952222220001");
    assertThat(answer.rtnCode()).isEqualTo(1);
    assertThat(answer.data().at("/OrderInfo/TradeStatus").asText()).isEqualTo("1");
    assertThat(answer.data().at("/CardInfo/AuthCode").asText()).hasSize(6);
    assertThat(answer.data().at("/CardInfo/Eci").asInt()).isZero();
    assertThat(bench.told(1)).hasSize(1);
  }

  @Test
  void unionPayLeadsToItsMockPage() {
    var number = Order.number();
    var answer = Order.place(bench, number, "UNIONPAY");
    var url = answer.data().at("/UnionPayInfo/UnionPayURL").asText();
    assertThat(bench.get(url).body()).contains("UnionPay mock");
    bench.submit(url, "action", "confirm");
    assertThat(opened(bench.told(1).getFirst().body()).path("RtnCode").asInt()).isEqualTo(1);
  }

  @Test
  void anAtmAccountWaitsForItsMoney() {
    var number = Order.number();
    var answer = Order.place(bench, number, "ATM");
    assertThat(answer.rtnCode()).isEqualTo(1);
    assertThat(answer.data().at("/ATMInfo/BankCode").asText()).hasSize(3);
    assertThat(answer.data().at("/ATMInfo/vAccount").asText()).hasSize(16);
    assertThat(answer.data().at("/ATMInfo/ExpireDate").asText()).matches("\\d{4}/\\d\\d/\\d\\d");
    assertThat(answer.data().at("/OrderInfo/TradeStatus").asText()).isEqualTo("0");
    var query = bench.pay(Order.QUERY, Order.query(number)).data();
    assertThat(query.at("/OrderInfo/TradeStatus").asText()).isEqualTo("0");
    assertThat(query.path("ATMInfo").isNull()).isTrue();

    bench.control("POST", "/sandbox/trades/" + number + "/pay", "{}");
    var told = opened(bench.told(1).getFirst().body());
    assertThat(told.at("/ATMInfo/ATMAccNo").asText()).hasSize(5);
    assertThat(told.at("/OrderInfo/TradeStatus").asText()).isEqualTo("1");
    assertThat(
            bench.post("/sandbox/trades/" + number + "/pay", "application/json", "{}").statusCode())
        .isEqualTo(409);
  }

  @Test
  void aStoreCodeAndABarcodeHaveTheirLengths() {
    var cvs = Order.place(bench, Order.number(), "CVS").data().path("CVSInfo");
    assertThat(cvs.path("PaymentNo").asText()).hasSize(14);
    assertThat(cvs.path("ExpireDate").asText()).hasSize(19);
    assertThat(cvs.path("PaymentURL").asText()).hasSizeLessThanOrEqualTo(100).isNotEmpty();
    var barcode = Order.place(bench, Order.number(), "BARCODE").data().path("BarcodeInfo");
    assertThat(barcode.path("Barcode1").asText()).matches("\\d{9}");
    assertThat(barcode.path("Barcode2").asText()).matches("\\d{16}");
    assertThat(barcode.path("Barcode3").asText()).matches("\\d{15}");
    assertThat(barcode.path("ExpireDate").asText()).hasSize(19);
  }

  @Test
  void anExpiredStoreCodeCannotBePaid() {
    var number = Order.number();
    Order.place(bench, number, "CVS");
    bench.control("POST", "/sandbox/clock", "{\"advanceSeconds\":" + (10080 * 60 + 1) + "}");
    assertThat(
            bench.post("/sandbox/trades/" + number + "/pay", "application/json", "{}").statusCode())
        .isEqualTo(409);
  }

  @Test
  void aSimulatedPaymentIsNoMoney() {
    var number = Order.number();
    Order.place(bench, number, "ATM");
    bench.control("POST", "/sandbox/trades/" + number + "/pay", "{\"simulated\":true}");
    var told = opened(bench.told(1).getFirst().body());
    assertThat(told.path("SimulatePaid").asInt()).isEqualTo(1);
    assertThat(told.path("RtnCode").asInt()).isEqualTo(1);
    assertThat(told.at("/OrderInfo/TradeStatus").asText()).isEqualTo("0");
    assertThat(trade(number).path("paidCount").asInt()).isZero();
  }

  @Test
  void aQueryKnowsNoTradeBeforeItsPayment() {
    var number = Order.number();
    bench.pay(Order.GET_TOKEN, Order.token(number));
    assertThat(bench.pay(Order.QUERY, Order.query(number)).rtnCode()).isEqualTo(10000185);
    assertThat(bench.pay(Order.QUERY, Order.query("Unknown1")).rtnCode()).isEqualTo(10000185);
  }

  @Test
  void theSampleRequestOfSeed001IsAccepted() {
    var token =
        bench.pay(Order.GET_TOKEN, Order.token("test123456789")).data().path("Token").asText();
    var payToken = Order.payToken(bench, Order.card(token, Order.APPROVED));
    var sample =
        """
        {
        "MerchantID": "3002607",
        "PayToken": "%s",
        "MerchantTradeNo": "test123456789"
        }
        """
            .formatted(payToken);
    assertThat(bench.pay(Order.CREATE, Bench.json(sample)).rtnCode()).isEqualTo(1);
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
    assertThat(trade(number).path("paidCount").asInt()).isEqualTo(1);
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
    "Token, nobody, Token"
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

  @Test
  void tradeNumbersOfEcpayNeverRepeat() {
    var numbers = new HashSet<String>();
    for (int i = 0; i < 20; i++) {
      var number = Order.number();
      Order.place(bench, number, "ATM");
      numbers.add(trade(number).path("tradeNo").asText());
    }
    assertThat(numbers).hasSize(20);
  }
}
