package ecpay.adapter.persistence;

import java.util.Base64;

/** The key with which the ids of bound cards are encrypted; prints as nothing. */
public final class CardKey {
  private static final int BYTES = 32;

  private final byte[] bytes;

  /**
   * @param base64 32 bytes
   * @throws IllegalArgumentException for anything else; the text is not quoted
   */
  public CardKey(String base64) {
    byte[] decoded;
    try {
      decoded = Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException _) {
      throw new IllegalArgumentException("a card key is 32 bytes in Base64");
    }
    if (decoded.length != BYTES) {
      throw new IllegalArgumentException("a card key is 32 bytes in Base64");
    }
    this.bytes = decoded;
  }

  byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public String toString() {
    return "CardKey[hidden]";
  }
}
