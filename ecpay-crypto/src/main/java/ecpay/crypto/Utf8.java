package ecpay.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/** UTF-8 that refuses where the JDK's short forms silently replace. */
final class Utf8 {
  private static final char REPLACEMENT = '\uFFFD';

  private Utf8() {}

  /**
   * The bytes of a text. A lone surrogate has none; replacing it, as {@code getBytes} does, would
   * sign or send another text than the merchant wrote.
   */
  static byte[] bytes(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!isPair(text, i)) {
          throw new EncodingRefusedException("a lone surrogate at character " + i);
        }
        i++;
      }
    }
    return text.getBytes(UTF_8);
  }

  private static boolean isPair(String text, int at) {
    return at + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
  }

  /** The text of some bytes, from {@code 0} to {@code end}. */
  static String text(byte[] bytes, int end) {
    String text = new String(bytes, 0, end, UTF_8);
    // A text without the replacement character had nothing to replace; only the rare one that
    // holds it is decoded again, to tell a genuine U+FFFD from a broken sequence.
    if (text.indexOf(REPLACEMENT) >= 0) {
      try {
        UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, end));
      } catch (CharacterCodingException _) {
        throw new EncodingRefusedException("bytes that are not UTF-8");
      }
    }
    return text;
  }
}
