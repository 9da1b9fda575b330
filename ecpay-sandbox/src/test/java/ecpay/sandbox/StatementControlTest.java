package ecpay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a tester makes the statement files say wrongly (U-03). */
class StatementControlTest {
  private static final String PATH = "/sandbox/statements";
  private static final String JSON = "application/json";

  @AutoClose private final Bench bench = new Bench();

  @BeforeEach
  void start() {
    bench.taipei("2026-11-20T10:00:00");
  }

  private int put(String body) {
    return bench.post(PATH, JSON, body).statusCode();
  }

  /** The rows of TradeNoAio, without its header. */
  private List<String> hosted() {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("MerchantID", "3002607");
    form.put("DateType", "2");
    form.put("BeginDate", "2026-11-20");
    form.put("EndDate", "2026-11-20");
    form.put("MediaFormated", "1");
    form.put("CharSet", "2");
    return rows(Hosted.post(bench, "/PaymentMedia/TradeNoAio", form).body());
  }

  /** The rows of QueryTradeMedia, without its header. */
  private List<String> embedded() {
    return rows(
        bench
            .pay(
                "/1.0.0/Cashier/QueryTradeMedia",
                Bench.object("{\"MerchantID\":\"3002607\"}")
                    .put("DateType", "1")
                    .put("BeginDate", "2026-11-20")
                    .put("EndDate", "2026-11-20"))
            .body());
  }

  private static List<String> rows(String file) {
    return file.lines().skip(1).toList();
  }

  private String paidAtm() {
    String number = Order.number();
    Order.place(bench, number, "ATM");
    bench.control("POST", "/sandbox/trades/" + number + "/pay", "{}");
    return number;
  }

  @Test
  void anAmountAndAFeeAreMisprintedInTheFileOnly() {
    Hosted.payByCard(bench, Hosted.order("Miss1", "Credit"));
    Hosted.payByCard(bench, Hosted.order("Right1", "Credit"));
    assertThat(
            bench
                .control(
                    "POST",
                    PATH,
                    "{\"merchantTradeNo\":\"Miss1\",\"amount\":\"900\",\"fee\":\"99.00\"}")
                .toString())
        .isEqualTo("{\"merchantTradeNo\":\"Miss1\"}");
    assertThat(hosted()).hasSize(2);
    assertThat(hosted().getFirst()).contains(",Miss1,").contains(",900,99.00,3578.80,");
    assertThat(hosted().getLast()).contains(",Right1,").contains(",3680,101.20,3578.80,");
    assertThat(Hosted.tradeInfo(bench, "Miss1")).containsEntry("TradeAmt", "3680");
  }

  @Test
  void theOtherFileIsFalsifiedAlikeAndTheLastWordCounts() {
    String number = paidAtm();
    assertThat(put("{\"merchantTradeNo\":\"%s\",\"amount\":\"1\"}".formatted(number)))
        .isEqualTo(200);
    assertThat(put("{\"merchantTradeNo\":\"%s\",\"fee\":\"7\"}".formatted(number))).isEqualTo(200);
    assertThat(embedded())
        .singleElement()
        .asString()
        .startsWith("=\"%s\",".formatted(number))
        .contains(",=\"1680\",=\"7\",");
    assertThat(put("{\"merchantTradeNo\":\"%s\",\"leftOut\":true}".formatted(number)))
        .isEqualTo(200);
    assertThat(embedded()).isEmpty();
  }

  @Test
  void deletingPutsEverythingRightAgain() {
    Hosted.payByCard(bench, Hosted.order("Miss2", "Credit"));
    String number = paidAtm();
    List<String> before = List.of(hosted().toString(), embedded().toString());
    put("{\"merchantTradeNo\":\"Miss2\",\"leftOut\":true}");
    put("{\"merchantTradeNo\":\"%s\",\"amount\":\"1\"}".formatted(number));
    assertThat(List.of(hosted().toString(), embedded().toString()))
        .doesNotContainAnyElementsOf(before);
    bench.control("DELETE", PATH, "");
    assertThat(List.of(hosted().toString(), embedded().toString())).isEqualTo(before);
    bench.control("DELETE", PATH, "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"merchantTradeNo\":null,\"amount\":\"1\"}",
        "{\"merchantTradeNo\":\"Miss3\",\"leftOut\":\"yes\"}",
        "[]",
        "{"
      })
  void whatNamesNoTradeOrSaysNothingIsRefused(String body) {
    assertThat(put(body)).isEqualTo(400);
  }

  @Test
  void aPageOfAnotherOriginCannotFalsifyAFile() {
    assertThat(bench.post(PATH, "text/plain", "{\"merchantTradeNo\":\"Miss4\"}").statusCode())
        .isEqualTo(400);
  }
}
