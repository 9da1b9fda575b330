package ecpay.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * One of the URL encoders of {@code crypto.md} section 3, as a table with an entry per byte: the
 * byte that stands for it, or zero where it is written as a percent escape.
 */
final class PercentEncoder {
  /** Encoder A: for the AES payload and for writing forms. */
  static final PercentEncoder FORM =
      new PercentEncoder("0123456789ABCDEF").keep("ABCDEFGHIJKLMNOPQRSTUVWXYZ").with(' ', '+');

  private static final PercentEncoder MAC_PLUS = mac().with(' ', '+');
  private static final PercentEncoder MAC_PERCENT20 = mac();

  private final byte[] literal = new byte[256];
  private final byte[] hex;

  private PercentEncoder(String hexDigits) {
    hex = hexDigits.getBytes(US_ASCII);
    keep("abcdefghijklmnopqrstuvwxyz0123456789-_.");
  }

  /** Encoder M: for the CheckMacValue. */
  static PercentEncoder mac(SpaceEncoding space) {
    return switch (space) {
      case PLUS -> MAC_PLUS;
      case PERCENT20 -> MAC_PERCENT20;
    };
  }

  private static PercentEncoder mac() {
    PercentEncoder encoder = new PercentEncoder("0123456789abcdef").keep("!*()");
    for (char upper = 'A'; upper <= 'Z'; upper++) {
      encoder.with(upper, (char) (upper + ('a' - 'A')));
    }
    return encoder;
  }

  private PercentEncoder keep(String characters) {
    for (byte b : characters.getBytes(US_ASCII)) {
      literal[b] = b;
    }
    return this;
  }

  private PercentEncoder with(char character, char written) {
    literal[character] = (byte) written;
    return this;
  }

  /** Encodes a text; the answer is ASCII. */
  byte[] encode(String text) {
    // Before any memory is taken: no character encodes to less than a byte.
    requireWithinLimit(text.length());
    byte[] utf8 = Utf8.bytes(text);
    byte[] encoded = new byte[encodedLength(utf8)];
    int at = 0;
    for (byte b : utf8) {
      byte written = literal[b & 0xFF];
      if (written != 0) {
        encoded[at++] = written;
      } else {
        encoded[at++] = '%';
        encoded[at++] = hex[b >> 4 & 0x0F];
        encoded[at++] = hex[b & 0x0F];
      }
    }
    return encoded;
  }

  private int encodedLength(byte[] utf8) {
    int length = utf8.length;
    for (byte b : utf8) {
      if (literal[b & 0xFF] == 0) {
        length += 2;
      }
    }
    requireWithinLimit(length);
    return length;
  }

  private static void requireWithinLimit(int length) {
    if (length > UrlEncoding.MAX_BYTES) {
      throw new EncodingRefusedException("more than " + UrlEncoding.MAX_BYTES + " encoded bytes");
    }
  }
}
