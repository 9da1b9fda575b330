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

  private FileHead() {}

  /** What begins like JSON, as far as 64 KiB; empty for a file. */
  static Optional<String> envelope(Path file) {
    try (InputStream bytes = Files.newInputStream(file)) {
      String head = new String(bytes.readNBytes(MOST_BYTES), UTF_8).strip();
      return Optional.of(head).filter(text -> text.startsWith("{"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
