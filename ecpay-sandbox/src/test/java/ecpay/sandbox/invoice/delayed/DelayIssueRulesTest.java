package ecpay.sandbox.invoice.delayed;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.sandbox.Bench;
import ecpay.sandbox.Invoices;
import ecpay.sandbox.Order;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What DelayIssue asks of its Data (R-INV-31). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DelayIssueRulesTest {
  @AutoClose private final Bench bench = new Bench();

  @ParameterizedTest
  @CsvSource({
    "1, 0, false",
    "1, 1, true",
    "1, 15, true",
    "1, 16, false",
    "2, 0, true",
    "2, 15, true",
    "2, 16, false",
    "2, -1, false",
    "3, 1, false"
  })
  void theDelayHasItsRangeByItsFlag(String flag, int days, boolean accepted) {
    var answer = bench.invoice("DelayIssue", Invoices.delayed(Order.number(), flag, days));
    assertThat(answer.rtnCode()).isEqualTo(accepted ? 1 : 10000003);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DelayFlag   |        | 10000002
          DelayDay    |        | 10000002
          DelayDay    | 1.5    | 10000003
          Tsr         |        | 10000002
          Tsr         | "1234567890123456789012345678901" | 10000003
          PayType     |        | 10000002
          PayType     | "1"    | 10000003
          PayAct      |        | 10000002
          PayAct      | "ecpay" | 10000003
          NotifyURL   | "https://shop.example:8080/x" | 10000003
          SalesAmount | 1681   | 10000003
          LoveCode    | "168"  | 10000003
          CustomerIdentifier | "12345678" | 2027000
          """)
  void aBadFieldIsRefusedByName(String name, @Nullable String value, int code) {
    var data = Invoices.delayed(Order.number(), "1", 1);
    if (value == null) {
      data.remove(name);
    } else {
      data.set(name, Bench.json(value));
    }
    var answer = bench.invoice("DelayIssue", data);
    assertThat(answer.rtnCode()).isEqualTo(code);
    assertThat(answer.rtnMsg()).contains(name);
    assertThat(answer.data().path("OrderNumber").asText("x")).isEmpty();
  }

  @Test
  void aTsrOfThirtyCharactersIsTheLongest() {
    var data = Invoices.delayed(Order.number(), "1", 1).put("Tsr", "x".repeat(30));
    assertThat(bench.invoice("DelayIssue", data).rtnCode()).isEqualTo(1);
  }
}
