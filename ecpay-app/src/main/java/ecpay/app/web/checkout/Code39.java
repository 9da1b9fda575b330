package ecpay.app.web.checkout;

/**
 * A stripe for the scanner of a convenience store, as Code 39 (reference, payments-ecpg variant 6):
 * the merchant draws the bars.
 *
 * @param path the bars as an SVG path, 10 high
 * @param width in modules
 */
public record Code39(String path, int width) {
  private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. *";

  /** Per character nine elements, bar and space in turn: 1 is wide, 0 is narrow. */
  private static final String[] PATTERNS = {
    "000110100", "100100001", "001100001", "101100000", "000110001", "100110000", "001110000",
    "000100101", "100100100", "001100100", "100001001", "001001001", "101001000", "000011001",
    "100011000", "001011000", "000001101", "100001100", "001001100", "000011100", "100000011",
    "001000011", "101000010", "000010011", "100010010", "001010010", "000000111", "100000110",
    "001000110", "000010110", "110000001", "011000001", "111000000", "010010001", "110010000",
    "011010000", "010000101", "110000100", "011000100", "010010100"
  };

  private static final int WIDE = 3;
  private static final int QUIET = 10;

  /** The stripe for a text of digits and upper-case letters. */
  static Code39 of(String text) {
    StringBuilder path = new StringBuilder();
    int at = QUIET;
    for (char character : ("*" + text + "*").toCharArray()) {
      String pattern = PATTERNS[CHARACTERS.indexOf(character)];
      for (int i = 0; i < pattern.length(); i++) {
        int width = pattern.charAt(i) == '1' ? WIDE : 1;
        if (i % 2 == 0) {
          path.append('M').append(at).append(" 0h").append(width).append("v10h-").append(width);
          path.append('z');
        }
        at += width;
      }
      at++;
    }
    return new Code39(path.toString(), at - 1 + QUIET); // no gap behind the last character
  }
}
