package ecpay.crypto;

import static ecpay.crypto.Samples.fields;
import static ecpay.crypto.Samples.signed;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What other integrations of ECPay got wrong about signatures and codecs, one test each. */
class LessonsTest {
  private final CheckMac mac = CheckMac.with(Samples.PAYMENT);
  private final Payload payload = Payload.with(Samples.PAYMENT);

  private String sign(List<Field> fields) {
    return mac.compute(fields, Digest.SHA256, SpaceEncoding.PLUS);
  }

  @ParameterizedTest
  @ValueSource(classes = {CheckMac.class, CryptoKeys.class})
  void signaturesAndKeysAreComparedInConstantTime(Class<?> type) throws IOException {
    String comparing = type == CheckMac.class ? "verify" : "equals";
    assertThat(calls(type, comparing).map(call -> call.owner().asInternalName() + "." + name(call)))
        .contains("java/security/MessageDigest.isEqual")
        .doesNotContain(
            "java/lang/String.equals",
            "java/lang/String.equalsIgnoreCase",
            "java/util/Arrays.equals",
            "java/util/Objects.equals");
  }

  private static Stream<InvokeInstruction> calls(Class<?> type, String method) throws IOException {
    try (InputStream code = type.getResourceAsStream(type.getSimpleName() + ".class")) {
      ClassModel model =
          ClassFile.of().parse(Objects.requireNonNull(code, "no class file").readAllBytes());
      List<MethodModel> methods =
          model.methods().stream().filter(m -> m.methodName().equalsString(method)).toList();
      assertThat(methods).isNotEmpty();
      return methods.stream()
          .flatMap(m -> m.code().orElseThrow().elementList().stream())
          .filter(InvokeInstruction.class::isInstance)
          .map(InvokeInstruction.class::cast);
    }
  }

  private static String name(InvokeInstruction call) {
    return call.name().stringValue();
  }

  @Test
  void theSenderCannotChooseTheDigestWhereTheApiFixesIt() {
    List<Field> message = fields("RtnCode", "1");
    String md5 = mac.compute(message, Digest.MD5, SpaceEncoding.PLUS);
    String sha256 = mac.compute(message, Digest.SHA256, SpaceEncoding.PLUS);
    assertThat(mac.verify(signed(message, md5), Digest.SHA256)).isFalse();
    assertThat(mac.verify(signed(message, sha256), Digest.MD5)).isFalse();
    assertThat(mac.verify(signed(message, md5), Digest.MD5)).isTrue();
  }

  /** The encoded texts come from the table of {@code crypto.md} section 3. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      delimiter = ' ',
      value = {
        "Tom's tom%27s",
        "a~b a%7eb",
        "a\"b a%22b",
        "a\\b a%5cb",
        "a+b a%2bb",
        "+886912345678 %2b886912345678",
        "!*() !*()",
        "茶具 %e8%8c%b6%e5%85%b7"
      })
  void awkwardCharactersInsideValuesAreSignedAsTheyAre(String value, String encoded) {
    List<Field> message = fields("V", value);
    assertThat(mac.diagnose(message).encodedText()).contains("%26v%3d" + encoded + "%26");
    assertThat(mac.verify(signed(message, sign(message)), Digest.SHA256)).isTrue();
    assertThat(FormFields.parse(FormFields.write(message))).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource({"05, 5", "1.0, 1", "+5, 5", "1e3, 1000", "007, 7"})
  void numbersThatLookLikeOtherNumbersStayAsReceived(String received, String normalised) {
    List<Field> message = FormFields.parse("eci=" + UrlEncoding.encode(received));
    assertThat(message).isEqualTo(fields("eci", received));
    assertThat(sign(message)).isNotEqualTo(sign(fields("eci", normalised)));
  }

  @Test
  void valuesAreFormDecodedOnceNeverSlashEscapedNeverTrimmed() {
    List<Field> message = FormFields.parse("a=%2541&b=Tom%27s+%22x%22+%5C&c=+x+%0A");
    assertThat(message).isEqualTo(fields("a", "%41", "b", "Tom's \"x\" \\", "c", " x \n"));
    String value = sign(fields("a", "%41", "b", "Tom's \"x\" \\", "c", " x \n"));
    assertThat(mac.verify(signed(message, value), Digest.SHA256)).isTrue();
  }

  @Test
  void aPlusInsideDecryptedDataIsASpace() {
    String data =
        Samples.aes(
            "{%22PaymentDate%22:%222026/03/05+09:08:07%22}".getBytes(UTF_8), "PKCS5Padding");
    assertThat(Payload.with(Samples.INVOICE).decrypt(data))
        .isEqualTo("{\"PaymentDate\":\"2026/03/05 09:08:07\"}");
  }

  @Test
  void aCiphertextKeepsItsCase() {
    String data = payload.encrypt("{\"MerchantID\":\"3002607\"}");
    assertThat(data).isNotEqualTo(data.toLowerCase(Locale.ROOT));
    assertThatExceptionOfType(PayloadRefusedException.class)
        .isThrownBy(() -> payload.decrypt(data.toLowerCase(Locale.ROOT)));
  }

  @Test
  void paddingCountsBytesNotCharacters() {
    for (int characters = 1; characters <= 32; characters++) {
      String json = "茶".repeat(characters);
      assertThat(Base64.getDecoder().decode(payload.encrypt(json)))
          .hasSize((9 * characters / 16 + 1) * 16);
      assertThat(payload.decrypt(payload.encrypt(json))).isEqualTo(json);
    }
  }

  @Test
  void everyBadCiphertextMeetsTheSameRefusal() {
    Payload invoice = Payload.with(Samples.INVOICE);
    List<String> refusals =
        Stream.of(
                "not Base64!!",
                Base64.getEncoder().encodeToString(new byte[32]),
                payload.encrypt("{}"),
                Samples.aes("%".getBytes(UTF_8), "PKCS5Padding"),
                Samples.aes("%FF".getBytes(UTF_8), "PKCS5Padding"))
            .map(bad -> refusal(invoice, bad))
            .distinct()
            .toList();
    assertThat(refusals).containsExactly("the payload cannot be read with these keys null");
  }

  private static String refusal(Payload payload, String bad) {
    try {
      return payload.decrypt(bad);
    } catch (PayloadRefusedException refusal) {
      return refusal.getMessage() + " " + refusal.getCause();
    }
  }

  @Test
  void emptyDataIsARefusalNotAnEmptyAnswer() {
    assertThatExceptionOfType(PayloadRefusedException.class).isThrownBy(() -> payload.decrypt(""));
  }

  @Test
  void thisModuleCannotLogAKeyBecauseItHasNoLoggerAndNoStandardOutput() throws IOException {
    for (Class<?> type :
        List.of(CryptoKeys.class, CheckMac.class, Payload.class, MacDiagnostician.class)) {
      try (InputStream code = type.getResourceAsStream(type.getSimpleName() + ".class")) {
        String constants =
            new String(Objects.requireNonNull(code, "no class file").readAllBytes(), ISO_8859_1);
        assertThat(constants)
            .contains("ecpay/crypto")
            .doesNotContain("java/io/PrintStream", "System$Logger", "java/util/logging", "slf4j");
      }
    }
  }
}
