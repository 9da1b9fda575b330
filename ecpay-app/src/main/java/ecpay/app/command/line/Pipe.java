package ecpay.app.command.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Map;
import java.util.Optional;

/**
 * What a command reads and writes, always UTF-8.
 *
 * @param terminal whether a person sees the output, so that a value ends with a line break there
 *     and only there
 */
public record Pipe(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    boolean terminal) {
  private static final int MOST_BYTES = 8 << 20;

  /** The standard streams of this process. */
  public static Pipe standard() {
    return new Pipe(
        System.in,
        new PrintStream(System.out, true, UTF_8),
        new PrintStream(System.err, true, UTF_8),
        System.getenv(),
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent());
  }

  /** The same, reading something else. */
  public Pipe reading(InputStream other) {
    return new Pipe(other, out, err, environment, terminal);
  }

  /**
   * All input. One line break at its end is the shell's, not the value's.
   *
   * @throws IOException when it cannot be read, is more than 8 MiB, or is not UTF-8
   */
  public String read() throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new IOException("the input has more than 8 MiB");
    }
    try {
      return withoutLineBreak(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException notText) {
      throw new IOException("the input is not UTF-8", notText);
    }
  }

  private static String withoutLineBreak(String text) {
    if (text.endsWith("\r\n")) {
      return text.substring(0, text.length() - 2);
    }
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  /** Writes a value and nothing else; a terminal gets a line break behind it. */
  public void write(String value) {
    out.print(terminal ? value + System.lineSeparator() : value);
    out.flush();
  }
}
