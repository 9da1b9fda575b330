package ecpay.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The public test vectors, in the files as published. */
class PublicVectorsTest {

  private static List<JsonNode> vectors(String file) {
    try (InputStream json = PublicVectorsTest.class.getResourceAsStream(file)) {
      return new ObjectMapper()
          .readTree(Objects.requireNonNull(json, file))
          .get("vectors")
          .valueStream()
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode aes(int entry) {
    return vectors("aes-encryption.json").get(entry - 1);
  }

  private static Payload payload(JsonNode vector) {
    return Payload.with(keys(vector));
  }

  private static CryptoKeys keys(JsonNode vector) {
    return CryptoKeys.of(vector.get("hashKey").asText(), vector.get("hashIV").asText());
  }

  private static Stream<JsonNode> macs() {
    return vectors("checkmacvalue.json").stream();
  }

  private static Stream<JsonNode> urlEncodings() {
    return vectors("url-encode-comparison.json").stream();
  }

  @Test
  void theFilesAreWhole() {
    assertThat(vectors("aes-encryption.json")).hasSize(10);
    assertThat(macs()).hasSize(5);
    assertThat(urlEncodings()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 9})
  void aesEntriesWithAnExpectedCiphertextAreReproducedAndReadBack(int entry) {
    JsonNode vector = aes(entry);
    String json = vector.get("plaintext_json").asText();
    String base64 = vector.get("expected_base64").asText();
    assertThat(payload(vector).encrypt(json)).isEqualTo(base64);
    assertThat(payload(vector).decrypt(base64)).isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 5, 9, 10})
  void aesEntriesWithAnEncodedTextAgreeWithEncoderA(int entry) {
    assertThat(UrlEncoding.encode(aes(entry).get("plaintext_json").asText()))
        .isEqualTo(aes(entry).get("expected_url_encoded").asText());
  }

  @Test
  void aesEntry3ListsSixCharactersOfEncoderA() {
    aes(3)
        .get("url_encode_expectations")
        .forEachEntry((c, code) -> assertThat(UrlEncoding.encode(c)).isEqualTo(code.asText()));
  }

  @Test
  void aesEntry6IsReadThroughBothLayers() {
    assertThat(payload(aes(6)).decrypt(aes(6).get("encrypted_base64").asText()))
        .isEqualTo(aes(6).get("expected_json").asText());
    assertThat(UrlEncoding.decode(aes(6).get("expected_decrypted").asText()))
        .isEqualTo(aes(6).get("expected_json").asText());
  }

  @Test
  void aesEntry7ShowsThatTheOrderOfKeysChangesTheCiphertextOnly() {
    Payload payload = payload(aes(7));
    String natural = aes(7).get("input_json_natural").asText();
    String alphabetic = aes(7).get("input_json_alphabetic").asText();
    assertThat(payload.encrypt(natural)).isNotEqualTo(payload.encrypt(alphabetic));
    assertThat(payload.decrypt(payload.encrypt(natural))).isEqualTo(natural);
    assertThat(payload.decrypt(payload.encrypt(alphabetic))).isEqualTo(alphabetic);
  }

  @Test
  void aesEntry8HasAnEncodedTextOf23BytesAndComesBack() {
    String json = aes(8).get("input_json").asText();
    assertThat(UrlEncoding.encode(json)).hasSize(23);
    assertThat(payload(aes(8)).decrypt(payload(aes(8)).encrypt(json))).isEqualTo(json);
  }

  @Test
  void aesEntry10IsTheSchemeOfReceiptsAndNoPayload() {
    String gcm = aes(10).get("expected_base64").asText();
    assertThatExceptionOfType(PayloadRefusedException.class)
        .isThrownBy(() -> Payload.with(Samples.INVOICE).decrypt(gcm));
  }

  @ParameterizedTest
  @MethodSource("macs")
  void macEntriesAreReproducedAndVerified(JsonNode vector) {
    CheckMac mac = CheckMac.with(keys(vector));
    Digest digest = Digest.valueOf(vector.get("method").asText());
    List<Field> fields =
        vector
            .get("params")
            .propertyStream()
            .map(param -> new Field(param.getKey(), param.getValue().asText()))
            .toList();
    String expected = vector.get("expected").asText();
    assertThat(mac.compute(fields, digest, SpaceEncoding.PLUS)).isEqualTo(expected);
    assertThat(mac.verify(Samples.signed(fields, expected), digest)).isTrue();
    JsonNode wrong = vector.get("wrong_with_percent20");
    if (wrong != null) {
      assertThat(mac.compute(fields, digest, SpaceEncoding.PERCENT20)).isEqualTo(wrong.asText());
      assertThat(mac.verify(Samples.signed(fields, wrong.asText()), digest)).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("urlEncodings")
  void urlEncodingEntriesAgreeWithBothEncoders(JsonNode vector) {
    String input = vector.get("input").asText();
    assertThat(UrlEncoding.encode(input)).isEqualTo(vector.get("aesUrlEncode").asText());
    assertThat(UrlEncoding.encodeForMac(input, SpaceEncoding.PLUS))
        .isEqualTo(vector.get("ecpayUrlEncode").asText());
  }
}
