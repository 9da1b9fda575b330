package ecpay.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ecpay.app.Main;
import ecpay.app.command.line.Pipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, in a house that is built already, with a java that only tells what it is told. */
class LauncherTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @TempDir private Path house;

  private record Said(int exit, String text) {}

  @BeforeEach
  void build() throws IOException {
    Files.copy(ROOT.resolve("ecpay"), house.resolve("ecpay"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.createDirectories(house.resolve("ecpay-acceptance/target/lib"));
    Files.createDirectories(house.resolve(".ecpay"));
    Files.createFile(house.resolve(".ecpay/built"));
    Path bin = Files.createDirectories(house.resolve("jdk/bin"));
    for (String tool : List.of("java", "javac")) {
      write(bin.resolve(tool), "echo \"$@\"");
    }
    Files.writeString(house.resolve("jdk/release"), "JAVA_VERSION=\"25\"\n");
  }

  private static void write(Path tool, String script) throws IOException {
    Files.writeString(tool, "#!/bin/sh\n" + script + "\n");
    assertThat(tool.toFile().setExecutable(true)).isTrue();
  }

  private Said types(String... words) throws Exception {
    return types(Map.of(), words);
  }

  private Said types(Map<String, String> environment, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("/bin/sh", house.resolve("ecpay").toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", house.resolve("jdk").toString());
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Said(process.exitValue(), text);
  }

  private static Set<String> commands() {
    return Main.commands(Pipe.standard()).getSubcommands().keySet();
  }

  @Test
  void everyCommandOfTheCommandLineIsLaunchedWithItsWords() throws Exception {
    assertThat(commands()).contains("order", "refund", "contract", "card", "mac");
    for (String command : commands()) {
      Said said = types(command, "--option", "a word");
      assertThat(said.exit()).as(said.text()).isZero();
      assertThat(said.text()).endsWith("ecpay.app.Main " + command + " --option a word\n");
    }
  }

  @Test
  void everyCommandStandsInTheHelpAndInTheGuide() throws Exception {
    String help = types("--help").text();
    String guide = Files.readString(ROOT.resolve("docs/command-line.md"));
    for (String command : commands()) {
      assertThat(help).containsPattern("(?m)^  ([a-z]+ \\| )*" + command + "\\b");
      assertThat(guide).contains("./ecpay " + command + " ");
    }
  }

  @Test
  void whatIsNoCommandIsSaidToBeNone() throws Exception {
    Said said = types("ordr");
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.text()).startsWith("unknown command: ordr").contains("usage: ./ecpay COMMAND");
  }

  /** A machine without Chromium, whose apt-get installs one after it has failed so many times. */
  private Map<String, String> machineWhoseAptFails(int times) throws IOException {
    Path bin = Files.createDirectories(house.resolve("bin"));
    for (String tool : List.of("dirname", "readlink", "sed")) {
      write(bin.resolve(tool), "PATH=/bin:/usr/bin exec %s \"$@\"".formatted(tool));
    }
    write(bin.resolve("env"), "exec /usr/bin/env \"$@\""); // it finds apt-get here
    write(bin.resolve("id"), "echo 0");
    write(bin.resolve("sleep"), ":");
    write(bin.resolve("mvn"), "echo \"mvn $* with $ECPAY_CHROMIUM\"");
    String asked = house.resolve("asked").toString();
    write(
        bin.resolve("apt-get"),
        """
        PATH=/bin:/usr/bin
        [ "$1" = install ] || exit 0
        echo "$@" >>'%s'
        [ "$(wc -l <'%s')" -gt %d ] || exit 100
        cp '%s' '%s'\
        """
            .formatted(asked, asked, times, bin.resolve("sleep"), bin.resolve("chromium")));
    return Map.of("PATH", bin.toString(), "ECPAY_CHROMIUM", "");
  }

  private List<String> installations() throws IOException {
    return Files.readAllLines(house.resolve("asked"));
  }

  @Test
  void whatAptDoesNotInstallAtOnceItIsAskedForAgain() throws Exception {
    Said said = types(machineWhoseAptFails(2), "test", "--without-node", "-pl", "x");
    assertThat(said.exit()).as(said.text()).isZero();
    assertThat(said.text())
        .endsWith(" -pl x with " + house.resolve("bin/chromium") + "\n")
        .contains("once more in 5 s", "once more in 30 s");
    assertThat(installations()).hasSize(3).allMatch(line -> line.contains(" chromium "));
  }

  @Test
  void whatAptNeverInstallsIsSaidToBeMissing() throws Exception {
    Said said = types(machineWhoseAptFails(100), "test", "--without-node");
    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.text()).contains("The browser tests need Chromium").doesNotContain("mvn");
    assertThat(installations()).hasSize(3);
  }
}
