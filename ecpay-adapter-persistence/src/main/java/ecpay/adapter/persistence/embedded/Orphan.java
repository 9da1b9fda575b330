package ecpay.adapter.persistence.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** What the process that a cluster's {@code postmaster.pid} names really is. */
enum Orphan {
  /** There is no file, or its process is gone: PostgreSQL recognises that and recovers. */
  NONE,
  /** The server of this cluster, left behind by a run that was killed. */
  OURS,
  /** The number belongs to another program by now, or to a process that has ended. */
  STRANGER,
  /** Perhaps a server of this cluster; it is safer to leave it alone. */
  UNCERTAIN;

  static Path pidFile(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }

  static Orphan of(Path cluster) throws IOException {
    Optional<ProcessHandle> process =
        process(cluster).flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
    return process.isPresent() ? judge(process.get(), cluster) : NONE;
  }

  static Optional<Long> process(Path cluster) throws IOException {
    try {
      return Files.readAllLines(pidFile(cluster)).stream()
          .findFirst()
          .map(line -> Long.parseLong(line.strip()));
    } catch (NoSuchFileException notThereOrJustRemoved) {
      return Optional.empty();
    }
  }

  static Orphan judge(ProcessHandle process, Path cluster) {
    String command = process.info().commandLine().orElse("");
    if (command.isEmpty()) {
      return hasEnded(process) ? STRANGER : UNCERTAIN;
    }
    if (!isPostgres(process, command)) {
      return STRANGER;
    }
    return command.contains(cluster.toString()) ? OURS : UNCERTAIN;
  }

  /**
   * Whether it runs PostgreSQL, not only something with that name among its arguments: numbers are
   * given again, in a container soon, and what got this one may be a Java program with PostgreSQL's
   * driver on its class path, such as ourselves. Linux tells, too, of a program that has been
   * deleted or unpacked anew since it was started.
   */
  private static boolean isPostgres(ProcessHandle process, String command) {
    return process
        .info()
        .command()
        .map(program -> program.endsWith("/postgres") || program.endsWith("/postgres (deleted)"))
        .orElseGet(() -> command.contains("postgres"));
  }

  /**
   * On Linux a process that has ended but was not yet collected has an empty command line, and one
   * that was collected meanwhile none.
   */
  private static boolean hasEnded(ProcessHandle process) {
    try {
      Path commandLine = Path.of("/proc", Long.toString(process.pid()), "cmdline");
      return Files.readAllBytes(commandLine).length == 0;
    } catch (IOException unreadable) {
      return !process.isAlive();
    }
  }
}
