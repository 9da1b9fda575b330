package ecpay.sandbox.payment;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.sandbox.Bench;
import ecpay.sandbox.Order;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardPaymentTest {
  @AutoClose private final Bench bench = new Bench();

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
    var data = Bench.notice(told.body());
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
    assertThat(Bench.notice(resultData(page.body()))).isEqualTo(data);
    assertThat(bench.trade(number).path("paidCount").asInt()).isEqualTo(1);
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
    assertThat(bench.trade(number).path("paidCount").asInt()).isEqualTo(1);
  }

  @Test
  void aWrongCodeMayBeCorrectedAndTheThirdOneFails() {
    var number = Order.number();
    var url =
        Order.place(bench, number, Order.APPROVED).data().at("/ThreeDInfo/ThreeDURL").asText();
    assertThat(bench.submit(url, "code", "9999").body()).contains("Wrong code");
    assertThat(bench.submit(url, "code", "").body()).contains("Wrong code");
    assertThat(bench.trade(number).path("status").asText()).isEqualTo("AUTHENTICATING");
    var page = bench.submit(url, "code", "0000").body();
    assertThat(Bench.notice(resultData(page)).path("RtnCode").asInt()).isEqualTo(10200043);
    assertThat(Bench.notice(bench.told(1).getFirst().body()).path("RtnCode").asInt())
        .isEqualTo(10200043);
    assertThat(bench.submit(url, "code", "1234").body()).contains("failed");
    assertThat(bench.trade(number).path("status").asText()).isEqualTo("FAILED");
  }

  @Test
  void aBuyerWhoCancelsFailsThreeDSecure() {
    var number = Order.number();
    var url =
        Order.place(bench, number, Order.APPROVED).data().at("/ThreeDInfo/ThreeDURL").asText();
    bench.submit(url, "action", "cancel");
    assertThat(Bench.notice(bench.told(1).getFirst().body()).path("RtnCode").asInt())
        .isEqualTo(10200043);
    var query = bench.pay(Order.QUERY, Order.query(number));
    assertThat(query.rtnCode()).isEqualTo(1);
    assertThat(query.data().at("/OrderInfo/TradeStatus").asText()).isEqualTo("10200095");
  }

  @ParameterizedTest
  @CsvSource({"4311952222220058, 10200058", "4311952222220043, 10200043"})
  void aFailingTestCardFailsWithItsCode(String card, int code) {
    var number = Order.number();
    var page = Order.payByCard(bench, number, card);
    var told = Bench.notice(bench.told(1).getFirst().body());
    assertThat(told.path("RtnCode").asInt()).isEqualTo(code);
    assertThat(told.at("/OrderInfo/PaymentDate").asText()).isEmpty();
    assertThat(Bench.notice(resultData(page.body())).path("RtnCode").asInt()).isEqualTo(code);
    assertThat(bench.trade(number).path("paidCount").asInt()).isZero();
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
    assertThat(Bench.notice(bench.told(1).getFirst().body()).path("RtnCode").asInt()).isEqualTo(1);
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
}
