package ecpay.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.rule.Broken;
import ecpay.domain.rule.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MerchantTradeNoTest {
  @Rule("R-ORD-01")
  @ParameterizedTest
  @ValueSource(strings = {"A", "z9", "ABCDEFGHIJabcdefghij"})
  void oneToTwentyLettersAndDigitsMakeATradeNumber(String value) {
    assertThat(new MerchantTradeNo(value)).hasToString(value);
  }

  @Rule("R-ORD-01")
  @ParameterizedTest
  @ValueSource(strings = {"", "ABCDEFGHIJabcdefghij1", "A-1", "A 1", "訂單1", "Ａ1", "A1\n", "A_1"})
  void anythingElseDoesNot(String value) {
    assertThat(Broken.rules(() -> new MerchantTradeNo(value))).containsExactly("R-ORD-01");
  }

  @Rule("R-ORD-02")
  @ParameterizedTest
  @ValueSource(strings = {"", "訂單", "a b", "a/b"})
  void aReferenceOfTheMerchantsIsPlainText(String value) {
    assertThat(Broken.rules(() -> new OrderReference(value))).containsExactly("R-ORD-02");
    assertThat(Broken.rules(() -> new OrderId(value))).containsExactly("R-ORD-02");
  }

  @Rule("R-ORD-02")
  @ParameterizedTest
  @ValueSource(ints = {1, 64, 65})
  void aReferenceHasAtMost64Characters(int length) {
    assertThat(Broken.rules(() -> new OrderReference("_".repeat(length))).isEmpty())
        .isEqualTo(length <= 64);
  }

  @Rule("R-ORD-02")
  @ParameterizedTest
  @ValueSource(ints = {1, 40, 41})
  void anOrderIdHasAtMost40Characters(int length) {
    assertThat(Broken.rules(() -> new OrderId("A".repeat(length))).isEmpty())
        .isEqualTo(length <= 40);
    if (length <= 40) {
      assertThat(new OrderId("A".repeat(length))).hasToString("A".repeat(length));
    }
  }
}
