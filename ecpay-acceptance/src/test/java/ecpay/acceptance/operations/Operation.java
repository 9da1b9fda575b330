package ecpay.acceptance.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * An operation or a callback of ECPay, a line of {@code operations.txt}.
 *
 * @param name as ECPay writes it; a callback's begins with its id
 * @param wire the path of a call, or how the sandbox's journal names a callback
 * @param story the story that uses it
 * @param stage whether it can be run on stage, and if not, why
 */
public record Operation(Group group, String name, String wire, String story, String stage) {
  static final String NONE = "-";
  private static final String BROWSER = "browser";
  private static final String SEPARATOR = " \\| ";

  /** The parts of the reference. */
  enum Group {
    ECPG,
    AIO,
    INVOICE,
    CALLBACK
  }

  /** All of them, in the order of the reference. */
  public static List<Operation> all() {
    try (InputStream file =
        Objects.requireNonNull(Operation.class.getResourceAsStream("operations.txt"))) {
      return new String(file.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Operation::read)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Operation read(String line) {
    String[] cells = line.split(SEPARATOR, -1);
    if (cells.length != 5) {
      throw new IllegalArgumentException("five cells are wanted: " + line);
    }
    return new Operation(Group.valueOf(cells[0]), cells[1], cells[2], cells[3], cells[4]);
  }

  /**
   * How an exchange of the sandbox's journal is named here: a path, or a callback with its form.
   */
  public static String wireOf(JsonNode exchange) {
    return exchange.path("direction").asText().equals("IN")
        ? exchange.path("url").asText()
        : exchange.path("operation").asText()
            + (exchange.has("requestEnvelope") ? " (JSON)" : " (form)");
  }

  /** Unlike the name alone it says which of two operations of the same name is meant. */
  String id() {
    return group == Group.CALLBACK ? name.substring(0, "CB-00".length()) : group + " " + name;
  }

  /** Whether a story is said to use it. */
  public boolean isTold() {
    return !story.equals(NONE);
  }

  /** Whether the buyer's browser brings it, past the sandbox's journal. */
  public boolean comesByBrowser() {
    return wire.equals(BROWSER);
  }
}
