package ecpay.crypto;

import static ecpay.crypto.Samples.PAYMENT;
import static ecpay.crypto.Samples.PAYMENT_IV;
import static ecpay.crypto.Samples.PAYMENT_KEY;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CryptoKeysTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "pwFHCqoQZGmho4w",
        "pwFHCqoQ ZGmho4w",
        "pwFHCqoQZGmho4w6\n",
        "pwFHCqoQZGmho4w茶"
      })
  void keysOfTheWrongFormAreRefusedWithoutBeingQuoted(String wrong) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CryptoKeys.of(wrong, PAYMENT_IV))
        .withMessage("HashKey must have 16 to 64 printable ASCII characters and no space");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CryptoKeys.of(PAYMENT_KEY, wrong))
        .withMessage("HashIV must have 16 to 64 printable ASCII characters and no space");
  }

  @Test
  void keysMayHaveSixteenToSixtyFourPrintableCharacters() {
    assertThat(CryptoKeys.of("!~azAZ09#$%&'()*", "~".repeat(64)).hashIv()).hasSize(64);
    for (String wrong : List.of("~".repeat(65), "\u007F".repeat(16), " ".repeat(16))) {
      assertThatIllegalArgumentException().isThrownBy(() -> CryptoKeys.of(wrong, PAYMENT_IV));
    }
  }

  @Test
  void keysAreEqualWhenBothTextsAre() {
    CryptoKeys same = CryptoKeys.of(PAYMENT_KEY, PAYMENT_IV);
    CryptoKeys swapped = CryptoKeys.of(PAYMENT_IV, PAYMENT_KEY);
    assertThat(same).isEqualTo(PAYMENT).hasSameHashCodeAs(PAYMENT);
    assertThat(swapped).isNotEqualTo(PAYMENT).doesNotHaveSameHashCodeAs(PAYMENT);
    assertThat(CryptoKeys.of(PAYMENT_KEY, PAYMENT_IV + "x")).isNotEqualTo(PAYMENT);
    assertThat(CryptoKeys.of(PAYMENT_KEY + "x", PAYMENT_IV)).isNotEqualTo(PAYMENT);
    assertThat(PAYMENT.equals((Object) "CryptoKeys[masked]")).isFalse();
    assertThat(Map.of(PAYMENT, "found")).containsEntry(same, "found");
  }

  @Test
  void theHashCodeIsNotMadeOfTheFirstCharactersOfAKey() {
    CryptoKeys sameStart = CryptoKeys.of(PAYMENT_KEY.substring(0, 15) + "_", PAYMENT_IV);
    assertThat(sameStart).doesNotHaveSameHashCodeAs(PAYMENT);
    assertThat(PAYMENT.hashCode())
        .isNotEqualTo(ByteBuffer.wrap(PAYMENT_KEY.getBytes(US_ASCII)).getInt());
  }

  @Test
  void noPublicMethodGivesAKeyAway() {
    assertThat(
            Stream.of(CryptoKeys.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(Method::getName))
        .containsExactlyInAnyOrder("of", "equals", "hashCode", "toString");
  }

  @Test
  void nothingThatPrintsItselfPrintsAKey() {
    CheckMac mac = CheckMac.with(PAYMENT);
    List<Field> leak = List.of(new Field("HashKey", PAYMENT_KEY), new Field("Iv", PAYMENT_IV));
    assertThat(PAYMENT).hasToString("CryptoKeys[masked]");
    for (Object printed :
        List.of(
            PAYMENT,
            Payload.with(PAYMENT),
            mac,
            mac.diagnose(Samples.CONSENT),
            mac.diagnose(leak),
            leak)) {
      assertHoldsNoKey(printed.toString());
    }
  }

  @Test
  void noRefusalHoldsAKeyOrTheText() {
    String secret = "4311952222222222";
    Payload payload = Payload.with(PAYMENT);
    String broken = Samples.aes((secret + "%zz").getBytes(US_ASCII), "PKCS5Padding");
    for (Runnable refused :
        List.<Runnable>of(
            () -> payload.decrypt(secret),
            () -> payload.decrypt(broken),
            () -> Payload.with(Samples.INVOICE).decrypt(broken),
            () -> payload.encrypt(secret + '\uD83C'),
            () -> UrlEncoding.decode(secret + "%zz"),
            () -> UrlEncoding.decode(secret + "%FF"),
            () -> FormFields.parse("a=" + secret + "%4"),
            () -> CryptoKeys.of(PAYMENT_KEY + " ", PAYMENT_IV),
            () -> CryptoKeys.of(PAYMENT_KEY, PAYMENT_IV + " "))) {
      StringWriter trace = new StringWriter();
      try {
        refused.run();
      } catch (PayloadRefusedException
          | EncodingRefusedException
          | IllegalArgumentException refusal) {
        refusal.printStackTrace(new PrintWriter(trace));
      }
      assertThat(trace.toString()).isNotEmpty().doesNotContain(secret).doesNotContain("Caused by");
      assertHoldsNoKey(trace.toString());
    }
  }

  private static void assertHoldsNoKey(String text) {
    assertThat(text.toLowerCase(Locale.ROOT))
        .doesNotContain(PAYMENT_KEY.toLowerCase(Locale.ROOT))
        .doesNotContain(PAYMENT_IV.toLowerCase(Locale.ROOT));
  }
}
