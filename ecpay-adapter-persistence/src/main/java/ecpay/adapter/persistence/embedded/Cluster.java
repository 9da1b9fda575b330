package ecpay.adapter.persistence.embedded;

import ecpay.adapter.persistence.embedded.EmbeddedDatabase.UnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The databases of one server: made once, then started and stopped. */
final class Cluster {
  static final String USER = "ecpay";

  private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
  private static final String MAJOR_VERSION = "18";
  private static final String PASSWORD = "ecpay.password";
  private static final int START_SECONDS = 120;
  private static final int STOP_SECONDS = 30;

  private final DataFolder folder;
  private final Commands commands;
  private final boolean durable;

  Cluster(DataFolder folder, Path binaries, boolean durable) throws IOException {
    this.folder = folder;
    this.commands = new Commands(binaries, folder.commandLog());
    this.durable = durable;
  }

  /** Stops a server that a killed run has left behind. The folder's lock says that it is one. */
  void stopOrphan() throws IOException {
    switch (Orphan.of(folder.cluster())) {
      case NONE -> {}
      case OURS -> {
        LOG.info("stopping the server that an earlier run left behind in {}", folder.path());
        if (!stops("fast") && !stops("immediate")) {
          demandThatItHasEnded();
        }
      }
      case STRANGER -> Files.deleteIfExists(Orphan.pidFile(folder.cluster()));
      case UNCERTAIN ->
          throw new UnavailableException(
              "the data folder "
                  + folder.path()
                  + " may be in use by process "
                  + Orphan.process(folder.cluster()).map(Object::toString).orElse("?"));
    }
  }

  /** It could not be stopped, which is no trouble if it was dying by itself. */
  private void demandThatItHasEnded() throws IOException {
    switch (Orphan.of(folder.cluster())) {
      case NONE -> {}
      case STRANGER -> Files.deleteIfExists(Orphan.pidFile(folder.cluster()));
      case OURS, UNCERTAIN -> throw failed("did not stop", folder.commandLog());
    }
  }

  void initialiseIfNew() throws IOException {
    if (!Files.exists(folder.cluster())) {
      initialise();
    }
    Path version = folder.cluster().resolve("PG_VERSION");
    String found = Files.exists(version) ? Files.readString(version).strip() : "no version";
    if (!found.equals(MAJOR_VERSION)) {
      throw new UnavailableException(
          "the data folder "
              + folder.path()
              + " is not of PostgreSQL "
              + MAJOR_VERSION
              + " but has "
              + found);
    }
  }

  private void initialise() throws IOException {
    Folders.delete(folder.newCluster());
    Path password = folder.path().resolve(PASSWORD);
    Files.deleteIfExists(password);
    Files.createFile(
        password,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(password, freshPassword());
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--pgdata=" + folder.newCluster(),
                "--username=" + USER,
                "--auth=scram-sha-256",
                "--pwfile=" + password,
                "--encoding=UTF8",
                "--locale=C",
                "--set=timezone=UTC",
                "--set=log_timezone=UTC"));
    if (!durable) {
      arguments.add("--no-sync");
    }
    if (!commands.succeeds(START_SECONDS, "initdb", arguments)) {
      throw failed("could not be made", folder.commandLog());
    }
    Files.move(password, folder.newCluster().resolve(PASSWORD), StandardCopyOption.ATOMIC_MOVE);
    Files.move(folder.newCluster(), folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
  }

  private static String freshPassword() {
    byte[] secret = new byte[24];
    new SecureRandom().nextBytes(secret);
    return HexFormat.of().formatHex(secret);
  }

  String password() {
    try {
      return Files.readString(folder.cluster().resolve(PASSWORD)).strip();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /**
   * Starts the server. When an earlier one was killed, its children may still hold its memory: they
   * end by themselves as soon as they notice.
   */
  void start(int port) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_SECONDS);
    while (!starts(port)) {
      if (!serverLogTells("is still in use") || System.nanoTime() - end > 0) {
        throw failed("did not start", folder.serverLog());
      }
    }
  }

  /** Why a start failed: somebody else listens there. */
  boolean foundItsPortTaken() throws IOException {
    return serverLogTells("Address already in use");
  }

  private boolean serverLogTells(String words) throws IOException {
    return Files.exists(folder.serverLog()) && Files.readString(folder.serverLog()).contains(words);
  }

  /** In a session of its own, so that Ctrl-C does not reach the server before us. */
  private boolean starts(int port) throws IOException {
    Files.deleteIfExists(folder.serverLog());
    String options =
        "-c port="
            + port
            + " -c listen_addresses=127.0.0.1 -c unix_socket_directories="
            + (durable ? "" : " -c fsync=off -c synchronous_commit=off -c full_page_writes=off");
    List<String> arguments =
        List.of(
            "--pgdata=" + folder.cluster(),
            "--log=" + folder.serverLog(),
            "--options=" + options,
            "--wait",
            "--timeout=" + START_SECONDS,
            "start");
    return commands.succeeds(START_SECONDS + 10, "pg_ctl", arguments);
  }

  /** Stops the server: politely to its clients' transactions if it can, at once if it must. */
  void stop() {
    try {
      if (!stops("fast") && !stops("immediate")) {
        throw failed("did not stop", folder.commandLog());
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private boolean stops(String mode) throws IOException {
    return commands.succeeds(
        STOP_SECONDS + 10,
        "pg_ctl",
        List.of(
            "--pgdata=" + folder.cluster(),
            "--mode=" + mode,
            "--wait",
            "--timeout=" + STOP_SECONDS,
            "stop"));
  }

  private UnavailableException failed(String what, Path log) throws IOException {
    List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
    String why =
        lines.stream()
            .filter(line -> line.contains("FATAL") || line.contains("PANIC"))
            .findFirst()
            .or(() -> lines.stream().filter(line -> line.contains("error")).findFirst())
            .or(() -> lines.stream().filter(line -> !line.isBlank()).reduce((_, last) -> last))
            .orElse("no reason was given");
    return new UnavailableException(
        "the database in " + folder.path() + " " + what + ": " + why.strip());
  }
}
