package ecpay.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * The two URL encoders of ECPay, which must never be mixed, and the decoder that reads both ({@code
 * crypto.md} section 3). All are UTF-8.
 */
public final class UrlEncoding {
  /** The most bytes that an encoded text may have: 4 MiB. */
  public static final int MAX_BYTES = 1 << 22;

  private UrlEncoding() {}

  /**
   * Encoder A, for the AES payload and for forms: letters, digits and {@code - _ .} stay, a space
   * becomes {@code +}, all else upper-case percent escapes.
   *
   * @throws EncodingRefusedException for a lone surrogate, or a result over {@link #MAX_BYTES}
   */
  public static String encode(String text) {
    return new String(PercentEncoder.FORM.encode(text), US_ASCII);
  }

  /**
   * Encoder M, for the CheckMacValue: as encoder A, but everything in lower case and {@code ! * (
   * )} left as they are.
   *
   * @throws EncodingRefusedException for a lone surrogate, or a result over {@link #MAX_BYTES}
   */
  public static String encodeForMac(String text, SpaceEncoding space) {
    return new String(PercentEncoder.mac(space).encode(text), US_ASCII);
  }

  /**
   * Form decoding: each {@code +} becomes a space and each {@code %XX} (either case) its byte,
   * once; everything else stands for itself.
   *
   * @throws EncodingRefusedException for a cut or broken escape, bytes that are not UTF-8, a lone
   *     surrogate, or a text over {@link #MAX_BYTES}
   */
  public static String decode(String text) {
    if (text.length() > MAX_BYTES) {
      throw new EncodingRefusedException("more than " + MAX_BYTES + " encoded bytes");
    }
    byte[] bytes = Utf8.bytes(text);
    return Utf8.text(bytes, decodeInPlace(bytes));
  }

  /** Decodes a buffer over itself and returns where the decoded bytes end. */
  static int decodeInPlace(byte[] bytes) {
    int end = 0;
    for (int at = 0; at < bytes.length; at++) {
      byte b = bytes[at];
      if (b == '%') {
        bytes[end++] = escaped(bytes, at);
        at += 2;
      } else {
        bytes[end++] = b == '+' ? (byte) ' ' : b;
      }
    }
    return end;
  }

  private static byte escaped(byte[] bytes, int at) {
    if (at + 2 < bytes.length) {
      int high = Character.digit((char) bytes[at + 1], 16);
      int low = Character.digit((char) bytes[at + 2], 16);
      if ((high | low) >= 0) {
        return (byte) (high << 4 | low);
      }
    }
    throw new EncodingRefusedException("a broken percent escape at byte " + at);
  }
}
