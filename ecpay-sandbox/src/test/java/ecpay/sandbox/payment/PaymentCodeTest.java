package ecpay.sandbox.payment;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.sandbox.Bench;
import ecpay.sandbox.Order;
import java.util.HashSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PaymentCodeTest {
  @AutoClose private final Bench bench = new Bench();

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
    var told = Bench.notice(bench.told(1).getFirst().body());
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
    assertThat(cvs.path("PaymentURL").asText())
        .hasSizeLessThanOrEqualTo(100)
        .endsWith("/sandbox/counter.html");
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
    var told = Bench.notice(bench.told(1).getFirst().body());
    assertThat(told.path("SimulatePaid").asInt()).isEqualTo(1);
    assertThat(told.path("RtnCode").asInt()).isEqualTo(1);
    assertThat(told.at("/OrderInfo/TradeStatus").asText()).isEqualTo("0");
    assertThat(bench.trade(number).path("paidCount").asInt()).isZero();
  }

  @Test
  void tradeNumbersOfEcpayNeverRepeat() {
    var numbers = new HashSet<String>();
    for (int i = 0; i < 20; i++) {
      var number = Order.number();
      Order.place(bench, number, "ATM");
      numbers.add(bench.trade(number).path("tradeNo").asText());
    }
    assertThat(numbers).hasSize(20);
  }
}
