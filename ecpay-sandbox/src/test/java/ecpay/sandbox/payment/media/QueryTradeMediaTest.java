package ecpay.sandbox.payment.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.crypto.CryptoKeys;
import ecpay.sandbox.Bench;
import ecpay.sandbox.Order;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTradeMediaTest {
  private static final String PATH = "/1.0.0/Cashier/QueryTradeMedia";
  private static final String HEADER =
      "特店交易編號,綠界交易編號,交易日期,付款方式,手續費率,結算日期,撥款日期,交易金額,金流手續費,平台手續費," + "退款金額,應收款項(淨額),金流處理費";

  private Bench bench;

  @BeforeEach
  void start() throws IOException {
    bench = new Bench();
    bench.control("POST", "/sandbox/settings", "{\"mediaCellsAsFormula\":false}");
    bench.taipei("2026-11-10T10:00:00");
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private static ObjectNode span(String dateType, String begin, String end) {
    return Bench.object("{\"MerchantID\":\"3002607\"}")
        .put("DateType", dateType)
        .put("BeginDate", begin)
        .put("EndDate", end);
  }

  private List<String> lines(ObjectNode data) {
    var answer = bench.pay(PATH, data);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.envelope()).isEmpty();
    return answer.body().lines().toList();
  }

  private String card() {
    var number = Order.number();
    var paid = Order.place(bench, number, "4311952222220001").data();
    return number + "," + paid.at("/OrderInfo/TradeNo").asText();
  }

  private String atm() {
    var number = Order.number();
    Order.place(bench, number, "ATM");
    bench.control("POST", "/sandbox/trades/" + number + "/pay", "{}");
    return number;
  }

  @Test
  void withoutAnyMoneyThereIsTheHeaderOnly() {
    assertThat(lines(span("1", "2026-11-01", "2026-11-30"))).containsExactly(HEADER);
  }

  @Test
  void aCardIsThereOnceTheBankHasBookedItAndARefundIsNegative() {
    var card = card();
    var parts = card.split(",", 2);
    assertThat(lines(span("1", "2026-11-10", "2026-11-11"))).hasSize(1);
    bench.taipei("2026-11-11T10:00:00");
    var refund =
        Order.query(parts[0]).put("TradeNo", parts[1]).put("Action", "R").put("TotalAmount", 80);
    assertThat(bench.pay("/1.0.0/Credit/DoAction", refund).rtnCode()).isEqualTo(1);
    bench.taipei("2026-11-12T10:00:00");
    var lines = lines(span("1", "2026-11-11", "2026-11-12"));
    assertThat(lines).hasSize(3);
    assertThat(lines.get(1))
        .startsWith(card + ",2026/11/10 10:00:")
        .endsWith(",Credit,2.75%,2026/11/11 00:00:00,2026/11/18 00:00:00,1680,46.20,0,0,1633.80,0");
    assertThat(lines.get(2))
        .startsWith(card)
        .endsWith(",Credit,2.75%,2026/11/12 00:00:00,2026/11/19 00:00:00,-80,-2.20,0,0,-77.80,0");
    assertThat(lines(span("1", "2026-11-12", "2026-11-12"))).hasSize(2);
  }

  @Test
  void anAccountIsSettledWhenTheMoneyComesAndDisbursedAWeekLater() {
    var number = atm();
    assertThat(lines(span("1", "2026-11-10", "2026-11-10")).get(1))
        .startsWith(number)
        .contains("ATM_TAISHIN");
    var disbursed = span("2", "2026-11-17", "2026-11-17");
    assertThat(lines(disbursed)).hasSize(1);
    bench.taipei("2026-11-17T10:00:00");
    assertThat(lines(disbursed)).hasSize(2);
  }

  @Test
  void oneWayToPayCanBeAskedForAlone() {
    card();
    atm();
    bench.taipei("2026-11-11T10:00:00");
    var month = span("1", "2026-11-01", "2026-12-01");
    assertThat(lines(month)).hasSize(3);
    assertThat(lines(month.put("PaymentType", "03"))).hasSize(2);
    assertThat(lines(month.put("PaymentType", "02"))).hasSize(1);
  }

  @Test
  void theChargesOfAContractAreLinesOfTheirOwn() {
    var number = Order.number();
    var data = Order.token(number).put("PaymentUIType", 0);
    ((ObjectNode) data.path("CardInfo"))
        .put("PeriodAmount", 1680)
        .put("PeriodType", "D")
        .put("Frequency", 1)
        .put("ExecTimes", 3)
        .put("PeriodReturnURL", "https://shop.example/period");
    var token = bench.pay(Order.GET_TOKEN, data).data().path("Token").asText();
    var form = Order.card(token, "4311952222220001").put("Method", "PERIODIC");
    bench.pay(Order.CREATE, Order.create(number, Order.payToken(bench, form)));
    bench.taipei("2026-11-20T10:00:00");
    var lines = lines(span("1", "2026-11-10", "2026-11-20"));
    assertThat(lines).hasSize(4);
    assertThat(lines.stream().skip(1).map(l -> l.split(",", 3)[1]).distinct()).hasSize(3);
  }

  @Test
  void cellsAreFormulasUntilSomebodyWantsThemPlain() throws IOException {
    bench.close();
    bench = new Bench();
    bench.taipei("2026-11-10T10:00:00");
    var number = atm();
    var lines = lines(span("1", "2026-11-10", "2026-11-10"));
    assertThat(lines.get(0)).startsWith("=\"特店交易編號\",=\"").endsWith("=\"金流處理費\"");
    assertThat(lines.get(1)).startsWith("=\"" + number + "\",=\"");
  }

  @Test
  void anotherMerchantSeesNothingOfIt() {
    atm();
    var keys = CryptoKeys.of("y6869NBszTuvhSRx", "BMm7FmX91dE8rpdw");
    var data = span("1", "2026-11-10", "2026-11-10").put("MerchantID", "3085779");
    var answer = bench.call(PATH, Bench.envelope("3085779", bench.now(), keys, data), keys);
    assertThat(answer.body().lines()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2026-11-01, 2026-12-02, 5100011",
    "1, 2026-11-02, 2026-11-01, 5100011",
    "3, 2026-11-01, 2026-11-02, 5100011",
    "1, 2026/11/01, 2026-11-02, 5100011",
    "'', 2026-11-01, 2026-11-02, 5100010"
  })
  void aBadQuestionIsAnsweredByAnEnvelope(String type, String begin, String end, int code) {
    var answer = bench.pay(PATH, span(type, begin, end));
    assertThat(answer.body()).startsWith("{");
    assertThat(answer.rtnCode()).isEqualTo(code);
  }
}
