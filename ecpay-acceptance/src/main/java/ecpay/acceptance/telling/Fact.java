package ecpay.acceptance.telling;

/**
 * Something that must be true at the end of a story.
 *
 * @param sentence what, in words
 * @param expected the value it must have, as text
 * @param actual the value that was read back
 */
public record Fact(String sentence, String expected, String actual) {

  public static Fact that(String sentence, Object expected, Object actual) {
    return new Fact(sentence, String.valueOf(expected), String.valueOf(actual));
  }

  public boolean holds() {
    return expected.equals(actual);
  }

  /** What was expected and what is. */
  public String difference() {
    return "expected " + expected + ", found " + actual;
  }
}
