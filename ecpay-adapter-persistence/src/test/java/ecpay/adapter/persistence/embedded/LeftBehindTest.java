package ecpay.adapter.persistence.embedded;

import static ecpay.adapter.persistence.embedded.EmbeddedDatabaseTest.child;
import static ecpay.adapter.persistence.embedded.EmbeddedDatabaseTest.one;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
      assertThat(child.inputReader().readLine()).isEqualTo("committed");
      ProcessHandle orphan = server(folder);

      child.destroyForcibly();
      assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(orphan.isAlive()).as("the server outlives its starter").isTrue();

      try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
        assertThat(one(database, "SELECT it FROM kept")).isEqualTo("7");
        assertThat(server(folder).pid()).isNotEqualTo(orphan.pid());
        orphan.onExit().get(30, TimeUnit.SECONDS);
      }
    } finally {
      child.destroyForcibly();
    }
  }

  @Test
  void aServerWhoseProgramsWereDeletedMeanwhileIsStillOurs() throws Exception {
    Path folder = home.resolve("programs-gone/data");
    Process child = child(folder);
    assertThat(child.inputReader().readLine()).isEqualTo("committed");
    ProcessHandle orphan = server(folder);
    child.destroyForcibly();
    assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
    Folders.delete(home.resolve("programs-gone/postgresql"));

    try {
      assertThat(Orphan.of(folder.resolve("cluster"))).isEqualTo(Orphan.OURS);
      EmbeddedDatabase.start(folder).close();
      orphan.onExit().get(30, TimeUnit.SECONDS);
    } finally {
      orphan.destroyForcibly();
    }
  }

  @Test
  void aServerThatWasKilledWithItsStarterStartsAgain() throws Exception {
    Path folder = home.resolve("all-killed");
    Process child = child(folder);
    assertThat(child.inputReader().readLine()).isEqualTo("committed");
    ProcessHandle server = server(folder);
    child.destroyForcibly();
    server.destroyForcibly();
    assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(folder.resolve("cluster/postmaster.pid")).exists();

    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
      assertThat(one(database, "SELECT it FROM kept")).isEqualTo("7");
    }
  }

  @Test
  void aServerThatWasKilledBeforeItsChildrenNoticeStartsAgain() throws Exception {
    Path folder = home.resolve("children-left");
    Process child = child(folder);
    assertThat(child.inputReader().readLine()).isEqualTo("committed");
    ProcessHandle server = server(folder);
    List<ProcessHandle> children = server.children().filter(one -> reached("-STOP", one)).toList();
    assertThat(children).isNotEmpty();
    child.destroyForcibly();
    server.destroyForcibly();
    server.onExit().get(30, TimeUnit.SECONDS);
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
    String words = "sleep 100 # postgres " + used.resolve("cluster");
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

  /** A child that was seen may have ended since, such as the one that served a connection. */
  private static boolean reached(String signal, ProcessHandle process) {
    try {
      return new ProcessBuilder("kill", signal, Long.toString(process.pid()))
              .inheritIO()
              .start()
              .waitFor()
          == 0;
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }

  private static ProcessHandle server(Path folder) throws IOException {
    String pid = Files.readAllLines(folder.resolve("cluster/postmaster.pid")).getFirst();
    return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
  }
}
