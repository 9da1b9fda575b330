package ecpay.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The HashKey and HashIV of one merchant on one service. They go in and never come out: nothing
 * public reads them and no text shows them.
 */
public final class CryptoKeys {
  private static final int AES_BYTES = 16;
  private static final int MAX_LENGTH = 64;

  private final String hashKey;
  private final String hashIv;

  private CryptoKeys(String hashKey, String hashIv) {
    this.hashKey = hashKey;
    this.hashIv = hashIv;
  }

  /**
   * Keys as ECPay issues them: 16 to 64 printable ASCII characters without space each. AES uses the
   * first 16 of both, the CheckMacValue the whole texts.
   *
   * @throws IllegalArgumentException saying which of the two is wrong, without its text
   */
  public static CryptoKeys of(String hashKey, String hashIv) {
    return new CryptoKeys(checked("HashKey", hashKey), checked("HashIV", hashIv));
  }

  private static String checked(String name, String key) {
    if (key.length() < AES_BYTES
        || key.length() > MAX_LENGTH
        || !key.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
      throw new IllegalArgumentException(
          name + " must have 16 to 64 printable ASCII characters and no space");
    }
    return key;
  }

  String hashKey() {
    return hashKey;
  }

  String hashIv() {
    return hashIv;
  }

  SecretKeySpec aesKey() {
    return new SecretKeySpec(hashKey.getBytes(US_ASCII), 0, AES_BYTES, "AES");
  }

  IvParameterSpec aesIv() {
    return new IvParameterSpec(hashIv.getBytes(US_ASCII), 0, AES_BYTES);
  }

  /** Compares in constant time. */
  @Override
  public boolean equals(Object other) {
    return other instanceof CryptoKeys that
        && MessageDigest.isEqual(fingerprint(), that.fingerprint());
  }

  /** From a digest of the keys, because hash codes find their way into dumps and logs. */
  @Override
  public int hashCode() {
    return ByteBuffer.wrap(fingerprint()).getInt();
  }

  private byte[] fingerprint() {
    // The newline, which no key may hold, keeps the two apart.
    return Digest.SHA256.start().digest((hashKey + '\n' + hashIv).getBytes(US_ASCII));
  }

  @Override
  public String toString() {
    return "CryptoKeys[masked]";
  }
}
