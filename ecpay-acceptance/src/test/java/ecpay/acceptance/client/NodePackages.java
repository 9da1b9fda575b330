package ecpay.acceptance.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packages that {@code src/test/node} names, installed below {@code target}. */
final class NodePackages {
  private static final Path SOURCES = Path.of("src", "test", "node");
  private static final List<String> FILES =
      List.of("package.json", "package-lock.json", "shop.mjs");
  private static final Path AUTHORITIES = Path.of("/etc/ssl/certs/ca-certificates.crt");
  private static final int SECONDS = 180;

  private NodePackages() {}

  /**
   * Installs exactly what the lock file names, by its digests; no script of a package runs.
   *
   * @return the folder of {@code shop.mjs}
   * @throws AssertionError with npm's words when it fails or takes longer than three minutes
   */
  static Path install() throws IOException, InterruptedException {
    Path folder = Files.createDirectories(Path.of("target", "node").toAbsolutePath());
    for (String file : FILES) {
      Files.write(folder.resolve(file), Files.readAllBytes(SOURCES.resolve(file)));
    }
    Path words = folder.resolve("npm.log");
    Process npm =
        start(
            new ProcessBuilder(
                    "npm", "ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(words.toFile()));
    boolean ended = npm.waitFor(SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      npm.descendants().forEach(ProcessHandle::destroyForcibly);
      npm.destroyForcibly();
    }
    if (!ended || npm.exitValue() != 0) {
      String how = ended ? "failed with " + npm.exitValue() : "took more than " + SECONDS + " s";
      throw new AssertionError("npm ci " + how + ": " + Files.readString(words));
    }
    return folder;
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
