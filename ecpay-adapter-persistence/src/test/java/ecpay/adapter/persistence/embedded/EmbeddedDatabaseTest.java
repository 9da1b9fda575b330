package ecpay.adapter.persistence.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecpay.adapter.persistence.embedded.EmbeddedDatabase.UnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real servers on real folders, killed for real. */
class EmbeddedDatabaseTest {
  /** Shared, so that the binaries, which lie beside the data folders, are unpacked once. */
  @TempDir private static Path home;

  private static Path used;

  @BeforeAll
  static void useAFolderOnce() {
    used = home.resolve("used");
    try (EmbeddedDatabase database = EmbeddedDatabase.start(used)) {
      jdbi(database).useHandle(handle -> handle.execute("CREATE TABLE kept AS SELECT 42 AS it"));
    }
  }

  @AfterAll
  static void nothingIsLeftRunning() {
    assertThat(used.resolve("cluster/postmaster.pid")).doesNotExist();
  }

  @Test
  void whatWasWrittenIsThereInTheNextRun() {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(used)) {
      assertThat(one(database, "SELECT it FROM kept")).isEqualTo("42");
    }
  }

  @Test
  void itIsSetUpForEveryLanguageAndForUtcAndForPowerFailures() {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(used)) {
      assertThat(one(database, "SHOW server_version")).startsWith("18.");
      assertThat(one(database, "SHOW server_encoding")).isEqualTo("UTF8");
      assertThat(one(database, "SELECT datcollate FROM pg_database LIMIT 1")).isEqualTo("C");
      assertThat(one(database, "SELECT reset_val FROM pg_settings WHERE name = 'log_timezone'"))
          .isEqualTo("UTC");
      assertThat(one(database, "SHOW fsync")).isEqualTo("on");
      assertThat(one(database, "SHOW synchronous_commit")).isEqualTo("on");
    }
  }

  @Test
  void itListensOnThisMachineOnlyAndAsksForItsPassword() {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(used)) {
      assertThat(one(database, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(one(database, "SHOW unix_socket_directories")).isEmpty();
      assertThatThrownBy(
              () -> Jdbi.create(database.jdbcUrl(), database.user(), "guess").open().close())
          .hasRootCauseInstanceOf(SQLException.class)
          .hasMessageContaining("password");
    }
  }

  @Test
  void aFreePortThatIsTakenMeanwhileIsLeftForAnother() {
    try (EmbeddedDatabase first = EmbeddedDatabase.start(used)) {
      int taken = Integer.parseInt(first.jdbcUrl().replaceAll(".*:(\\d+)/.*", "$1"));
      AtomicInteger asked = new AtomicInteger();
      IntSupplier ports = () -> asked.getAndIncrement() == 0 ? taken : free();
      try (EmbeddedDatabase second =
          EmbeddedDatabase.start(home.resolve("another-port"), 3, ports)) {
        assertThat(one(second, "SELECT 1")).isEqualTo("1");
      }
      assertThat(asked).hasValueGreaterThan(1);
    }
  }

  private static int free() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  @Test
  void aClusterThatWasHalfMadeIsMadeAnew() throws IOException {
    Path folder = home.resolve("half-made");
    Files.createDirectories(folder.resolve("cluster.new/base"));
    Files.writeString(folder.resolve("cluster.new/postgresql.conf"), "half");

    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
      assertThat(one(database, "SELECT 1")).isEqualTo("1");
    }
    assertThat(folder.resolve("cluster.new")).doesNotExist();
  }

  @Test
  void binariesThatWereHalfUnpackedAreUnpackedAnew() throws Exception {
    Path elsewhere = home.resolve("elsewhere");
    Path partial = elsewhere.resolve("postgresql/0123456789abcdef.partial-" + deadProcess());
    Files.createDirectories(partial.resolve("bin"));
    Files.writeString(partial.resolve("bin/postgres"), "half");

    try (EmbeddedDatabase database = EmbeddedDatabase.start(elsewhere.resolve("data"))) {
      assertThat(one(database, "SELECT 1")).isEqualTo("1");
    }
    assertThat(partial).doesNotExist();
  }

  @Test
  void aSecondRunOnTheSameFolderIsToldWhoUsesIt() {
    try (EmbeddedDatabase first = EmbeddedDatabase.start(used)) {
      assertThatExceptionOfType(UnavailableException.class)
          .isThrownBy(() -> EmbeddedDatabase.start(used))
          .withMessage(
              "the data folder " + used + " is in use by process " + ProcessHandle.current().pid());
      assertThat(one(first, "SELECT it FROM kept")).isEqualTo("42");
    }
  }

  @Test
  void aSecondProcessOnTheSameFolderIsToldWhoUsesIt() throws Exception {
    try (EmbeddedDatabase first = EmbeddedDatabase.start(used)) {
      Process child = child(used);

      assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(child.exitValue()).isOne();
      try (Stream<String> output = child.inputReader().lines()) {
        assertThat(output)
            .anyMatch(line -> line.contains("in use by process " + ProcessHandle.current().pid()));
      }
      assertThat(one(first, "SELECT it FROM kept")).isEqualTo("42");
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsToldInOneSentence() throws IOException {
    Path file = Files.writeString(home.resolve("a-file"), "");

    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> EmbeddedDatabase.start(file.resolve("data")))
        .withMessageStartingWith("the data folder " + file.resolve("data") + " cannot be written")
        .satisfies(error -> assertThat(error).message().hasLineCount(1));
  }

  @Test
  void aPortThatIsTakenIsToldAndTheFolderIsFreeAgain() {
    try (EmbeddedDatabase first = EmbeddedDatabase.start(used)) {
      int taken = Integer.parseInt(first.jdbcUrl().replaceAll(".*:(\\d+)/.*", "$1"));
      Path folder = home.resolve("port-taken");

      assertThatExceptionOfType(UnavailableException.class)
          .isThrownBy(() -> EmbeddedDatabase.start(folder, taken))
          .withMessageStartingWith("the database in " + folder + " did not start: ");
      try (EmbeddedDatabase second = EmbeddedDatabase.start(folder)) {
        assertThat(one(second, "SELECT 1")).isEqualTo("1");
      }
    }
  }

  @Test
  void dataOfAnotherVersionIsNotTouched() throws IOException {
    Path folder = home.resolve("old");
    Path version = folder.resolve("cluster/PG_VERSION");
    Files.createDirectories(folder.resolve("cluster"));
    Files.writeString(version, "15\n");

    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> EmbeddedDatabase.start(folder))
        .withMessageContaining(folder.toString())
        .withMessageContaining("15");
    assertThat(version).hasContent("15");
  }

  @Test
  void aTemporaryDatabaseLeavesNothingBehind() {
    Path folder;
    try (EmbeddedDatabase database = EmbeddedDatabase.temporary()) {
      folder = Path.of(one(database, "SHOW data_directory")).resolve("../..").normalize();
      assertThat(folder).isDirectory();
    }
    assertThat(folder).doesNotExist();
  }

  /** A process that starts a database, commits a row, says so and waits to be killed. */
  static final class Child {
    private Child() {}

    public static void main(String[] arguments) throws Exception {
      EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]));
      jdbi(database).useHandle(handle -> handle.execute("CREATE TABLE kept AS SELECT 7 AS it"));
      System.out.println("committed");
      System.in.read();
      database.close();
    }
  }

  static Process child(Path folder) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                folder.toString()))
        .redirectErrorStream(true)
        .start();
  }

  private static long deadProcess() throws Exception {
    Process process = new ProcessBuilder("true").start();
    process.waitFor();
    return process.pid();
  }

  private static Jdbi jdbi(EmbeddedDatabase database) {
    return Jdbi.create(database.jdbcUrl(), database.user(), database.password());
  }

  static String one(EmbeddedDatabase database, String sql) {
    return jdbi(database).withHandle(handle -> handle.createQuery(sql).mapTo(String.class).one());
  }
}
