package ecpay.acceptance.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.acceptance.actor.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A shop that runs in Node, {@code src/test/node/shop.mjs}: it is wished something in a line of
 * JSON, and tells what happened in lines of JSON. Used by one thread.
 */
final class NodeShop implements AutoCloseable {
  /** A notice that got lost comes again after ten seconds; the rest is for a slow machine. */
  private static final int PATIENCE_SECONDS = 60;

  private final Process node;
  private final Writer wishes;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final Queue<String> transcript = new ConcurrentLinkedQueue<>();
  private final int port;

  private NodeShop(Process node) {
    this.node = node;
    this.wishes = node.outputWriter(UTF_8);
    Thread.ofVirtual().start(this::listen);
    this.port = awaits("listening", Map.of()).path("port").asInt();
  }

  /** Opens the shop of that folder. */
  static NodeShop open(Path folder) {
    return new NodeShop(
        NodePackages.start(
            new ProcessBuilder("node", "shop.mjs")
                .directory(folder.toFile())
                .redirectErrorStream(true)));
  }

  /** Where it receives callbacks, on this machine. */
  String url() {
    return "http://127.0.0.1:" + port;
  }

  private void listen() {
    try (BufferedReader told = node.inputReader(UTF_8)) {
      for (String line = told.readLine(); line != null; line = told.readLine()) {
        transcript.add(line);
        lines.add(line);
      }
    } catch (IOException broken) {
      transcript.add(broken.toString());
    }
    lines.add("");
  }

  /** Wishes something; gives the fact that answers it. */
  JsonNode does(String wish, Map<String, String> how, String fact) {
    String body =
        how.entrySet().stream()
            .map(part -> ",\"%s\":\"%s\"".formatted(part.getKey(), part.getValue()))
            .collect(Collectors.joining());
    try {
      wishes.write("{\"wish\":\"" + wish + "\"" + body + "}\n");
      wishes.flush();
    } catch (IOException gone) {
      throw new AssertionError("the shop has closed: " + said(), gone);
    }
    return awaits(fact, Map.of());
  }

  /**
   * Waits for a fact with those values; what was told before it is passed over.
   *
   * @throws AssertionError with all that the shop has said, when it ends or says nothing for long
   */
  JsonNode awaits(String fact, Map<String, String> values) {
    while (true) {
      String line = next(fact);
      if (line.startsWith("{")) {
        JsonNode told = Json.read(line);
        if (told.path("fact").asText().equals(fact)
            && values.entrySet().stream()
                .allMatch(v -> told.path(v.getKey()).asText().equals(v.getValue()))) {
          return told;
        }
      }
    }
  }

  private String next(String fact) {
    try {
      String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (line == null || line.isEmpty()) {
        throw new AssertionError("the shop never said '" + fact + "', but: " + said());
      }
      return line;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for '" + fact + "'", stopped);
    }
  }

  private String said() {
    return String.join("\n", transcript);
  }

  /** Ends it, politely if it lets itself. */
  @Override
  public void close() throws IOException {
    wishes.close();
    try {
      if (!node.waitFor(5, TimeUnit.SECONDS)) {
        node.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      node.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
