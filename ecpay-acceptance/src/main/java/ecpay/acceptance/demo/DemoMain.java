package ecpay.acceptance.demo;

import ecpay.acceptance.story.FirstLight;
import ecpay.acceptance.target.House;
import ecpay.acceptance.target.Ports;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.Fact;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./ecpay demo}: starts everything on this machine and plays the first story. */
@Command(
    name = "ecpay demo",
    mixinStandardHelpOptions = true,
    description = "Plays the whole life of an order: sandbox, database, platform, story.")
public final class DemoMain implements Callable<Integer> {
  /** The exit code of a process that Ctrl-C has ended. */
  private static final int ENDED = 130;

  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  @Option(names = "--once", description = "End after the story; exit 0 only if every fact holds.")
  private boolean once;

  @Option(names = "--port", defaultValue = "8080", description = "The platform's port (8080).")
  private int port;

  @Option(
      names = "--sandbox-port",
      defaultValue = "8090",
      description = "The sandbox's port (8090).")
  private int sandboxPort;

  @Option(names = "--data", description = "Folder of the database (.ecpay/data).")
  private Path data = Path.of(System.getProperty("ecpay.root", ".")).resolve(".ecpay/data");

  private final Paint paint = Paint.forThisTerminal();
  private final CompletableFuture<Integer> outcome = new CompletableFuture<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new DemoMain()).execute(arguments));
  }

  @Override
  public Integer call() {
    Instant begun = Instant.now();
    for (int wanted : new int[] {port, sandboxPort}) {
      if (!Ports.isFree(wanted)) {
        return refuse(
            "port "
                + wanted
                + " is in use; end what listens there, or choose others with --port and"
                + " --sandbox-port");
      }
    }
    try {
      Files.createDirectories(data);
    } catch (IOException unwritable) {
      return refuse("the folder " + data + " cannot be written; choose another with --data");
    }
    OUT.println("Starting the sandbox, PostgreSQL 18 (data in " + data + ") and the platform ...");
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::end));
    try (House house = House.start(sandboxPort, port, settings())) {
      Thread.ofVirtual().start(() -> live(house, begun));
      return outcome.join();
    } catch (IOException | RuntimeException failed) {
      return outcome.isDone() ? ENDED : refuse(reason(failed));
    } finally {
      closed.countDown();
    }
  }

  /** Plays the story, which Ctrl-C leaves behind wherever it is, and settles the outcome. */
  private void live(House house, Instant begun) {
    try {
      int result = tell(house, begun);
      if (once || result != 0) {
        outcome.complete(result);
      } else {
        OUT.println();
        OUT.println("Everything keeps running; Ctrl-C ends it.");
      }
    } catch (IOException | RuntimeException | Error failed) {
      if (!outcome.isDone()) {
        outcome.complete(refuse("the story went wrong: " + reason(failed)));
      }
    }
  }

  private int tell(House house, Instant begun) throws IOException {
    TerminalNarrator narrator = new TerminalNarrator(OUT, paint);
    if (!Files.isReadable(keyFile())) {
      return refuse(
          keyFile() + " is missing, and the key cannot be made again; delete the folder " + data);
    }
    String key = Files.readString(keyFile()).strip();
    try (Cast cast =
        new Cast(house.platformUrl(), key, Optional.of(house.sandboxUrl()), narrator)) {
      FirstLight story = new FirstLight(cast, "demo-" + begun.getEpochSecond());
      List<Fact> facts = story.play();
      narrator.facts(facts);
      boolean good = facts.stream().allMatch(Fact::holds);
      OUT.printf(
          "%n%s in %d s.%n",
          good ? paint.green("Every fact is as expected") : paint.red("Not every fact holds"),
          Duration.between(begun, Instant.now()).toSeconds());
      if (!once) {
        tellAddresses(house, story);
      }
      return good ? 0 : 1;
    }
  }

  private void tellAddresses(House house, FirstLight story) {
    OUT.println();
    OUT.println(
        "Timeline of the order   " + house.platformUrl() + "/console/orders/" + story.order());
    OUT.println("                        user console, password: the API key in " + keyFile());
    OUT.println("ECPay's mailbox         " + house.sandboxUrl() + "/sandbox/mailbox.html");
    OUT.println("The sandbox             " + house.sandboxUrl() + "/");
    OUT.println("The contract            " + house.platformUrl() + "/api/v1/openapi.yaml");
  }

  /** Ctrl-C: the house is closed before the process ends, so that no database is left behind. */
  private void end() {
    outcome.complete(ENDED);
    try {
      if (!closed.await(40, TimeUnit.SECONDS)) {
        System.err.println("Closing took too long; ending all the same.");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private Map<String, String> settings() {
    return Map.of(
        "database.folder", data.resolve("database").toString(),
        "api-key-file", keyFile().toString(),
        "log-format", "text");
  }

  private Path keyFile() {
    return data.resolve("api-key");
  }

  private static String reason(Throwable failed) {
    return failed.getMessage() == null ? failed.toString() : failed.getMessage();
  }

  private int refuse(String why) {
    System.err.println(paint.red("The demo cannot go on: ") + why);
    return 1;
  }
}
