package ecpay.acceptance.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packages that {@code src/test/node} names, installed below {@code target}. */
final class NodePackages {
  private static final Path SOURCES = Path.of("src", "test", "node");
  private static final List<String> FILES =
      List.of("package.json", "package-lock.json", "shop.mjs");
  private static final String LOG = "npm.log";
  private static final Path AUTHORITIES = Path.of("/etc/ssl/certs/ca-certificates.crt");
  private static final int SECONDS = 180;

  /** A registry, or the way to it, may be gone for a moment; npm repeats not every kind of that. */
  private static final int TRIES = 3;

  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);

  private NodePackages() {}

  /**
   * Installs exactly what the lock file names, by its digests; no script of a package runs.
   *
   * @return the folder of {@code shop.mjs}
   * @throws AssertionError with npm's words when it fails three times, or takes longer than three
   *     minutes once
   */
  static Path install() throws IOException, InterruptedException {
    Path folder = Path.of("target", "node").toAbsolutePath();
    install("npm", folder, BETWEEN_TRIES);
    return folder;
  }

  static void install(String npm, Path folder, Duration betweenTries)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    for (String file : FILES) {
      Files.write(folder.resolve(file), Files.readAllBytes(SOURCES.resolve(file)));
    }
    int exit = run(npm, folder);
    for (int tried = 1; exit != 0 && tried < TRIES; tried++) {
      Thread.sleep(betweenTries);
      exit = run(npm, folder);
    }
    if (exit != 0) {
      throw new AssertionError("npm ci failed with " + exit + ": " + words(folder));
    }
  }

  /** The exit code of {@code npm ci}. */
  private static int run(String npm, Path folder) throws IOException, InterruptedException {
    Process process =
        start(
            new ProcessBuilder(
                    npm, "ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(LOG).toFile()));
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new AssertionError("npm ci took more than " + SECONDS + " s: " + words(folder));
    }
    return process.exitValue();
  }

  private static String words(Path folder) throws IOException {
    return Files.readString(folder.resolve(LOG));
  }

  /** Starts node or npm, which by themselves do not trust whom the machine trusts. */
  static Process start(ProcessBuilder command) {
    if (Files.exists(AUTHORITIES)) {
      command.environment().putIfAbsent("NODE_EXTRA_CA_CERTS", AUTHORITIES.toString());
    }
    try {
      return command.start();
    } catch (IOException missing) {
      throw new AssertionError(
          command.command().getFirst()
              + " cannot be run; install Node.js 18 or newer with npm (Debian: apt-get install"
              + " nodejs npm), or leave this test out: ./ecpay test --without-node",
          missing);
    }
  }
}
