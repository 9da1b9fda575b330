package ecpay.adapter.http.statement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.stream.IntStream;

/**
 * The text of a file in Big5 or UTF-8, whichever its first bytes are, without any row that would
 * fill the memory. It is handed out line by line, so that a row that is no CSV costs its first line
 * only: whoever reads it begins anew with the next.
 */
final class BoundedRows extends Reader {
  private static final int MOST_CHARACTERS = 64 * 1024;
  private static final int LOOKED_AT = 4096;

  /** Big5 as Taiwan's machines write it. */
  private static final Charset BIG5 = Charset.forName("x-windows-950");

  private final Reader text;
  private final char[] ahead = new char[8192];
  private int aheadFrom;
  private int aheadTo;

  /** Lines that were taken and are not cleared away yet, and those since the row began. */
  private final StringBuilder row = new StringBuilder();

  private int begin;

  /** How much has been handed out. */
  private int given;

  private boolean isBroken;

  private BoundedRows(Reader text) {
    this.text = text;
  }

  static BoundedRows of(InputStream bytes) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(bytes, 64 * 1024);
    buffered.mark(LOOKED_AT);
    byte[] head = buffered.readNBytes(LOOKED_AT);
    buffered.reset();
    return new BoundedRows(new InputStreamReader(buffered, isUtf8(head) ? UTF_8 : BIG5));
  }

  /** The last bytes may be half a character. */
  private static boolean isUtf8(byte[] head) {
    return IntStream.range(0, Math.min(4, head.length + 1))
        .anyMatch(cut -> isUtf8(ByteBuffer.wrap(head, 0, head.length - cut)));
  }

  private static boolean isUtf8(ByteBuffer bytes) {
    try {
      UTF_8.newDecoder().decode(bytes);
      return true;
    } catch (CharacterCodingException other) {
      return false;
    }
  }

  /** A row has been taken. */
  void rowEnds() {
    rowBegins(given);
  }

  /** The row is none: what follows its first line is handed out again. */
  void rowFails() {
    rowBegins(lineEnd(begin));
  }

  /** Clears away seldom, so that short rows before a long text do not move it each time. */
  private void rowBegins(int at) {
    boolean clears = at == row.length() || at > MOST_CHARACTERS / 2;
    if (clears) {
      row.delete(0, at);
    }
    begin = clears ? 0 : at;
    given = begin;
  }

  /** Whether the text itself cannot be read on, whatever its rows are. */
  boolean isBroken() {
    return isBroken;
  }

  @Override
  public int read(char[] into, int from, int most) throws IOException {
    if (given == row.length() && !hasNextLine()) {
      return -1;
    }
    int count = Math.min(most, lineEnd(given) - given);
    row.getChars(given, given + count, into, from);
    given += count;
    return count;
  }

  private int lineEnd(int from) {
    int end = row.indexOf("\n", from);
    return end < 0 ? row.length() : end + 1;
  }

  private boolean hasNextLine() throws IOException {
    if (row.length() - begin > MOST_CHARACTERS) {
      throw new IOException("a row of more than " + MOST_CHARACTERS + " characters");
    }
    int line = row.length();
    while (aheadFrom < aheadTo || isFilled()) {
      char next = ahead[aheadFrom++];
      row.append(next);
      if (next == '\n') {
        return true;
      }
      if (row.length() - line > MOST_CHARACTERS) {
        isBroken = true;
        throw new TooLongException();
      }
    }
    return row.length() > line;
  }

  private boolean isFilled() throws IOException {
    try {
      aheadFrom = 0;
      aheadTo = text.read(ahead);
      return aheadTo > 0;
    } catch (IOException broken) {
      isBroken = true;
      throw broken;
    }
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  /** A line without end. */
  static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLongException() {
      super("a line of more than " + MOST_CHARACTERS + " characters");
    }
  }
}
