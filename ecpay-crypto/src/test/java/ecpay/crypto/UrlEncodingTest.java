package ecpay.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlEncodingTest {

  /** The table of {@code crypto.md} section 3: character in hex, encoder A, encoder M. */
  @ParameterizedTest
  @CsvSource({
    "20, +, +",
    "21, %21, !",
    "22, %22, %22",
    "23, %23, %23",
    "24, %24, %24",
    "25, %25, %25",
    "26, %26, %26",
    "27, %27, %27",
    "28, %28, (",
    "29, %29, )",
    "2A, %2A, *",
    "2B, %2B, %2b",
    "2C, %2C, %2c",
    "2D, -, -",
    "2E, ., .",
    "2F, %2F, %2f",
    "3A, %3A, %3a",
    "3B, %3B, %3b",
    "3C, %3C, %3c",
    "3D, %3D, %3d",
    "3E, %3E, %3e",
    "3F, %3F, %3f",
    "40, %40, %40",
    "5B, %5B, %5b",
    "5C, %5C, %5c",
    "5D, %5D, %5d",
    "5E, %5E, %5e",
    "5F, _, _",
    "60, %60, %60",
    "7B, %7B, %7b",
    "7C, %7C, %7c",
    "7D, %7D, %7d",
    "7E, %7E, %7e",
    "0A, %0A, %0a",
    "8336, %E8%8C%B6, %e8%8c%b6",
    "E9, %C3%A9, %c3%a9",
    "41, A, a",
    "5A, Z, z",
    "61, a, a",
    "7A, z, z",
    "30, 0, 0",
    "39, 9, 9",
    "1F375, %F0%9F%8D%B5, %f0%9f%8d%b5"
  })
  void everyCharacterOfTheTableIsWrittenAsTheReferenceSays(String hex, String a, String m) {
    String character = Character.toString(Integer.parseInt(hex, 16));
    assertThat(UrlEncoding.encode(character)).isEqualTo(a);
    assertThat(UrlEncoding.encodeForMac(character, SpaceEncoding.PLUS)).isEqualTo(m);
    assertThat(UrlEncoding.encodeForMac(character, SpaceEncoding.PERCENT20))
        .isEqualTo(m.equals("+") ? "%20" : m);
    assertThat(UrlEncoding.decode(a)).isEqualTo(character);
  }

  @Test
  void encoderAIsTheEncoderOfTheJdkWithTheAsteriskEncodedForAllOfUnicode() {
    for (String text : Samples.allOfUnicode()) {
      assertThat(UrlEncoding.encode(text))
          .isEqualTo(URLEncoder.encode(text, UTF_8).replace("*", "%2A"));
    }
  }

  @Test
  void encoderMIsTheEncoderOfTheJdkInLowerCaseWithThreeRestoredForAllOfUnicode() {
    for (String text : Samples.allOfUnicode()) {
      String plus =
          URLEncoder.encode(text, UTF_8)
              .toLowerCase(Locale.ROOT)
              .replace("%21", "!")
              .replace("%28", "(")
              .replace("%29", ")");
      assertThat(UrlEncoding.encodeForMac(text, SpaceEncoding.PLUS)).isEqualTo(plus);
      assertThat(UrlEncoding.encodeForMac(text, SpaceEncoding.PERCENT20))
          .isEqualTo(plus.replace("+", "%20"));
    }
  }

  @Test
  void decodingUndoesEncoderAForAllOfUnicode() {
    for (String text : Samples.allOfUnicode()) {
      assertThat(UrlEncoding.decode(UrlEncoding.encode(text))).isEqualTo(text);
    }
  }

  @Test
  void decodingUndoesEncoderAForAnyText() {
    Samples.forSeeds(
        2_000,
        random -> {
          String text = Samples.text(random, 200);
          String encoded = UrlEncoding.encode(text);
          assertThat(UrlEncoding.decode(encoded)).isEqualTo(text);
          assertThat(URLDecoder.decode(encoded, UTF_8)).isEqualTo(text);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "%e8%8c%b6, 茶",
    "%E8%8c%B6, 茶",
    "茶, 茶",
    "a+b%2Bc, a b+c",
    "%2525, %25",
    "%C3%A9, é",
    "!*()'~, !*()'~",
    "%EF%BF%BD, \uFFFD"
  })
  void decodingReadsEitherCaseAndEachByteOnce(String encoded, String text) {
    assertThat(UrlEncoding.decode(encoded)).isEqualTo(text);
  }

  @Test
  void nothingDecodesAndEncodesToNothing() {
    assertThat(UrlEncoding.decode("")).isEmpty();
    assertThat(UrlEncoding.encode("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "a%", "%4", "%zz", "%4g", "%g4", "%-1", "%+1", "% 1", "%%41", "%１２"})
  void aBrokenEscapeIsRefusedAtItsPlace(String encoded) {
    assertThatExceptionOfType(EncodingRefusedException.class)
        .isThrownBy(() -> UrlEncoding.decode("ab" + encoded))
        .withMessage("a broken percent escape at byte " + (2 + encoded.indexOf('%')))
        .withNoCause();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%FF",
        "%80",
        "%C3",
        "%C0%80",
        "%E8%8C",
        "%ED%A0%80",
        "%F4%90%80%80",
        "%EF%BF%BD%FF"
      })
  void bytesThatAreNotUtf8AreRefusedInsteadOfReplaced(String encoded) {
    assertThatExceptionOfType(EncodingRefusedException.class)
        .isThrownBy(() -> UrlEncoding.decode(encoded))
        .withMessage("bytes that are not UTF-8")
        .withNoCause();
  }

  @ParameterizedTest
  @CsvSource({"0, D83C", "0, DF75", "0, DF75 D83C", "2, D83C 61", "2, DF75", "4, D83C"})
  void aLoneSurrogateIsRefusedInsteadOfReplacedByAQuestionMark(int place, String units) {
    StringBuilder text = new StringBuilder("🍵🍵".substring(0, place));
    for (String unit : units.split(" ", -1)) {
      text.append((char) Integer.parseInt(unit, 16));
    }
    String message = "a lone surrogate at character " + place;
    assertThatExceptionOfType(EncodingRefusedException.class)
        .isThrownBy(() -> UrlEncoding.encode(text.toString()))
        .withMessage(message);
    assertThatExceptionOfType(EncodingRefusedException.class)
        .isThrownBy(() -> UrlEncoding.encodeForMac(text.toString(), SpaceEncoding.PLUS))
        .withMessage(message);
    assertThatExceptionOfType(EncodingRefusedException.class)
        .isThrownBy(() -> UrlEncoding.decode(text.toString()))
        .withMessage(message);
  }

  @Test
  void fourMebibytesAreTheLimitOfAnEncodedText() {
    String largest = "a".repeat(UrlEncoding.MAX_BYTES);
    assertThat(UrlEncoding.encode(largest)).isEqualTo(largest);
    assertThat(UrlEncoding.decode(largest)).isEqualTo(largest);
    String escapes = "/".repeat(UrlEncoding.MAX_BYTES / 3);
    assertThat(UrlEncoding.encode(escapes + "a")).hasSize(UrlEncoding.MAX_BYTES);
    for (String tooLarge : new String[] {largest + "a", escapes + "aa", escapes + "/"}) {
      assertThatExceptionOfType(EncodingRefusedException.class)
          .isThrownBy(() -> UrlEncoding.encode(tooLarge))
          .withMessage("more than 4194304 encoded bytes");
    }
    assertThatExceptionOfType(EncodingRefusedException.class)
        .as("the length is looked at before the text")
        .isThrownBy(() -> UrlEncoding.encode(largest + '\uD83C'))
        .withMessage("more than 4194304 encoded bytes");
    assertThatExceptionOfType(EncodingRefusedException.class)
        .isThrownBy(() -> UrlEncoding.decode(largest + "a"))
        .withMessage("more than 4194304 encoded bytes");
  }
}
