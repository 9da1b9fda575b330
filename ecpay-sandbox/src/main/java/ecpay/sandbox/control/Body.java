package ecpay.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.field.Names;
import ecpay.sandbox.wire.Handler;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Reply;
import ecpay.sandbox.wire.Request;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The JSON body of a control call. Only {@code application/json} is read: a page of another origin
 * cannot send that without asking first, so no web page can move the sandbox behind one's back.
 */
public final class Body {
  private final ObjectNode node;
  private final List<String> names;

  private Body(ObjectNode node, List<String> names) {
    this.node = node;
    this.names = names;
  }

  /** Answers with the JSON that the action makes of the body, as {@link #answer} does. */
  static Handler handler(List<String> names, Function<Body, JsonNode> action) {
    return request -> answer(request, names, body -> Reply.json(200, action.apply(body)));
  }

  /**
   * Runs the action on the body; an argument it refuses becomes a 400 that says why.
   *
   * @param names the names there are; a body with any other is refused before anything is done, and
   *     so is every query parameter
   */
  public static Reply answer(Request request, List<String> names, Function<Body, Reply> action) {
    try {
      return action.apply(of(request, names));
    } catch (IllegalArgumentException e) {
      return refused(e);
    }
  }

  static Reply refused(IllegalArgumentException refusal) {
    var why = refusal.getMessage();
    return Reply.problem(400, why == null ? "bad request" : why);
  }

  private static Body of(Request request, List<String> names) {
    Query.check(request, List.of());
    if (!request.contentType().equals("application/json")) {
      throw new IllegalArgumentException("the content type must be application/json");
    }
    var node =
        Json.readObject(request.text().isBlank() ? "{}" : request.text())
            .orElseThrow(() -> new IllegalArgumentException("the body must be a JSON object"));
    var sent = new ArrayList<String>();
    node.fieldNames().forEachRemaining(sent::add);
    Names.check("name", sent, names);
    return new Body(node, names);
  }

  Optional<String> text(String name) {
    return value(name).map(JsonNode::asText);
  }

  long whole(String name, long otherwise) {
    return value(name)
        .map(v -> {
          if (!v.isIntegralNumber() || !v.canConvertToLong()) {
            throw new IllegalArgumentException(name + " must be a whole number");
          }
          return v.asLong();
        })
        .orElse(otherwise);
  }

  int small(String name, int otherwise) {
    var number = whole(name, otherwise);
    if (number < Integer.MIN_VALUE || number > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(name + " is too large");
    }
    return (int) number;
  }

  public boolean flag(String name, boolean otherwise) {
    return value(name)
        .map(v -> {
          if (!v.isBoolean()) {
            throw new IllegalArgumentException(name + " must be true or false");
          }
          return v.asBoolean();
        })
        .orElse(otherwise);
  }

  <E extends Enum<E>> E oneOf(Class<E> type, String name, E otherwise) {
    return text(name).map(word -> one(type, name, word)).orElse(otherwise);
  }

  private static <E extends Enum<E>> E one(Class<E> type, String name, String word) {
    return EnumSet.allOf(type).stream()
        .filter(each -> each.name().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(name + " must be one of " + EnumSet.allOf(type)));
  }

  boolean has(String name) {
    return value(name).isPresent();
  }

  private Optional<JsonNode> value(String name) {
    return Optional.ofNullable(node.get(Names.declared(name, names))).filter(v -> !v.isNull());
  }
}
