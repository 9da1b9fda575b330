package ecpay.acceptance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry that is gone for a moment spoils no run, and one that stays away is told of. */
class NodePackagesTest {
  @TempDir private Path folder;

  /** An npm that fails so many times before it has installed everything. */
  private String npmThatFails(int times) throws IOException {
    Path npm = folder.resolve("npm");
    Files.writeString(
        npm,
        """
        #!/bin/sh
        echo "$1" >>../asked
        [ "$(wc -l <../asked)" -gt %d ] || { echo "EAI_AGAIN"; exit 7; }
        """
            .formatted(times));
    assertThat(npm.toFile().setExecutable(true)).isTrue();
    return npm.toString();
  }

  private void install(String npm) throws IOException, InterruptedException {
    NodePackages.install(npm, folder.resolve("node"), Duration.ZERO);
  }

  @Test
  void whatFailsIsTriedThreeTimes() throws Exception {
    install(npmThatFails(2));
    assertThat(folder.resolve("asked")).hasContent("ci\nci\nci");
    assertThat(folder.resolve("node/shop.mjs")).exists();
  }

  @Test
  void whatFailsThriceIsToldInItsOwnWords() throws Exception {
    String npm = npmThatFails(3);
    assertThatThrownBy(() -> install(npm))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("failed with 7", "EAI_AGAIN");
    assertThat(folder.resolve("asked")).hasContent("ci\nci\nci");
  }
}
