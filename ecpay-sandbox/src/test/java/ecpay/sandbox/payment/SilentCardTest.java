package ecpay.sandbox.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecpay.sandbox.Bench;
import ecpay.sandbox.Order;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SilentCardTest {
  @AutoClose private final Bench bench = new Bench();

  private String silent(String card) {
    var number = Order.number();
    assertThatThrownBy(() -> Order.place(bench, number, card))
        .isInstanceOf(UncheckedIOException.class);
    return number;
  }

  @Test
  void aTimeOutLeavesNothingBehindButAUsedPayToken() {
    var number = silent("4311952222220115");
    assertThat(bench.pay(Order.QUERY, Order.query(number)).rtnCode()).isEqualTo(10000185);
    bench.control("POST", "/sandbox/clock", "{\"advanceSeconds\":3600}");
    assertThat(bench.pay(Order.QUERY, Order.query(number)).rtnCode()).isEqualTo(10000185);
    assertThat(bench.pay(Order.GET_TOKEN, Order.token(number)).rtnCode()).isEqualTo(10200047);
    assertThat(bench.shop.arrivals()).isEmpty();
  }

  @Test
  void anUnknownOutcomeIsFirstApprovedAndThenTold() {
    bench.taipei("2026-11-10T10:00:00");
    var number = silent("4311952222220116");
    var status = "/OrderInfo/TradeStatus";
    assertThat(bench.pay(Order.QUERY, Order.query(number)).data().at(status).asText())
        .isEqualTo("0");
    bench.taipei("2026-11-10T10:06:00");
    var paid = bench.pay(Order.QUERY, Order.query(number)).data();
    assertThat(paid.at(status).asText()).isEqualTo("1");
    assertThat(paid.at("/OrderInfo/PaymentDate").asText()).startsWith("2026/11/10 10:05:");
    bench.quiet();
    assertThat(bench.shop.arrivals()).isEmpty();
    bench.taipei("2026-11-10T10:16:00");
    var told = Bench.notice(bench.told(1).getFirst().body());
    assertThat(told.path("RtnCode").asInt()).isEqualTo(1);
    assertThat(bench.trade(number).path("paidCount").asInt()).isEqualTo(1);
  }
}
