package ecpay.adapter.persistence.embedded;

import static ecpay.adapter.persistence.embedded.EmbeddedDatabaseTest.child;
import static ecpay.adapter.persistence.embedded.EmbeddedDatabaseTest.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a killed run leaves behind is told from what only looks like it. */
class LeftBehindTest {
  /** Shared, so that the binaries, which lie beside the data folders, are unpacked once. */
  @TempDir private static Path home;

  private static Path used;

  @BeforeAll
  static void useAFolderOnce() {
    used = home.resolve("used");
    EmbeddedDatabase.start(used).close();
  }

  @Test
  void aRunThatWasKilledIsClearedAwayAndItsDataIsThere() throws Exception {
    Path folder = home.resolve("killed");
    Process child = child(folder);
    try {
      awaitCommit(child);
      ProcessHandle orphan = server(folder);

      child.destroyForcibly();
      assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(orphan.isAlive()).as("the server outlives its starter").isTrue();

      try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
        assertThat(one(database, "SELECT it FROM kept")).isEqualTo("7");
        assertThat(server(folder).pid()).isNotEqualTo(orphan.pid());
        awaitEnd(orphan);
      }
    } finally {
      child.destroyForcibly();
    }
  }

  @Test
  void aServerWhoseProgramsWereDeletedMeanwhileIsStillOurs() throws Exception {
    Path folder = home.resolve("programs-gone/data");
    Process child = child(folder);
    awaitCommit(child);
    ProcessHandle orphan = server(folder);
    child.destroyForcibly();
    assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    Folders.delete(home.resolve("programs-gone/postgresql"));

    try {
      assertThat(Orphan.of(folder.resolve("cluster"))).isEqualTo(Orphan.OURS);
      EmbeddedDatabase.start(folder).close();
      awaitEnd(orphan);
    } finally {
      orphan.destroyForcibly();
    }
  }

  @Test
  void aServerThatWasKilledWithItsStarterStartsAgain() throws Exception {
    Path folder = home.resolve("all-killed");
    Process child = child(folder);
    awaitCommit(child);
    ProcessHandle server = server(folder);
    child.destroyForcibly();
    server.destroyForcibly();
    assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(folder.resolve("cluster/postmaster.pid")).exists();

    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
      assertThat(one(database, "SELECT it FROM kept")).isEqualTo("7");
    }
  }

  @Test
  void aServerThatWasKilledBeforeItsChildrenNoticeStartsAgain() throws Exception {
    Path folder = home.resolve("children-left");
    Process child = child(folder);
    awaitCommit(child);
    ProcessHandle server = server(folder);
    List<ProcessHandle> children = server.children().filter(one -> reached("-STOP", one)).toList();
    assertThat(children).isNotEmpty();
    child.destroyForcibly();
    server.destroyForcibly();
    awaitEnd(server);
    Thread later =
        Thread.startVirtualThread(() -> {
          LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(3));
          children.forEach(one -> reached("-CONT", one));
        });

    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
      assertThat(one(database, "SELECT it FROM kept")).isEqualTo("7");
    } finally {
      later.join();
    }
  }

  @Test
  void aPidFileThatNamesAProgramThatOnlySpeaksOfPostgresNamesAStranger() throws IOException {
    String words = "sleep 600 # postgres " + used.resolve("cluster");
    Process stranger = new ProcessBuilder("sh", "-c", words + "\nexit").start();
    try {
      Files.writeString(used.resolve("cluster/postmaster.pid"), stranger.pid() + "\n");
      try (EmbeddedDatabase database = EmbeddedDatabase.start(used)) {
        assertThat(one(database, "SELECT 1")).isEqualTo("1");
      }
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.descendants().forEach(ProcessHandle::destroyForcibly);
      stranger.destroyForcibly();
    }
  }

  @Test
  void aPidFileThatNamesAStrangerIsNoServer() throws IOException {
    Path pidFile = used.resolve("cluster/postmaster.pid");
    Files.writeString(pidFile, ProcessHandle.current().pid() + "\n");

    try (EmbeddedDatabase database = EmbeddedDatabase.start(used)) {
      assertThat(one(database, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void aProcessThatEndsWhileItIsLookedAtIsNoServer() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    assertThat(ended.waitFor()).isZero();
    assertThat(Orphan.judge(ended.toHandle(), used.resolve("cluster"))).isEqualTo(Orphan.STRANGER);
  }

  /** Whatever else it prints, such as that it picked up JAVA_TOOL_OPTIONS. */
  private static void awaitCommit(Process child) {
    assertThat(child.inputReader().lines().anyMatch("committed"::equals)).isTrue();
  }

  /** It may stay listed for ever where nobody collects the dead, as in a container without init. */
  private static void awaitEnd(ProcessHandle process) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> !process.isAlive() || process.info().commandLine().isEmpty());
  }

  /** A child that was seen may have ended since, such as the one that served a connection. */
  private static boolean reached(String signal, ProcessHandle process) {
    try {
      String command = "kill " + signal + " " + process.pid();
      return new ProcessBuilder("sh", "-c", command).inheritIO().start().waitFor() == 0;
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }

  private static ProcessHandle server(Path folder) throws IOException {
    String pid = Files.readAllLines(folder.resolve("cluster/postmaster.pid")).getFirst();
    return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
  }
}
