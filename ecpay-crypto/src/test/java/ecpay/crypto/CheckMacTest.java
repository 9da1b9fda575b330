package ecpay.crypto;

import static ecpay.crypto.Samples.fields;
import static ecpay.crypto.Samples.signed;
import static ecpay.crypto.Samples.with;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckMacTest {
  private static final List<Field> CALLBACK =
      fields(
          "MerchantID", "3002607",
          "MerchantTradeNo", "MPO26A000017",
          "RtnCode", "1",
          "RtnMsg", "交易成功",
          "PaymentDate", "2026/03/05 09:08:07",
          "CustomField1", "",
          "TradeAmt", "1680",
          "ItemName", "Tea (A*B)!~'x' 🍵 50%+");

  private final CheckMac mac = CheckMac.with(Samples.PAYMENT);
  private final String value = sign(CALLBACK);

  private String sign(List<Field> fields) {
    return mac.compute(fields, Digest.SHA256, SpaceEncoding.PLUS);
  }

  private boolean verifies(List<Field> fields, String received) {
    return mac.verify(signed(fields, received), Digest.SHA256);
  }

  @Test
  void aSignedMessageVerifiesInAnyOrderOfItsFields() {
    List<Field> message = new ArrayList<>(signed(CALLBACK, value));
    Samples.forSeeds(
        100,
        random -> {
          Collections.shuffle(message, random);
          assertThat(mac.verify(message, Digest.SHA256)).isTrue();
          assertThat(sign(message)).isEqualTo(value);
        });
  }

  @Test
  void theValueIsUpperCaseHexAndIsReadInEitherCase() {
    assertThat(value).matches("[0-9A-F]{64}");
    assertThat(verifies(CALLBACK, value)).isTrue();
    assertThat(verifies(CALLBACK, value.toLowerCase(Locale.ROOT))).isTrue();
  }

  @Test
  void namesAreSortedWithoutCaseAndUnderscoreBeforeLetters() {
    assertThat(
            mac.diagnose(fields("b", "1", "A_z", "2", "Aa", "3", "a", "4", "B2", "5", "Z", "6"))
                .signingOrder())
        .extracting(Field::name)
        .containsExactly("a", "A_z", "Aa", "b", "B2", "Z");
  }

  @Test
  void fieldsWhoseNamesDifferInCaseOnlyAreAllSignedInTheOrderReceived() {
    List<Field> fields = fields("name", "2", "NAME", "1", "Name", "3", "name", "0");
    assertThat(mac.diagnose(fields).signingOrder()).isEqualTo(fields);
    assertThat(mac.diagnose(fields).encodedText())
        .contains("%26name%3d2%26name%3d1%26name%3d3%26name%3d0%26");
  }

  /** R-CBK-09, letter case apart: see {@link #theCaseOfAsciiLettersIsNotProtected}. */
  @Test
  void everyChangeOfOneCharacterOfAnySignedFieldFails() {
    Samples.forSeeds(
        20,
        random -> {
          for (int i = 0; i < CALLBACK.size(); i++) {
            Field field = CALLBACK.get(i);
            for (String name : changes(field.name(), random)) {
              assertThat(verifies(replaced(i, new Field(name, field.value())), value)).isFalse();
            }
            for (String changed : changes(field.value(), random)) {
              assertThat(verifies(replaced(i, new Field(field.name(), changed)), value)).isFalse();
            }
          }
        });
  }

  /** Each character replaced, doubled and taken away, and one put in front. */
  private static List<String> changes(String text, Random random) {
    List<String> changes = new ArrayList<>();
    changes.add("+" + text);
    changes.add(text + " ");
    for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
      int old = text.codePointAt(at);
      String before = text.substring(0, at);
      String after = text.substring(at + Character.charCount(old));
      String one = Character.toString(old);
      changes.add(before + after);
      changes.add(before + one + one + after);
      String other = Samples.text(random, 1);
      if (!other.equalsIgnoreCase(one)) {
        changes.add(before + other + after);
      }
    }
    return changes;
  }

  private static List<Field> replaced(int index, Field field) {
    List<Field> fields = new ArrayList<>(CALLBACK);
    fields.set(index, field);
    return fields;
  }

  @Test
  void aFieldLeftOutOrAddedFails() {
    for (Field field : CALLBACK) {
      assertThat(verifies(CALLBACK.stream().filter(f -> !f.equals(field)).toList(), value))
          .isFalse();
    }
    assertThat(verifies(with(CALLBACK, new Field("NeedExtraPaidInfo", "Y")), value)).isFalse();
    assertThat(verifies(with(CALLBACK, new Field("Empty", "")), value)).isFalse();
  }

  @Test
  void everyChangeOfOneDigitOfTheValueFails() {
    for (int at = 0; at < value.length(); at++) {
      char changed = value.charAt(at) == '0' ? '1' : '0';
      assertThat(verifies(CALLBACK, value.substring(0, at) + changed + value.substring(at + 1)))
          .isFalse();
    }
  }

  @Test
  void extraFieldsThatTheServiceAddsArePartOfTheSignature() {
    List<Field> extra = with(CALLBACK, new Field("card4no", "2222"));
    assertThat(sign(extra)).isNotEqualTo(value);
    assertThat(verifies(extra, sign(extra))).isTrue();
  }

  /** A property of the scheme, not of this code: the signed text is lower-cased. */
  @Test
  void theCaseOfAsciiLettersIsNotProtected() {
    assertThat(verifies(replaced(1, new Field("merchantTradeNo", "mpo26a000017")), value)).isTrue();
    assertThat(sign(fields("a", "É"))).isNotEqualTo(sign(fields("a", "é")));
  }

  /** R-CBK-08. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "7502E2266C2ADD3ADA5F336C6FC6354EB917732C53FAEF6040BB5EE0D60591B",
        "7502E2266C2ADD3ADA5F336C6FC6354EB917732C53FAEF6040BB5EE0D60591BE0",
        "7502E2266C2ADD3ADA5F336C6FC6354EB917732C53FAEF6040BB5EE0D60591BG",
        " 502E2266C2ADD3ADA5F336C6FC6354EB917732C53FAEF6040BB5EE0D60591BE",
        "７502E2266C2ADD3ADA5F336C6FC6354EB917732C53FAEF6040BB5EE0D60591BE",
        "50A276E71DAE26343013958B405EEEA0"
      })
  void aValueOfWrongLengthOrNotHexIsRefusedWithoutHashing(String received) {
    ReadCounter message = new ReadCounter(signed(CALLBACK, received));
    assertThat(mac.verify(message, Digest.SHA256)).isFalse();
    assertThat(message.readsOfTheFirst).isEqualTo(1);
  }

  @Test
  void aValueOfTheRightFormIsHashedOverTheFieldsReadAgain() {
    ReadCounter message = new ReadCounter(signed(CALLBACK, "0".repeat(64)));
    assertThat(mac.verify(message, Digest.SHA256)).isFalse();
    assertThat(message.readsOfTheFirst).isGreaterThan(1);
  }

  @Test
  void aMissingOrDoubledValueFails() {
    assertThat(mac.verify(CALLBACK, Digest.SHA256)).isFalse();
    assertThat(mac.verify(signed(signed(CALLBACK, value), value), Digest.SHA256)).isFalse();
    assertThat(verifies(with(CALLBACK, new Field("CheckMacValue", "")), value)).isFalse();
    assertThat(mac.verify(List.of(), Digest.SHA256)).isFalse();
  }

  @Test
  void aSpaceWrittenAsPercent20IsNotAcceptedWhereTheApiFixesPlus() {
    String percent20 = mac.compute(CALLBACK, Digest.SHA256, SpaceEncoding.PERCENT20);
    assertThat(verifies(CALLBACK, percent20)).isFalse();
  }

  @Test
  void aSignatureUnderOtherKeysFails() {
    String other =
        CheckMac.with(Samples.INVOICE).compute(CALLBACK, Digest.SHA256, SpaceEncoding.PLUS);
    assertThat(verifies(CALLBACK, other)).isFalse();
  }

  @Test
  void theWholeKeysAreSignedNotTheirFirstSixteenCharacters() {
    CheckMac longer = CheckMac.with(CryptoKeys.of(Samples.PAYMENT_KEY, Samples.PAYMENT_IV + "y"));
    assertThat(longer.compute(CALLBACK, Digest.SHA256, SpaceEncoding.PLUS)).isNotEqualTo(value);
    assertThat(
            CheckMac.with(CryptoKeys.of(Samples.PAYMENT_KEY + "/", Samples.PAYMENT_IV + "/"))
                .compute(fields("a", "b"), Digest.MD5, SpaceEncoding.PLUS))
        .isEqualTo(md5("hashkey%3dpwfhcqoqzgmho4w6%2f%26a%3db%26hashiv%3dekrm7ift261dpevs%2f"));
  }

  @Test
  void aLoneSurrogateCannotBeSignedAndNeverVerifies() {
    List<Field> broken = fields("ItemName", "\uD83C");
    assertThatExceptionOfType(EncodingRefusedException.class).isThrownBy(() -> sign(broken));
    assertThat(verifies(broken, sign(fields("ItemName", "?")))).isFalse();
  }

  @Test
  void aMessageOfNoFieldsHasASignature() {
    assertThat(mac.compute(List.of(), Digest.MD5, SpaceEncoding.PLUS))
        .isEqualTo(md5("hashkey%3dpwfhcqoqzgmho4w6%26hashiv%3dekrm7ift261dpevs"));
  }

  private static String md5(String text) {
    return HexFormat.of()
        .withUpperCase()
        .formatHex(Digest.MD5.start().digest(text.getBytes(US_ASCII)));
  }
}
