package ecpay.app.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** Where a new key is kept for the operator, readable by nobody else. Nothing is ever read back. */
public record ApiKeyFile(Optional<Path> path) {

  /**
   * Writes the key, if a file is wanted.
   *
   * @throws IllegalStateException naming the file if it cannot be written
   */
  void keep(String key) {
    path.ifPresent(file -> write(file.toAbsolutePath(), key));
  }

  private static void write(Path file, String key) {
    try {
      Path folder = Files.createDirectories(file.getParent());
      Path draft =
          Files.createTempFile(
              folder,
              ".api-key",
              "",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(draft, key + "\n");
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException unwritable) {
      throw new IllegalStateException(
          "api-key-file: " + file + " cannot be written: " + unwritable.getMessage(), unwritable);
    }
  }
}
