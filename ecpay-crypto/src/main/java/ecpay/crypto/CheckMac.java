package ecpay.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The CheckMacValue of ECPay ({@code crypto.md} section 2). Safe for any number of threads.
 *
 * <p>It covers the fields as they arrived, whatever their names, with their text after one form
 * decoding. By ECPay's construction it does not protect the case of ASCII letters (the signed text
 * is lower-cased), nor the border between two fields ({@code 1&b=2} as the value of {@code a} signs
 * like {@code a=1} and {@code b=2}). Any other changed character makes verification fail
 * (R-CBK-09).
 */
public final class CheckMac {
  /** The field that carries the signature and takes no part in it. */
  public static final String FIELD = "CheckMacValue";

  /** By name without regard to ASCII case; fields of one name keep their order. */
  static final Comparator<Field> SIGNING_ORDER =
      Comparator.comparing(Field::name, String.CASE_INSENSITIVE_ORDER);

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final byte[] EQUALS = "%3d".getBytes(US_ASCII);
  private static final byte[] AND = "%26".getBytes(US_ASCII);

  private final CryptoKeys keys;
  private final byte[] head;
  private final byte[] tail;

  private CheckMac(CryptoKeys keys) {
    this.keys = keys;
    // Keys hold no space, so these two are the same in both space encodings.
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
   * @throws EncodingRefusedException for a lone surrogate, or a name or value over {@link
   *     UrlEncoding#MAX_BYTES}
   */
  public String compute(List<Field> fields, Digest digest, SpaceEncoding space) {
    return HEX.formatHex(hash(signed(fields), digest, space));
  }

  /**
   * Verifies a message of an API whose digest is fixed (AIO: SHA-256), space as {@code +}. False
   * also when the value is missing, doubled, of another length or not hex (R-CBK-08).
   */
  public boolean verify(List<Field> fields, Digest digest) {
    return verify(fields, digest, SpaceEncoding.PLUS);
  }

  /**
   * Verifies the consent callback of an online allowance, the only message with two digests: the
   * length received selects one among the allowed, and both space encodings are tried (D-06,
   * R-CBK-07). False also when the value is missing, doubled, of another length or not hex
   * (R-CBK-08).
   */
  public boolean verifyAllowanceConsent(List<Field> fields, Set<Digest> allowed) {
    return allowed.stream().anyMatch(digest -> verify(fields, digest, SpaceEncoding.values()));
  }

  /**
   * Says what is signed and in which order, and why the received value may differ.
   *
   * @throws EncodingRefusedException as {@link #compute}
   */
  public MacDiagnosis diagnose(List<Field> fields) {
    return new MacDiagnostician(this, keys).diagnose(fields);
  }

  private boolean verify(List<Field> fields, Digest digest, SpaceEncoding... spaces) {
    List<String> received = received(fields);
    if (received.size() != 1 || !digest.fits(received.getFirst())) {
      return false; // before anything is hashed (R-CBK-08)
    }
    byte[] value = HEX.parseHex(received.getFirst());
    List<Field> signed = signed(fields);
    boolean equal = false;
    try {
      for (SpaceEncoding space : spaces) {
        // No way out at the first match: the time must not tell which one it was.
        equal |= MessageDigest.isEqual(value, hash(signed, digest, space));
      }
      return equal;
    } catch (EncodingRefusedException _) {
      return false; // nobody can have signed a text that has no encoding
    }
  }

  /** All values of the {@value #FIELD} field. */
  static List<String> received(List<Field> fields) {
    List<String> values = new ArrayList<>();
    for (Field field : fields) {
      if (field.name().equals(FIELD)) {
        values.add(field.value());
      }
    }
    return values;
  }

  /** The fields that take part, in the order in which they are signed. */
  static List<Field> signed(List<Field> fields) {
    List<Field> signed = new ArrayList<>(fields);
    signed.removeIf(field -> field.name().equals(FIELD));
    signed.sort(SIGNING_ORDER);
    return signed;
  }

  /** The hash over fields in exactly this order. */
  byte[] hash(List<Field> ordered, Digest digest, SpaceEncoding space) {
    MessageDigest hash = digest.start();
    hash.update(head);
    write(ordered, space, hash::update);
    return hash.digest(tail);
  }

  /** Writes what stands between the two keys, encoded piece by piece. */
  static void write(List<Field> ordered, SpaceEncoding space, Consumer<byte[]> text) {
    PercentEncoder encoder = PercentEncoder.mac(space);
    for (Field field : ordered) {
      text.accept(encoder.encode(field.name()));
      text.accept(EQUALS);
      text.accept(encoder.encode(field.value()));
      text.accept(AND);
    }
  }
}
