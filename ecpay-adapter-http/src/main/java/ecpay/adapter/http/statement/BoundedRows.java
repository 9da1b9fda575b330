package ecpay.adapter.http.statement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.FilterReader;
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
 * fill the memory.
 */
final class BoundedRows extends FilterReader {
  private static final int MOST_CHARACTERS = 64 * 1024;
  private static final int LOOKED_AT = 4096;

  /** Big5 as Taiwan's machines write it. */
  private static final Charset BIG5 = Charset.forName("x-windows-950");

  private long sinceRow;

  private BoundedRows(Reader text) {
    super(text);
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

  /** A row has been taken; the next one may be as long. */
  void rowEnds() {
    sinceRow = 0;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(char[] into, int from, int most) throws IOException {
    int read = super.read(into, from, most);
    count(Math.max(0, read));
    return read;
  }

  private void count(int characters) throws TooLongException {
    sinceRow += characters;
    if (sinceRow > MOST_CHARACTERS) {
      throw new TooLongException();
    }
  }

  /** A row without end. */
  static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLongException() {
      super("a row of more than " + MOST_CHARACTERS + " characters");
    }
  }
}
