package ecpay.sandbox.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.Bench;
import ecpay.sandbox.Order;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodicPaymentTest {
  private static final String ACTION = "/1.0.0/Cashier/CreditCardPeriodAction";

  @AutoClose private final Bench bench = new Bench();

  @BeforeEach
  void start() {
    bench.taipei("2026-01-31T10:00:00");
  }

  private String begin(String type, int frequency, int times) {
    var number = Order.number();
    var data = Offers.periodic(number, type, frequency, times);
    assertThat(Offers.pay(bench, data, "PERIODIC", "{}").rtnCode()).isEqualTo(1);
    return number;
  }

  private List<JsonNode> charges(int times) {
    return bench.told(times).stream()
        .filter(a -> a.path().equals("/callbacks/period"))
        .map(a -> Bench.notice(a.body()))
        .toList();
  }

  private void refuse(String number, int times) {
    var body = "{\"merchantTradeNo\":\"%s\",\"refuseNext\":%d}".formatted(number, times);
    bench.control("POST", "/sandbox/contracts", body);
  }

  private Bench.Answer act(String number, String action) {
    return bench.pay(ACTION, Order.query(number).put("Action", action));
  }

  @Test
  void theFirstChargeGoesToReturnUrlAndTheLaterOnesToPeriodReturnUrl() {
    var number = begin("M", 1, 3);
    var first = bench.told(1).getFirst();
    assertThat(first.path()).isEqualTo("/callbacks/ecpg");
    var card = Bench.notice(first.body()).path("CardInfo");
    assertThat(card.path("PeriodType").asText()).isEqualTo("M");
    assertThat(card.path("Frequency").asInt()).isEqualTo(1);
    assertThat(card.path("ExecTimes").asInt()).isEqualTo(3);
    assertThat(card.path("PeriodAmount").asInt()).isEqualTo(1680);
    assertThat(card.path("TotalSuccessTimes").asInt()).isEqualTo(1);

    bench.taipei("2026-12-31T10:00:00");
    var later = charges(3);
    assertThat(later).hasSize(2);
    var times =
        later.stream().map(c -> c.at("/CardInfo/TotalSuccessTimes").asInt()).sorted().toList();
    assertThat(times).containsExactly(2, 3);
    var tradeNumbers = later.stream().map(c -> c.at("/OrderInfo/TradeNo").asText()).distinct();
    assertThat(tradeNumbers.count()).isEqualTo(2);
    var dates =
        later.stream().map(c -> c.at("/CardInfo/ProcessDate").asText().substring(0, 10)).sorted();
    assertThat(dates).containsExactly("2026/02/28", "2026/03/31");

    var query = bench.pay(Order.QUERY, Order.query(number)).data().path("CardInfo");
    assertThat(query.path("TotalSuccessTimes").asInt()).isEqualTo(3);
    assertThat(query.path("TotalSuccessAmount").asInt()).isEqualTo(5040);
  }

  @Test
  void aQueryTellsWhetherTheContractRunsAndEachOfItsCharges() {
    var number = begin("D", 10, 5);
    refuse(number, 1);
    bench.taipei("2026-02-20T12:00:00");
    var answer = bench.pay(Order.QUERY, Order.query(number)).data();
    assertThat(answer.path("ExecStatus").asText()).isEqualTo("1");
    var log = answer.path("ExecLog");
    assertThat(log).hasSize(3);
    assertThat(log.path(0).path("TradeNo").asText())
        .isEqualTo(answer.at("/OrderInfo/TradeNo").asText());
    assertThat(log.path(1).path("RtnCode").asInt()).isEqualTo(10200058);
    assertThat(log.path(1).path("Gwsr").asInt()).isZero();
    assertThat(log.path(2).path("Gwsr").asInt()).isPositive();
    assertThat(log.path(2).path("ProcessDate").asText()).startsWith("2026/02/20");
    act(number, "Cancel");
    assertThat(bench.pay(Order.QUERY, Order.query(number)).data().path("ExecStatus").asText())
        .isEqualTo("0");
  }

  @Test
  void everyLaterChargeCanBeAskedForByItsOwnTradeNumber() {
    var number = begin("D", 1, 2);
    bench.taipei("2026-02-01T12:00:00");
    var tradeNo = charges(2).getFirst().at("/OrderInfo/TradeNo").asText();
    var detail =
        bench.pay("/1.0.0/CreditDetail/QueryTrade", Order.query(number).put("TradeNo", tradeNo));
    assertThat(detail.data().at("/RtnValue/Status").asText()).isEqualTo("Authorized");
    assertThat(detail.data().at("/RtnValue/Amount").asInt()).isEqualTo(1680);
  }

  @Test
  void aRefusedChargeIsToldAndCanBeAuthorizedAgain() {
    var number = begin("D", 10, 5);
    assertThat(act(number, "ReAuth").rtnCode()).isEqualTo(10200999);
    refuse(number, 1);
    bench.taipei("2026-02-10T12:00:00");
    var refused = charges(2).getFirst();
    assertThat(refused.path("RtnCode").asInt()).isEqualTo(10200058);
    assertThat(refused.at("/CardInfo/TotalSuccessTimes").asInt()).isEqualTo(1);
    assertThat(refused.at("/CardInfo/Gwsr").asInt()).isZero();
    assertThat(act(number, "ReAuth").rtnCode()).isEqualTo(1);
    var again = charges(3).get(1);
    assertThat(again.path("RtnCode").asInt()).isEqualTo(1);
    assertThat(again.at("/CardInfo/TotalSuccessTimes").asInt()).isEqualTo(2);
  }

  @Test
  void sixRefusalsInARowStopTheContractForGood() {
    var number = begin("D", 1, 99);
    refuse(number, 6);
    bench.taipei("2026-03-31T10:00:00");
    assertThat(charges(7)).hasSize(6);
    assertThat(bench.control("GET", "/sandbox/ledger", "").at("/contracts/0/status").asText())
        .isEqualTo("STOPPED");
    assertThat(act(number, "Cancel").rtnCode()).isEqualTo(100006);
    assertThat(act(number, "ReAuth").rtnCode()).isEqualTo(100006);
  }

  @Test
  void aCancelledContractChargesNoMore() {
    var number = begin("D", 1, 9);
    assertThat(act(number, "Cancel").rtnCode()).isEqualTo(1);
    assertThat(act(number, "Cancel").rtnCode()).isEqualTo(100006);
    bench.taipei("2026-03-31T10:00:00");
    assertThat(charges(1)).isEmpty();
    assertThat(act(Order.number(), "Cancel").rtnCode()).isEqualTo(10000185);
    assertThat(act(number, "Suspend").rtnCode()).isEqualTo(5100011);
  }

  @Test
  void aFirstChargeThatFailsBeginsNoContract() {
    var number = Order.number();
    var data = Offers.periodic(number, "D", 1, 9);
    var words = "{\"CardNumber\":\"4311952222220058\"}";
    var url = Offers.pay(bench, data, "PERIODIC", words).data().at("/ThreeDInfo/ThreeDURL");
    bench.submit(url.asText(), "code", "1234", "action", "confirm");
    assertThat(bench.control("GET", "/sandbox/ledger", "").path("contracts")).isEmpty();
    assertThat(act(number, "Cancel").rtnCode()).isEqualTo(10000185);
  }

  @ParameterizedTest
  @CsvSource({
    "PeriodAmount, 1681",
    "PeriodAmount, 0",
    "PeriodType, W",
    "Frequency, 0",
    "Frequency, 366",
    "ExecTimes, 1",
    "ExecTimes, 1000",
    "PeriodReturnURL, nowhere",
    "Redeem, 1",
    "CreditInstallment, '3,6'"
  })
  void theTermsHaveBounds(String field, String value) {
    var data = Offers.periodic(Order.number(), "D", 365, 999);
    assertThat(bench.pay(Order.GET_TOKEN, data).rtnCode()).isEqualTo(1);
    ((ObjectNode) data.path("OrderInfo")).put("MerchantTradeNo", Order.number());
    ((ObjectNode) data.path("CardInfo")).put(field, value);
    var answer = bench.pay(Order.GET_TOKEN, data);
    assertThat(answer.rtnCode()).isEqualTo(5100011);
    assertThat(answer.rtnMsg()).contains("CardInfo." + field);
  }

  @ParameterizedTest
  @CsvSource({
    "M, 12, 999, 1",
    "M, 13, 2, 5100011",
    "Y, 1, 99, 1",
    "Y, 2, 2, 5100011",
    "Y, 1, 100, 5100011"
  })
  void monthsAndYearsHaveTheirOwnBounds(String type, int frequency, int times, int code) {
    var data = Offers.periodic(Order.number(), type, frequency, times);
    assertThat(bench.pay(Order.GET_TOKEN, data).rtnCode()).isEqualTo(code);
  }

  @Test
  void thePeriodFieldsMayBeWantedInOrderInfo() {
    bench.control("POST", "/sandbox/settings", "{\"periodInOrderInfo\":true}");
    var data = Offers.periodic(Order.number(), "D", 1, 2);
    assertThat(bench.pay(Order.GET_TOKEN, data).rtnMsg()).contains("OrderInfo.PeriodAmount");
    var card = (ObjectNode) data.path("CardInfo");
    for (var name :
        new String[] {"PeriodAmount", "PeriodType", "Frequency", "ExecTimes", "PeriodReturnURL"}) {
      ((ObjectNode) data.path("OrderInfo")).set(name, card.remove(name));
    }
    assertThat(bench.pay(Order.GET_TOKEN, data).rtnCode()).isEqualTo(1);
  }
}
