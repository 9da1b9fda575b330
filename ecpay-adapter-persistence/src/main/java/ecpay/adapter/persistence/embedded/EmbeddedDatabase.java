package ecpay.adapter.persistence.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;

/**
 * A running PostgreSQL whose data stays in a folder. UTF-8, locale C, UTC, reachable from this
 * machine only and with a password that is made for it.
 *
 * <p>It installs no shutdown hook: whoever starts it closes it, after everything that uses it. If
 * nobody does, the next start on the same folder stops it first.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final int PORTS_TRIED = 5;

  private final DataFolder folder;
  private final Cluster cluster;
  private final int port;
  private final Optional<Path> toDelete;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedDatabase(DataFolder folder, Cluster cluster, int port, Optional<Path> toDelete) {
    this.folder = folder;
    this.cluster = cluster;
    this.port = port;
    this.toDelete = toDelete;
  }

  /** Says in one sentence why there is no database, and which folder it is about. */
  public static final class UnavailableException extends RuntimeException {
    UnavailableException(String message) {
      super(message);
    }

    UnavailableException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** {@link #start(Path, int)} on any free port. */
  public static EmbeddedDatabase start(Path dataFolder) {
    return start(dataFolder, 0);
  }

  /**
   * Starts on a folder, which is made if it is not there. The binaries are unpacked beside it.
   *
   * @param port 0 for any free one
   * @throws UnavailableException if the folder is in use by another run or cannot be written, or if
   *     the server does not start within two minutes
   */
  public static EmbeddedDatabase start(Path dataFolder, int port) {
    IntSupplier ports = port == 0 ? EmbeddedDatabase::freePort : () -> port;
    return start(dataFolder, port == 0 ? PORTS_TRIED : 1, ports);
  }

  /**
   * @param tries so many ports, should somebody take one before the server does
   */
  static EmbeddedDatabase start(Path dataFolder, int tries, IntSupplier ports) {
    Path path = dataFolder.toAbsolutePath().normalize();
    return start(path, tries, ports, true, Optional.empty());
  }

  /** Starts on a folder of its own, without regard to power failures, and deletes it at the end. */
  public static EmbeddedDatabase temporary() {
    try {
      Path base = Files.createTempDirectory("ecpay-database-");
      return start(
          base.resolve("data"), PORTS_TRIED, EmbeddedDatabase::freePort, false, Optional.of(base));
    } catch (IOException unwritable) {
      throw new UnavailableException(
          "no temporary folder for a database can be made: " + Folders.reason(unwritable),
          unwritable);
    }
  }

  private static EmbeddedDatabase start(
      Path path, int tries, IntSupplier ports, boolean durable, Optional<Path> toDelete) {
    DataFolder folder = DataFolder.hold(path);
    try {
      Path binaries = Binaries.unpackedIn(folder.path().resolveSibling("postgresql"));
      Cluster cluster = new Cluster(folder, binaries, durable);
      cluster.stopOrphan();
      cluster.initialiseIfNew();
      int port = start(cluster, tries, ports);
      return new EmbeddedDatabase(folder, cluster, port, toDelete);
    } catch (IOException | UncheckedIOException unwritable) {
      folder.release();
      throw new UnavailableException(
          "the data folder " + path + " cannot be used: " + Folders.reason(unwritable), unwritable);
    } catch (RuntimeException failed) {
      folder.release();
      throw failed;
    }
  }

  private static int start(Cluster cluster, int tries, IntSupplier ports) throws IOException {
    for (int left = tries; ; left--) {
      int port = ports.getAsInt();
      try {
        cluster.start(port);
        return port;
      } catch (UnavailableException failed) {
        if (left == 1 || !cluster.foundItsPortTaken()) {
          throw failed;
        }
      }
    }
  }

  /** A port that is free now; nobody promises that it stays so. */
  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  /** Without user and password. */
  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  public String user() {
    return Cluster.USER;
  }

  public String password() {
    return cluster.password();
  }

  /** Stops the server; what was committed stays, unless the database is a temporary one. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    try {
      cluster.stop();
    } finally {
      folder.release();
      toDelete.ifPresent(Folders::delete);
    }
  }
}
