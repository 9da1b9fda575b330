package ecpay.crypto;

import static ecpay.crypto.Samples.fields;
import static ecpay.crypto.Samples.signed;
import static ecpay.crypto.Samples.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class MacDiagnosisTest {
  private static final List<Field> MESSAGE =
      fields(
          "b", "2 3", "A", "1", "_x", "", "Z", "50%2B", "a_b", " padded ", "MerchantID", "3002607");

  private final CheckMac mac = CheckMac.with(Samples.PAYMENT);

  private String sign(List<Field> fields) {
    return mac.compute(fields, Digest.SHA256, SpaceEncoding.PLUS);
  }

  private List<String> findings(List<Field> ordered) {
    // Signed over exactly this order, as the mistaken sender does.
    byte[] value = mac.hash(ordered, Digest.SHA256, SpaceEncoding.PLUS);
    return mac.diagnose(signed(MESSAGE, HexFormat.of().formatHex(value))).findings();
  }

  private static List<Field> values(UnaryOperator<String> change) {
    return CheckMac.signed(
        MESSAGE.stream().map(f -> new Field(f.name(), change.apply(f.value()))).toList());
  }

  @Test
  void theFieldsAreShownInSigningOrderWithoutTheValueItself() {
    MacDiagnosis diagnosis = mac.diagnose(signed(MESSAGE, sign(MESSAGE)));
    assertThat(diagnosis.signingOrder())
        .extracting(Field::name)
        .containsExactly("_x", "A", "a_b", "b", "MerchantID", "Z");
    assertThat(diagnosis.encodedText())
        .isEqualTo(
            "hashkey%3d****%26_x%3d%26a%3d1%26a_b%3d+padded+%26b%3d2+3%26merchantid%3d3002607"
                + "%26z%3d50%252b%26hashiv%3d****");
  }

  @Test
  void aRightValueIsNamed() {
    for (Digest digest : Digest.values()) {
      for (SpaceEncoding space : SpaceEncoding.values()) {
        assertThat(mac.diagnose(signed(MESSAGE, mac.compute(MESSAGE, digest, space))).findings())
            .containsExactly(
                "The CheckMacValue is %s with space as %s, computed by the rule."
                    .formatted(digest, space));
      }
    }
  }

  @Test
  void knownMistakesAreRecognised() {
    assertThat(
            findings(CheckMac.signed(MESSAGE.stream().filter(f -> !f.value().isEmpty()).toList())))
        .containsExactly(mistake("without the fields that have an empty value"));
    assertThat(findings(MESSAGE))
        .containsExactly(mistake("with the fields in the order received instead of sorted"));
    List<Field> byCase = new ArrayList<>(MESSAGE);
    byCase.sort(Comparator.comparing(Field::name));
    assertThat(findings(byCase))
        .containsExactly(mistake("with the fields sorted by case (Z before a)"));
    assertThat(findings(values(UrlEncoding::encode)))
        .containsExactly(mistake("over values that are still form-encoded"));
    assertThat(findings(values(UrlEncoding::decode)))
        .containsExactly(mistake("over values that were form-decoded once more"));
    assertThat(findings(values(String::strip))).containsExactly(mistake("over trimmed values"));
  }

  private static String mistake(String description) {
    return "The CheckMacValue is SHA256 with space as PLUS, computed " + description + ".";
  }

  @Test
  void aValueThatCannotBeDecodedOnceMoreStopsNoDiagnosis() {
    List<Field> message = fields("a", "50%", "b", "1%2B");
    String value = sign(fields("a", "50%", "b", "1+"));
    assertThat(mac.diagnose(signed(message, value)).findings())
        .containsExactly(mistake("over values that were form-decoded once more"));
  }

  @Test
  void aValueOfUnknownOriginPointsToTheKeysAndValues() {
    assertThat(mac.diagnose(signed(MESSAGE, "0".repeat(32))).findings())
        .containsExactly(
            "The CheckMacValue is no MD5 value of these fields under these keys, nor of any known"
                + " mistake: compare the keys (service, environment) and each value.");
  }

  @Test
  void aMissingDoubledOrMisshapenValueIsSaid() {
    assertThat(mac.diagnose(MESSAGE).findings())
        .containsExactly("There are 0 CheckMacValue fields instead of one.");
    assertThat(mac.diagnose(signed(signed(MESSAGE, ""), "")).findings())
        .containsExactly("There are 2 CheckMacValue fields instead of one.");
    assertThat(mac.diagnose(signed(MESSAGE, "0".repeat(63))).findings())
        .containsExactly("The CheckMacValue is neither 64 (SHA256) nor 32 (MD5) hex digits.");
  }

  @Test
  void aRepeatedNameIsSaid() {
    List<Field> repeated = with(MESSAGE, new Field("b", "4"));
    assertThat(mac.diagnose(signed(repeated, sign(repeated))).findings())
        .containsExactly(mistake("by the rule"), "The field b occurs more than once.");
  }

  @Test
  void aKeySentAsAFieldIsMaskedAndSaid() {
    for (String leak :
        List.of(
            Samples.PAYMENT_KEY,
            "x" + Samples.PAYMENT_IV + "y",
            Samples.PAYMENT_KEY.toLowerCase(Locale.ROOT))) {
      List<Field> fields = fields("Secret", leak, "a", "1");
      MacDiagnosis diagnosis = mac.diagnose(signed(fields, sign(fields)));
      assertThat(diagnosis.signingOrder()).isEqualTo(fields("a", "1", "Secret", "****"));
      assertThat(diagnosis.encodedText())
          .isEqualTo("hashkey%3d****%26a%3d1%26secret%3d****%26hashiv%3d****");
      assertThat(diagnosis.findings())
          .containsExactly(
              mistake("by the rule"),
              "A field carries the HashKey or the HashIV: they are never sent.");
    }
    assertThat(mac.diagnose(fields(Samples.PAYMENT_KEY, "1")).signingOrder())
        .isEqualTo(fields("****", "1"));
  }
}
