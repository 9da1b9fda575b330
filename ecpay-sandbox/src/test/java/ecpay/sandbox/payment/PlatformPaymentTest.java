package ecpay.sandbox.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.crypto.Payload;
import ecpay.sandbox.Bench;
import ecpay.sandbox.Bench.Answer;
import ecpay.sandbox.Order;
import ecpay.sandbox.merchant.Service;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A platform sells for merchants bound to it, one of which has no keys of its own (R-TRN-09). */
class PlatformPaymentTest {
  private static final String PLATFORM = "3003008";
  private static final String SELLER = "7000001";

  @AutoClose
  private final Bench bench =
      new Bench(o -> o.withPlatform(Service.PAYMENT, PLATFORM, Set.of("3002607", SELLER)));

  @BeforeEach
  void start() {
    bench.taipei("2026-11-10T10:00:00");
  }

  private Answer call(String path, ObjectNode data) {
    data.put("PlatformID", PLATFORM).put("MerchantID", SELLER);
    var envelope = Bench.envelope(PLATFORM, bench.now(), Bench.PLATFORM_KEYS, data);
    return bench.call(path, envelope, Bench.PLATFORM_KEYS);
  }

  private JsonNode paid(String number) {
    var token = call(Order.GET_TOKEN, Order.token(number)).data().path("Token").asText();
    var payToken = Order.payToken(bench, Order.card(token, Offers.AT_ONCE));
    return call(Order.CREATE, Order.create(number, payToken)).data();
  }

  @Test
  void theNoticeComesInThePlatformsEnvelopeAndNamesTheSeller() {
    var number = Order.number();
    assertThat(paid(number).path("RtnCode").asInt()).isEqualTo(1);
    var envelope = Bench.json(bench.told(1).getFirst().body());
    assertThat(envelope.path("MerchantID").asText()).isEqualTo(PLATFORM);
    var text = Payload.with(Bench.PLATFORM_KEYS).decrypt(envelope.path("Data").asText());
    var data = Bench.json(text);
    assertThat(data.path("MerchantID").asText()).isEqualTo(SELLER);
    assertThat(data.path("PlatformID").asText()).isEqualTo(PLATFORM);
    assertThat(data.at("/OrderInfo/MerchantTradeNo").asText()).isEqualTo(number);
  }

  @Test
  void thePlatformAsksAndRefundsForTheSeller() {
    var number = Order.number();
    var tradeNo = paid(number).at("/OrderInfo/TradeNo").asText();
    assertThat(call(Order.QUERY, Order.query(number)).rtnCode()).isEqualTo(1);
    bench.taipei("2026-11-11T10:00:00");
    var detail = call("/1.0.0/CreditDetail/QueryTrade", Order.query(number));
    assertThat(detail.data().at("/RtnValue/Status").asText()).isEqualTo("Captured");
    var refund =
        Order.query(number).put("TradeNo", tradeNo).put("Action", "R").put("TotalAmount", 80);
    assertThat(call("/1.0.0/Credit/DoAction", refund).rtnCode()).isEqualTo(1);
  }

  @Test
  void sellersOfOnePlatformKeepTheirNumbersApart() {
    var number = Order.number();
    assertThat(paid(number).path("RtnCode").asInt()).isEqualTo(1);
    assertThat(bench.pay(Order.QUERY, Order.query(number)).rtnCode()).isEqualTo(10000185);
    assertThat(bench.pay(Order.GET_TOKEN, Order.token(number)).rtnCode()).isEqualTo(1);
  }

  @Test
  void whoeverIsNotBoundIsRefused() {
    var data = Order.query(Order.number()).put("PlatformID", PLATFORM).put("MerchantID", "3085779");
    var envelope = Bench.envelope(PLATFORM, bench.now(), Bench.PLATFORM_KEYS, data);
    var answer = bench.call(Order.QUERY, envelope, Bench.PLATFORM_KEYS);
    assertThat(answer.rtnCode()).isEqualTo(5100011);
    assertThat(answer.rtnMsg()).contains("MerchantID");
  }

  @Test
  void aContractChargesThroughThePlatformAsWell() {
    var number = Order.number();
    var data = Offers.periodic(number, "D", 1, 2);
    var token = call(Order.GET_TOKEN, data).data().path("Token").asText();
    var form = Order.card(token, Offers.AT_ONCE).put("Method", "PERIODIC");
    call(Order.CREATE, Order.create(number, Order.payToken(bench, form)));
    bench.taipei("2026-11-12T10:00:00");
    var later =
        bench.told(2).stream().filter(a -> a.path().equals("/callbacks/period")).findFirst();
    assertThat(Bench.json(later.orElseThrow().body()).path("MerchantID").asText())
        .isEqualTo(PLATFORM);
  }
}
