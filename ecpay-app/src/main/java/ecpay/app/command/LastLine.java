package ecpay.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes through, and remembers the last line that ended; of a long one only its beginning. */
final class LastLine extends FilterOutputStream {
  private static final int MOST_BYTES = 64;

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private String last = "";

  LastLine(OutputStream out) {
    super(out);
  }

  /** Empty while no line has ended, or when something follows that has not. */
  String text() {
    return line.size() == 0 ? last : "";
  }

  @Override
  public void write(int letter) throws IOException {
    out.write(letter);
    remember(letter);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
    for (int i = offset; i < offset + length; i++) {
      remember(bytes[i]);
    }
  }

  private void remember(int letter) {
    if (letter == '\n') {
      last = line.toString(UTF_8);
      line.reset();
    } else if (line.size() < MOST_BYTES) {
      line.write(letter);
    }
  }
}
