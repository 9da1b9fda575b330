package ecpay.adapter.persistence.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import ecpay.adapter.persistence.embedded.EmbeddedDatabase.UnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A data folder that this process holds. The lock is the operating system's, so it ends with the
 * process however that ends; the process number inside the file only serves the message.
 */
final class DataFolder {
  private static final String LOCK = "in-use.lock";

  private final Path path;
  private final FileChannel lock;

  private DataFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  static DataFolder hold(Path path) {
    try {
      Files.createDirectories(path);
      return lock(path.toRealPath());
    } catch (IOException unwritable) {
      throw new UnavailableException(
          "the data folder " + path + " cannot be written: " + Folders.reason(unwritable),
          unwritable);
    }
  }

  private static DataFolder lock(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path.resolve(LOCK),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    boolean held = false;
    try {
      if (tryLock(channel).isEmpty()) {
        String holder = Files.readString(path.resolve(LOCK)).strip();
        throw new UnavailableException(
            "the data folder " + path + " is in use by process " + holder);
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(UTF_8)));
      held = true;
      return new DataFolder(path, channel);
    } finally {
      if (!held) {
        channel.close();
      }
    }
  }

  private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException heldByThisProcess) {
      return Optional.empty();
    }
  }

  Path path() {
    return path;
  }

  /** The finished cluster; a folder of this name is always complete. */
  Path cluster() {
    return path.resolve("cluster");
  }

  /** A cluster that is being made. */
  Path newCluster() {
    return path.resolve("cluster.new");
  }

  Path serverLog() {
    return path.resolve("postgresql.log");
  }

  /** What the last command printed. */
  Path commandLog() {
    return path.resolve("command.log");
  }

  void release() {
    try {
      lock.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
