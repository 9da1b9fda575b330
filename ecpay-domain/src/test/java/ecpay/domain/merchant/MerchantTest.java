package ecpay.domain.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ecpay.domain.Samples;
import ecpay.domain.inmemory.FixedMerchants;
import ecpay.domain.rule.Broken;
import ecpay.domain.rule.Rule;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MerchantTest {
  @Rule("R-TRN-07")
  @Test
  void keysPrintAsNothingWhereverTheyAre() {
    Merchant merchant = Samples.merchant();
    assertThat(merchant.toString())
        .contains("Credentials[hidden]")
        .doesNotContain("FakePaymentKey01")
        .doesNotContain("FakePaymentIv001")
        .doesNotContain("FakeInvoiceKey01")
        .doesNotContain("FakeInvoiceIv001");
  }

  @Rule("R-TRN-07")
  @Test
  void keysHaveSixteenCharactersAndARefusalDoesNotRepeatThem() {
    assertThat(Broken.rules(() -> new Credentials("K".repeat(16), "I".repeat(16)))).isEmpty();
    assertThat(Broken.by(() -> new Credentials("SECRETKEY", "I".repeat(16))))
        .singleElement()
        .satisfies(violation -> {
          assertThat(violation.field()).isEqualTo("hashKey");
          assertThat(violation.toString()).doesNotContain("SECRETKEY");
        });
    assertThat(Broken.rules(() -> new Credentials("K".repeat(16), "I".repeat(15))))
        .containsExactly("R-TRN-07 hashIv");
  }

  @Rule("R-TRN-13")
  @ParameterizedTest
  @ValueSource(strings = {"", "12345678901", "12a", "-1", "１２"})
  void anEcpayMerchantIdIsOneToTenDigits(String value) {
    assertThat(new EcpayMerchantId("1234567890")).hasToString("1234567890");
    assertThat(new EcpayMerchantId("1")).hasToString("1");
    assertThat(Broken.rules(() -> new EcpayMerchantId(value))).containsExactly("R-TRN-13");
  }

  @Rule("R-TRN-09")
  @Test
  void aPlatformCallsForItsShopsAndNeverForItself() {
    EcpayMerchantId shop = new EcpayMerchantId("3002607");
    EcpayMerchantId platform = new EcpayMerchantId("3003008");
    Credentials keys = new Credentials("K".repeat(16), "I".repeat(16));

    assertThat(new EcpayAccount(shop, keys).caller()).isEqualTo(shop);
    assertThat(new EcpayAccount(shop, keys, Optional.of(platform)).caller()).isEqualTo(platform);
    assertThat(Broken.rules(() -> new EcpayAccount(shop, keys, Optional.of(shop))))
        .containsExactly("R-TRN-09 platform");
  }

  @Test
  void ourOwnNameOfAMerchantIsShortAndPlain() {
    assertThat(new MerchantId("a-1".repeat(13) + "x").value()).hasSize(40);
    assertThat(new MerchantId("shop")).hasToString("shop");
    assertThat(Broken.by(() -> new MerchantId("a".repeat(41)))).hasSize(1);
    assertThat(Broken.by(() -> new MerchantId(""))).hasSize(1);
    assertThat(Broken.by(() -> new MerchantId("Shop"))).hasSize(1);
    assertThat(Broken.by(() -> new MerchantId("../x"))).hasSize(1);
  }

  @Test
  void aMerchantThatIsGoneIsAFaultOfTheSettings() {
    Merchants one = new FixedMerchants(Samples.merchant());
    assertThat(one.get(Samples.SHOP)).isEqualTo(Samples.merchant());
    Merchants none = new FixedMerchants();
    assertThatIllegalStateException()
        .isThrownBy(() -> none.get(Samples.SHOP))
        .withMessageContaining("shop");
  }
}
