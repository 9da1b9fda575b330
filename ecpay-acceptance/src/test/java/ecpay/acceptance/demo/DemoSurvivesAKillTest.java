package ecpay.acceptance.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ecpay.acceptance.target.Ports;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo in a process of its own: killed half way, started again, and refused politely. */
class DemoSurvivesAKillTest {
  private static final Set<String> JAVA_OPTIONS =
      Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  @TempDir private Path folder;

  private Process demo(int port) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dguice_bytecode_gen_option=DISABLED",
                "-Dlogback.configurationFile=logback-demo.xml",
                "-Decpay.root=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                DemoMain.class.getName(),
                "--once",
                "--port",
                Integer.toString(port),
                "--sandbox-port",
                Integer.toString(Ports.free()))
            .redirectErrorStream(true);
    // Java would say that it has picked them up, before the demo says anything.
    builder.environment().keySet().removeAll(JAVA_OPTIONS);
    return builder.start();
  }

  /** A demo whose story has come to the payment. */
  private Process demoAtThePayment() throws IOException {
    Process demo = demo(Ports.free());
    BufferedReader lines = new BufferedReader(new InputStreamReader(demo.getInputStream(), UTF_8));
    StringBuilder told = new StringBuilder();
    String line = lines.readLine();
    while (line != null && !line.contains("3. The buyer pays")) {
      told.append(line).append('\n');
      line = lines.readLine();
    }
    assertThat(line).as(told.toString()).isNotNull();
    return demo;
  }

  private static String output(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }

  @Test
  void aKillInTheMiddleOfAPaymentDoesNotSpoilTheNextRun() throws Exception {
    Process first = demoAtThePayment();
    first.destroyForcibly();
    assertThat(first.waitFor(30, TimeUnit.SECONDS)).isTrue();

    Process second = demo(Ports.free());
    String told = output(second);
    assertThat(second.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(second.exitValue()).as(told).isZero();
    assertThat(told).contains("Every fact is as expected");
  }

  @Test
  void anInterruptionInTheMiddleLeavesNoDatabaseRunning() throws Exception {
    Process demo = demoAtThePayment();
    Path running = folder.resolve(".ecpay/data/database/cluster/postmaster.pid");
    assertThat(running).exists();
    demo.toHandle().destroy();
    assertThat(demo.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(running).doesNotExist();
  }

  @Test
  void aTakenPortIsOneClearSentence() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Process demo = demo(taken.getLocalPort());
      String told = output(demo);
      assertThat(demo.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(demo.exitValue()).isEqualTo(1);
      assertThat(told.lines())
          .singleElement()
          .asString()
          .contains("port " + taken.getLocalPort() + " is in use");
    }
  }
}
