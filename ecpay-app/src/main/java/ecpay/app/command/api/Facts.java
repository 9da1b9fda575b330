package ecpay.app.command.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small JSON object made of options; what was not given is left out. */
public final class Facts {
  private final ObjectNode json = JsonNodeFactory.instance.objectNode();

  /** A text, or nothing. */
  public Facts put(String name, @Nullable String value) {
    if (value != null) {
      json.put(name, value);
    }
    return this;
  }

  /** A whole number, or nothing. */
  public Facts put(String name, @Nullable Integer value) {
    if (value != null) {
      json.put(name, value);
    }
    return this;
  }

  /** Texts in their order, or nothing. */
  public Facts put(String name, @Nullable List<String> values) {
    if (values != null) {
      values.forEach(json.putArray(name)::add);
    }
    return this;
  }

  /** Whole numbers in their order, or nothing. */
  public Facts putWholes(String name, @Nullable List<Integer> values) {
    if (values != null) {
      values.forEach(json.putArray(name)::add);
    }
    return this;
  }

  /** A word of truth; always there. */
  public Facts put(String name, boolean value) {
    json.put(name, value);
    return this;
  }

  /** Left out when it holds nothing. */
  public Facts put(String name, Facts inner) {
    if (!inner.json.isEmpty()) {
      json.set(name, inner.json);
    }
    return this;
  }

  @Override
  public String toString() {
    return json.toString();
  }
}
