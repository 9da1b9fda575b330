package ecpay.app.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** A key that was just made, to be told to its bearer, once; of it only the SHA-256 is kept. */
public final class NewKey {
  /** By which a key is told from an id. */
  public static final String PREFIX = "ecpk_";

  private static final int KEY_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String text;

  private NewKey(String text) {
    this.text = text;
  }

  /** 256 random bits. */
  public static NewKey made() {
    byte[] bytes = new byte[KEY_BYTES];
    RANDOM.nextBytes(bytes);
    return new NewKey(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** A path without the keys in it: somebody may give one where its id belongs. */
  public static String hiddenIn(String path) {
    return path.replaceAll(PREFIX + "[^/]*", PREFIX + "...");
  }

  /** The key itself, a secret. */
  public String text() {
    return text;
  }

  /** What is kept of it. */
  public byte[] sha256() {
    return sha256(text);
  }

  static byte[] sha256(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime has no SHA-256", e);
    }
  }
}
