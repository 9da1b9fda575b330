package ecpay.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash of a CheckMacValue. Which one is right is fixed by the API, never by the sender. */
public enum Digest {
  /** 64 hex digits: everything of AIO. */
  SHA256("SHA-256", 64),
  /** 32 hex digits: one of the two that the allowance callback may use (D-06). */
  MD5("MD5", 32);

  private final String algorithm;
  private final int hexDigits;

  Digest(String algorithm, int hexDigits) {
    this.algorithm = algorithm;
    this.hexDigits = hexDigits;
  }

  /** Whether a text could be a CheckMacValue of this digest: its length in hex digits, any case. */
  boolean fits(String value) {
    return value.length() == hexDigits && value.chars().allMatch(HexFormat::isHexDigit);
  }

  /**
   * A fresh instance for each call: it costs a tenth of a microsecond, and a ThreadLocal would be
   * filled anew by every virtual thread, which here lives for one request.
   */
  MessageDigest start() {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime has no " + algorithm, e);
    }
  }
}
