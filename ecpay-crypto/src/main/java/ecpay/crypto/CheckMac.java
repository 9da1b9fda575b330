package ecpay.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The CheckMacValue of ECPay ({@code crypto.md} section 2). Safe for any number of threads.
 *
 * <p>It is computed over the fields that were received, whatever their names, and over their text
 * after one form decoding. By ECPay's construction it does not protect the case of ASCII letters
 * (the signed text is lower-cased), nor the border between two fields ({@code a=1&b=2} in one value
 * signs like two fields).
 */
public final class CheckMac {
  /** The field that carries the signature and takes no part in it. */
  public static final String FIELD = "CheckMacValue";

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final Comparator<Field> SIGNING_ORDER =
      Comparator.comparing(Field::name, String.CASE_INSENSITIVE_ORDER);
  private static final byte[] EQUALS = "%3d".getBytes(US_ASCII);
  private static final byte[] AND = "%26".getBytes(US_ASCII);

  private final byte[] head;
  private final byte[] tail;

  private CheckMac(CryptoKeys keys) {
    PercentEncoder encoder = PercentEncoder.mac(SpaceEncoding.PLUS);
    head = encoder.encode("HashKey=" + keys.hashKey() + "&");
    tail = encoder.encode("HashIV=" + keys.hashIv());
  }

  /** The signer and verifier of one merchant on one service. */
  public static CheckMac with(CryptoKeys keys) {
    return new CheckMac(keys);
  }

  /**
   * Computes the value: upper-case hex. A {@value #FIELD} among the fields is left out.
   *
   * @throws EncodingRefusedException for a lone surrogate, or a field over {@link
   *     UrlEncoding#MAX_BYTES}
   */
  public String compute(List<Field> fields, Digest digest, SpaceEncoding space) {
    return HEX.formatHex(hash(signingOrder(fields), digest, space));
  }

  /**
   * Verifies a message of an API whose digest is fixed (AIO: SHA-256), space as {@code +}. False
   * also when the value is missing, doubled, or not of this digest's form (R-CBK-08).
   */
  public boolean verify(List<Field> fields, Digest digest) {
    byte @Nullable [] received = received(fields);
    return received != null
        && received.length * 2 == digest.hexDigits()
        && matches(received, fields, digest, SpaceEncoding.PLUS);
  }

  /**
   * Verifies the consent callback of an online allowance, the only message with two digests: the
   * length received selects one among the allowed, and both space encodings are tried (D-06,
   * R-CBK-07). False also when the value is missing, doubled, of another length or not hex
   * (R-CBK-08).
   */
  public boolean verifyAllowanceConsent(List<Field> fields, Set<Digest> allowed) {
    byte @Nullable [] received = received(fields);
    if (received == null) {
      return false;
    }
    for (Digest digest : Digest.values()) {
      if (received.length * 2 == digest.hexDigits() && allowed.contains(digest)) {
        // Both are always computed: the time must not tell which of the two was right.
        boolean plus = matches(received, fields, digest, SpaceEncoding.PLUS);
        boolean percent20 = matches(received, fields, digest, SpaceEncoding.PERCENT20);
        return plus || percent20;
      }
    }
    return false;
  }

  /** Explains what was signed and in which order, for people who look for a difference. */
  public MacDiagnosis diagnose(List<Field> fields) {
    List<Field> sorted = signingOrder(fields);
    StringBuilder text = new StringBuilder("hashkey%3d****%26");
    write(sorted, SpaceEncoding.PLUS, bytes -> text.append(new String(bytes, US_ASCII)));
    return new MacDiagnosis(sorted, text.append("hashiv%3d****").toString());
  }

  private boolean matches(byte[] received, List<Field> fields, Digest digest, SpaceEncoding space) {
    try {
      return MessageDigest.isEqual(received, hash(signingOrder(fields), digest, space));
    } catch (EncodingRefusedException _) {
      // Nobody can have signed a text that has no encoding.
      return false;
    }
  }

  /** The one received value as bytes; null if there is not exactly one or it is not hex. */
  private static byte @Nullable [] received(List<Field> fields) {
    String value = null;
    for (Field field : fields) {
      if (field.name().equals(FIELD)) {
        if (value != null) {
          return null;
        }
        value = field.value();
      }
    }
    return value != null && value.length() % 2 == 0 && value.chars().allMatch(HexFormat::isHexDigit)
        ? HEX.parseHex(value)
        : null;
  }

  /** Sorted by name without regard to ASCII case; fields of one name keep their order. */
  private static List<Field> signingOrder(List<Field> fields) {
    return fields.stream().filter(f -> !f.name().equals(FIELD)).sorted(SIGNING_ORDER).toList();
  }

  private byte[] hash(List<Field> sorted, Digest digest, SpaceEncoding space) {
    MessageDigest hash = digest.start();
    hash.update(head);
    write(sorted, space, hash::update);
    return hash.digest(tail);
  }

  private static void write(List<Field> sorted, SpaceEncoding space, Consumer<byte[]> text) {
    PercentEncoder encoder = PercentEncoder.mac(space);
    for (Field field : sorted) {
      text.accept(encoder.encode(field.name()));
      text.accept(EQUALS);
      text.accept(encoder.encode(field.value()));
      text.accept(AND);
    }
  }
}
