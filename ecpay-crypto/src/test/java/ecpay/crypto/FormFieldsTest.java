package ecpay.crypto;

import static ecpay.crypto.Samples.fields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormFieldsTest {

  @Test
  void aFormIsReadInItsOrderWithRepeatedNamesKept() {
    assertThat(FormFields.parse("b=1&a=2&b=3&A=4"))
        .isEqualTo(fields("b", "1", "a", "2", "b", "3", "A", "4"));
  }

  @Test
  void namesAndValuesAreDecodedOnceAndNeverTrimmed() {
    assertThat(FormFields.parse("a+b=+x%2By%252B%20&%E8%8C%B6=%e5%85%b7&c=%5C%27%22"))
        .isEqualTo(fields("a b", " x+y%2B ", "茶", "具", "c", "\\'\""));
  }

  @Test
  void onlyTheFirstEqualsSignSeparates() {
    assertThat(FormFields.parse("a=b=c&d==")).isEqualTo(fields("a", "b=c", "d", "="));
  }

  @Test
  void encodedSeparatorsAreText() {
    assertThat(FormFields.parse("a%3Db=c%26d")).isEqualTo(fields("a=b", "c&d"));
  }

  @Test
  void aFieldMayLackItsValueOrItsName() {
    assertThat(FormFields.parse("a=&b&=c&d")).isEqualTo(fields("a", "", "b", "", "", "c", "d", ""));
  }

  @Test
  void nothingBetweenSeparatorsIsNoField() {
    assertThat(FormFields.parse("")).isEmpty();
    assertThat(FormFields.parse("&&")).isEmpty();
    assertThat(FormFields.parse("&a=1&&b=2&")).isEqualTo(fields("a", "1", "b", "2"));
  }

  @Test
  void aFormIsWrittenWithEncoderA() {
    assertThat(FormFields.write(fields("b", "1 2", "a~", "茶*", "b", ""))) //
        .isEqualTo("b=1+2&a%7E=%E8%8C%B6%2A&b=");
    assertThat(FormFields.write(List.of())).isEmpty();
    assertThat(FormFields.write(fields("", "", "a", "1"))).isEqualTo("=&a=1");
  }

  @Test
  void whatIsWrittenIsReadBack() {
    Samples.forSeeds(
        1_000,
        random -> {
          List<Field> fields =
              IntStream.range(0, random.nextInt(20))
                  .mapToObj(i -> new Field(Samples.text(random, 8), Samples.text(random, 30)))
                  .toList();
          assertThat(FormFields.parse(FormFields.write(fields))).isEqualTo(fields);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%", "%4=1", "ok=1&a=%zz", "a=%FF", "a=\uD83C"})
  void aBrokenNameOrValueRefusesTheForm(String form) {
    assertThatExceptionOfType(EncodingRefusedException.class)
        .isThrownBy(() -> FormFields.parse(form))
        .withNoCause();
  }

  @Test
  void aThousandFieldsAreTheLimit() {
    String most = "a=1&".repeat(FormFields.MAX_FIELDS);
    assertThat(FormFields.parse(most)).hasSize(1_000);
    assertThatExceptionOfType(EncodingRefusedException.class)
        .isThrownBy(() -> FormFields.parse(most + "a=1"))
        .withMessage("a form of more than 1000 fields");
  }

  @Test
  void fourMebibytesAreTheLimit() {
    String largest = "a=" + "1".repeat(UrlEncoding.MAX_BYTES - 2);
    assertThat(FormFields.parse(largest)).hasSize(1);
    assertThatExceptionOfType(EncodingRefusedException.class)
        .isThrownBy(() -> FormFields.parse(largest + "1"))
        .withMessage("a form of more than 4194304 characters");
    assertThatExceptionOfType(EncodingRefusedException.class)
        .isThrownBy(() -> FormFields.parse("&".repeat(UrlEncoding.MAX_BYTES + 1)));
  }

  @Test
  void theFieldsReadCannotBeChanged() {
    assertThat(FormFields.parse("a=1")).isUnmodifiable();
  }

  @Test
  void aFieldPrintsItsNameAndTheLengthOfItsValueOnly() {
    assertThat(new Field("CardNo", "4311952222222222")).hasToString("CardNo=(16 characters)");
  }
}
