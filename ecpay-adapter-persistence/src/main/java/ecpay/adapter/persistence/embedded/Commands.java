package ecpay.adapter.persistence.embedded;

import com.sun.security.auth.module.UnixSystem;
import ecpay.adapter.persistence.embedded.EmbeddedDatabase.UnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs PostgreSQL's programs, which refuse to be root. */
final class Commands {
  private static final List<String> NAMESPACE = List.of("unshare", "-U");
  private static final int PROBE_SECONDS = 60;

  private final Path binaries;
  private final Path output;
  private final List<String> prefix;

  /**
   * @param output where a command's output goes; each command writes it anew
   */
  Commands(Path binaries, Path output) throws IOException {
    this.binaries = binaries;
    this.output = output;
    this.prefix = prefix(output);
  }

  /**
   * Runs a program to its end.
   *
   * @return whether it succeeded; false as well when it took too long, and then it is killed
   */
  boolean succeeds(int seconds, String program, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(binaries.resolve("bin").resolve(program).toString());
    command.addAll(arguments);
    return exitsWithZero(seconds, command, output);
  }

  /** Root gets a user namespace in which it is nobody in particular, but still owns its files. */
  private static List<String> prefix(Path output) throws IOException {
    if (new UnixSystem().getUid() != 0) {
      return List.of();
    }
    List<String> probe = new ArrayList<>(NAMESPACE);
    probe.add("true");
    if (!exitsWithZero(PROBE_SECONDS, probe, output)) {
      throw new UnavailableException(
          "PostgreSQL refuses to run as root, and this machine has no user namespaces for it:"
              + " run as an ordinary user, or give the URL of a PostgreSQL");
    }
    return NAMESPACE;
  }

  private static boolean exitsWithZero(int seconds, List<String> command, Path output)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    try {
      if (process.waitFor(seconds, TimeUnit.SECONDS)) {
        return process.exitValue() == 0;
      }
      process.destroyForcibly();
      return false;
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new UnavailableException("interrupted while " + command.getLast() + " ran");
    }
  }
}
