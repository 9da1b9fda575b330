package ecpay.adapter.http.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The beginning of a file, which tells whether it is one. */
final class FileHead {
  private static final int MOST_BYTES = 64 * 1024;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private FileHead() {}

  /** What begins like JSON, as far as 64 KiB; empty for a file. */
  static Optional<String> envelope(Path file) {
    return Optional.of(text(file)).filter(text -> text.startsWith("{"));
  }

  /** Its first 64 KiB as UTF-8, without what is blank around them. */
  static String text(Path file) {
    try (InputStream bytes = Files.newInputStream(file)) {
      String head = new String(bytes.readNBytes(MOST_BYTES), UTF_8);
      return (head.startsWith(BYTE_ORDER_MARK) ? head.substring(1) : head).strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
