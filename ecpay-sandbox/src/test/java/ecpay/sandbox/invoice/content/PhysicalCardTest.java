package ecpay.sandbox.invoice.content;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.sandbox.Bench;
import ecpay.sandbox.Invoices;
import ecpay.sandbox.Order;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Carriers 4 and 5 (D-21, R-INV-14). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhysicalCardTest {
  @AutoClose private final Bench bench = new Bench();

  @Test
  void theHiddenNumberIsNeverToldAgain() {
    var issue =
        Invoices.issue("Card1")
            .put("CarrierType", "4")
            .put("CarrierNum", "hidden-0001")
            .put("CarrierNum2", "visible-0001");
    assertThat(bench.invoice("Issue", issue).rtnCode()).isEqualTo(1);
    var found = Invoices.related(bench, "Card1").data();
    assertThat(found.path("IIS_Carrier_Type").asText()).isEqualTo("4");
    assertThat(found.path("IIS_Carrier_Num").asText()).isEqualTo("visible-0001");
    assertThat(found.toString()).doesNotContain("hidden-0001");
  }

  @ParameterizedTest
  @CsvSource({
    "4, 64, 1, x, 1",
    "5, 64, 64, x, 1",
    "4, 65, 1, x, 10000003",
    "4, 1, 65, x, 10000003",
    "5, 0, 1, x, 10000003",
    "5, 1, 0, x, 10000003",
    "4, 1, 1, 卡, 10000003",
    "4, 1, 1, Ａ, 10000003"
  })
  void bothNumbersAreNeededAndTheVisibleOneIsHalfWidth(
      String carrier, int hidden, int visible, String letter, int code) {
    var issue =
        Invoices.issue(Order.number())
            .put("CarrierType", carrier)
            .put("CarrierNum", "h".repeat(hidden))
            .put("CarrierNum2", letter.repeat(visible));
    var answer = bench.invoice("Issue", issue);
    assertThat(answer.rtnCode()).as(answer.rtnMsg()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"1, ''", "2, AB12345678901234", "3, /ABC+12."})
  void aVisibleNumberBelongsToCardsOnly(String carrier, String number) {
    var issue =
        Invoices.issue(Order.number())
            .put("CarrierType", carrier)
            .put("CarrierNum", number)
            .put("CarrierNum2", "1");
    var answer = bench.invoice("Issue", issue);
    assertThat(answer.rtnCode()).isEqualTo(10000003);
    assertThat(answer.rtnMsg()).contains("CarrierNum2");
  }
}
