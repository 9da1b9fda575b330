package ecpay.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Base64;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadTest {
  private static final String JSON = "{\"MerchantID\":\"2000132\",\"ItemName\":\"茶具\"}";
  private static final String DATA = Payload.with(Samples.INVOICE).encrypt(JSON);

  private final Payload payload = Payload.with(Samples.INVOICE);

  /** R-TRN-12. */
  @Test
  void everyCharacterOfUnicodeComesBack() {
    for (String text : Samples.allOfUnicode()) {
      assertThat(payload.decrypt(payload.encrypt(text))).isEqualTo(text);
    }
  }

  /** R-TRN-12. */
  @Test
  void anyTextComesBack() {
    Samples.forSeeds(
        2_000,
        random -> {
          String text = Samples.text(random, 300);
          assertThat(payload.decrypt(payload.encrypt(text))).isEqualTo(text);
        });
  }

  /** R-TRN-12: the characters that the rule and the table of the reference name. */
  @ParameterizedTest
  @ValueSource(strings = {"茶具", "🍵", "+", "%", "%2B", " !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~\n", ""})
  void theCharactersOfTheReferenceComeBack(String text) {
    assertThat(payload.decrypt(payload.encrypt(text))).isEqualTo(text);
  }

  @Test
  void everyLengthAroundABlockComesBackWithOneToSixteenBytesOfPadding() {
    for (int length = 0; length <= 64; length++) {
      String text = "a".repeat(length);
      String data = payload.encrypt(text);
      assertThat(Base64.getDecoder().decode(data)).hasSize((length / 16 + 1) * 16);
      assertThat(payload.decrypt(data)).isEqualTo(text);
    }
  }

  @Test
  void theCiphertextIsTheOneThatTheJdkMakesOfTheEncodedText() {
    Samples.forSeeds(
        200,
        random -> {
          String text = Samples.text(random, 100);
          assertThat(payload.encrypt(text))
              .isEqualTo(aes(UrlEncoding.encode(text)))
              .matches("[A-Za-z0-9+/]+={0,2}");
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"%7b%22a%22%3a1%7d", "%7B%22a%22%3A1%7D", "{\"a\":1}", "{%22a\":%31}"})
  void anAnswerMayBeEncodedInEitherCaseOrLess(String encoded) {
    assertThat(payload.decrypt(aes(encoded))).isEqualTo("{\"a\":1}");
  }

  static Stream<String> hostile() {
    return Stream.of(
        "",
        "=",
        "====",
        "A",
        "AAAA",
        "!!!!",
        "茶具茶具",
        "\uD83C\uD83C\uD83C\uD83C",
        DATA.substring(1),
        DATA.substring(4),
        DATA.substring(0, DATA.length() - 4),
        DATA + "AAAA",
        DATA + "\n",
        DATA + "\r\n\r\n",
        " " + DATA + "   ",
        DATA.substring(0, 76) + "\r\n" + DATA.substring(76) + "  ",
        DATA.replaceFirst("[a-z]", "*"),
        Base64.getEncoder().withoutPadding().encodeToString(new byte[16]),
        Base64.getEncoder().encodeToString(new byte[16]),
        Base64.getEncoder().encodeToString(new byte[15]),
        Base64.getEncoder().encodeToString(new byte[17]),
        DATA.toLowerCase(Locale.ROOT),
        JSON,
        padded(0),
        padded(17),
        padded(255),
        Samples.aes("fourteen bytes\1\2".getBytes(US_ASCII), "NoPadding"),
        aes("%"),
        aes("{%22a%22%3A1%7"),
        aes("{%22a%22%3A1%"),
        aes("%zz"),
        aes("%u8336"),
        aes("%FF"),
        aes("%E8%8C"),
        aes("%ED%A0%BC"),
        Samples.aes(new byte[] {(byte) 0xE8, (byte) 0x8C}, "PKCS5Padding"),
        aes("a".repeat(Payload.MAX_CIPHERTEXT)),
        "A".repeat(Payload.MAX_CIPHERTEXT),
        "A".repeat(Payload.MAX_CIPHERTEXT + 4));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void everyBadCiphertextIsRefusedAlikeAndTellsNothing(String ciphertext) {
    assertThatExceptionOfType(PayloadRefusedException.class)
        .isThrownBy(() -> payload.decrypt(ciphertext))
        .withMessage("the payload cannot be read with these keys")
        .withNoCause()
        .satisfies(refusal -> assertThat(refusal.getSuppressed()).isEmpty());
  }

  @Test
  void urlSafeBase64IsRefused() {
    String standard = Samples.aes("???>>>~~~".repeat(9).getBytes(US_ASCII), "PKCS5Padding");
    String urlSafe = standard.replace('+', '-').replace('/', '_');
    assertThat(urlSafe).isNotEqualTo(standard);
    assertThat(payload.decrypt(standard)).isEqualTo("???>>>~~~".repeat(9));
    assertThatExceptionOfType(PayloadRefusedException.class)
        .isThrownBy(() -> payload.decrypt(urlSafe));
  }

  @Test
  void paddingLeftOutOfTheBase64IsRefused() {
    String block = payload.encrypt("a");
    assertThat(block).endsWith("==");
    for (String cut : new String[] {block.replace("=", ""), block.replace("==", "=")}) {
      assertThatExceptionOfType(PayloadRefusedException.class)
          .isThrownBy(() -> payload.decrypt(cut));
    }
  }

  @Test
  void aPayloadUnderAnyOtherKeyIsRefused() {
    Samples.forSeeds(
        500,
        random -> {
          String ciphertext = Payload.with(randomKeys(random)).encrypt(JSON);
          assertThatExceptionOfType(PayloadRefusedException.class)
              .isThrownBy(() -> payload.decrypt(ciphertext));
        });
  }

  @Test
  void randomBytesAreRefused() {
    Samples.forSeeds(
        500,
        random -> {
          byte[] bytes = new byte[16 * (2 + random.nextInt(8))];
          random.nextBytes(bytes);
          assertThatExceptionOfType(PayloadRefusedException.class)
              .isThrownBy(() -> payload.decrypt(Base64.getEncoder().encodeToString(bytes)));
        });
  }

  @Test
  void whatCanBeWrittenCanBeReadUpToTheLimit() {
    int largest = Payload.MAX_CIPHERTEXT / 4 * 3 - 1;
    String data = payload.encrypt("a".repeat(largest));
    assertThat(data).hasSize(Payload.MAX_CIPHERTEXT);
    assertThat(payload.decrypt(data)).hasSize(largest);
    assertThatExceptionOfType(EncodingRefusedException.class)
        .isThrownBy(() -> payload.encrypt("a".repeat(largest + 1)))
        .withMessage("a payload of more than 4194304 characters");
  }

  @Test
  void aLoneSurrogateIsRefusedBeforeItIsSentAsAQuestionMark() {
    assertThatExceptionOfType(EncodingRefusedException.class)
        .isThrownBy(() -> payload.encrypt("{\"ItemName\":\"\uD83C\"}"))
        .withMessage("a lone surrogate at character 13");
  }

  @Test
  void keysLongerThanSixteenCharactersCountWithTheirFirstSixteen() {
    CryptoKeys longer = CryptoKeys.of(Samples.INVOICE_KEY + "x", Samples.INVOICE_IV + "y");
    assertThat(Payload.with(longer).encrypt(JSON)).isEqualTo(DATA);
  }

  @Test
  void manyThreadsShareOnePayload() throws ExecutionException, InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<String> result :
          IntStream.range(0, 500)
              .mapToObj(i -> threads.submit(() -> payload.decrypt(payload.encrypt(JSON + i))))
              .toList()) {
        assertThat(result.get()).startsWith(JSON);
      }
    }
  }

  private static CryptoKeys randomKeys(Random random) {
    return CryptoKeys.of(letters(random), letters(random));
  }

  private static String letters(Random random) {
    StringBuilder key = new StringBuilder();
    random.ints(16, 'A', 'Z' + 1).forEach(key::appendCodePoint);
    return key.toString();
  }

  private static String aes(String encoded) {
    return Samples.aes(encoded.getBytes(US_ASCII), "PKCS5Padding");
  }

  /** One block that ends in this padding byte. */
  private static String padded(int last) {
    byte[] block = "{%22a%22%3A1}---".getBytes(US_ASCII);
    block[15] = (byte) last;
    return Samples.aes(block, "NoPadding");
  }
}
