package ecpay.adapter.http.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of ECPay on our disk. */
class DownloadsTest {
  @TempDir private Path folder;

  private void file(String name, Duration age) throws IOException {
    aged(Files.writeString(folder.resolve(name), "特店訂單編號"), age);
  }

  private static void aged(Path path, Duration age) throws IOException {
    Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(age)));
  }

  @Test
  void whatKilledDownloadsLeftIsRemovedAfterADayAndNothingElse() throws IOException {
    Path elsewhere = Files.createTempFile(Files.createDirectory(folder.resolve("other")), "a", "b");
    aged(elsewhere, Duration.ofDays(9));
    Files.createSymbolicLink(folder.resolve("ecpay-statement-link.csv"), elsewhere);
    aged(Files.createDirectory(folder.resolve("ecpay-statement-folder.csv")), Duration.ofDays(9));
    file("ecpay-statement1.csv", Duration.ofHours(25));
    file("ecpay-statement2.csv", Duration.ofHours(23));
    file("ecpay-statement3.txt", Duration.ofDays(9));
    file("statement4.csv", Duration.ofDays(9));
    new Downloads(folder).removeLeftovers();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "other",
              "ecpay-statement-link.csv",
              "ecpay-statement-folder.csv",
              "ecpay-statement2.csv",
              "ecpay-statement3.txt",
              "statement4.csv");
    }
    assertThat(elsewhere).exists();
  }

  @Test
  void aFolderThatCannotBeReadHindersNoStart() {
    Path missing = folder.resolve("missing");
    new Downloads(missing).removeLeftovers();
    assertThat(missing).doesNotExist();
  }
}
