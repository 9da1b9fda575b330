package ecpay.adapter.http.statement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of ECPay while they are read: in one folder, under names of their own. */
final class Downloads {
  private static final Logger LOG = LoggerFactory.getLogger(Downloads.class);
  private static final String BEGINNING = "ecpay-statement";
  private static final String END = ".csv";

  /** Nobody reads a file for so long. */
  private static final Duration KEPT = Duration.ofDays(1);

  private final Path folder;

  Downloads(Path folder) {
    this.folder = folder;
  }

  /** An empty file that only we may read. */
  Path newFile() {
    try {
      return Files.createTempFile(folder, BEGINNING, END);
    } catch (IOException noRoom) {
      throw new UncheckedIOException(noRoom);
    }
  }

  void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException undeletable) {
      throw new UncheckedIOException(undeletable);
    }
  }

  /** Removes what is older than a day: whoever read it was killed. What cannot be removed stays. */
  void removeLeftovers() {
    // Files are as old as the clock of this machine says, which wrote their times.
    Instant oldest = Instant.now().minus(KEPT);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, BEGINNING + "*" + END)) {
      for (Path file : files) {
        removeIfOlder(file, oldest);
      }
    } catch (IOException unreadable) {
      LOG.warn("leftovers of statement files are not looked for in {}", folder, unreadable);
    }
  }

  private void removeIfOlder(Path file, Instant oldest) {
    try {
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          && Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
        Files.deleteIfExists(file);
      }
    } catch (IOException undeletable) {
      LOG.warn("the leftover {} cannot be removed", file, undeletable);
    }
  }
}
