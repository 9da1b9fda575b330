package ecpay.sandbox.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.clock.SandboxClock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The last 10,000 exchanges in order, secrets masked; older ones are forgotten. */
public final class Journal {
  /** How many exchanges are kept. */
  public static final int CAPACITY = 10_000;

  /** Who called whom. */
  public enum Direction {
    IN,
    OUT
  }

  private final SandboxClock clock;
  private final Deque<ObjectNode> entries = new ArrayDeque<>();
  private long last;

  public Journal(SandboxClock clock) {
    this.clock = clock;
  }

  /** Opens an entry; it appears in the journal when it is written. */
  public Entry open(Direction direction, String operation) {
    return new Entry(direction, operation);
  }

  /** The entries with a sequence number above the given one, oldest first, at most 1,000. */
  public synchronized List<ObjectNode> after(long sequence) {
    var found = new ArrayList<ObjectNode>();
    for (var entry : entries) {
      if (entry.path("sequence").asLong() > sequence && found.size() < 1_000) {
        found.add(entry);
      }
    }
    return found;
  }

  private synchronized void append(ObjectNode entry) {
    entry.put("sequence", ++last);
    entries.addLast(entry);
    if (entries.size() > CAPACITY) {
      entries.removeFirst();
    }
  }

  /** One exchange while it happens. Used by one thread. */
  public final class Entry {
    private final ObjectNode node = Json.object();
    private final long started = System.nanoTime();

    private Entry(Direction direction, String operation) {
      node.put("sequence", 0);
      node.put("time", clock.instant().toString());
      node.put("direction", direction.name());
      node.put("operation", operation);
    }

    public Entry url(String url) {
      node.put("url", url);
      return this;
    }

    public Entry fault(FaultKind kind) {
      node.put("fault", kind.name());
      return this;
    }

    /** Why the sandbox decided as it did, in words for the developer at the other end. */
    public Entry note(String note) {
      node.put("note", note);
      return this;
    }

    public Entry requestEnvelope(JsonNode envelope) {
      node.set("requestEnvelope", Masking.masked(envelope));
      return this;
    }

    public Entry requestData(JsonNode data) {
      node.set("requestData", Masking.masked(data));
      return this;
    }

    public Entry answerEnvelope(JsonNode envelope) {
      node.set("answerEnvelope", Masking.masked(envelope));
      return this;
    }

    public Entry answerData(JsonNode data) {
      node.set("answerData", Masking.masked(data));
      return this;
    }

    /** The text of an answer that is no envelope, cut to 200 characters. */
    public Entry answerText(String text) {
      node.put("answerText", text.length() <= 200 ? text : text.substring(0, 200));
      return this;
    }

    /** Writes the entry. Status 0 means that there was no answer. */
    public void write(int status) {
      node.put("status", status);
      node.put("durationMillis", (System.nanoTime() - started) / 1_000_000);
      append(node);
    }
  }
}
