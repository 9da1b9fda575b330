package ecpay.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.crypto.EncodingRefusedException;
import ecpay.sandbox.field.Names;
import ecpay.sandbox.wire.Handler;
import ecpay.sandbox.wire.Reply;
import ecpay.sandbox.wire.Request;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** A control call without a body: whatever it is asked for stands in its query. */
final class Query {
  private final Request request;
  private final List<String> names;

  private Query(Request request, List<String> names) {
    this.request = request;
    this.names = names;
  }

  /**
   * Answers with what the action makes of the query; what it refuses becomes a 400 that says why.
   *
   * @param names the parameters there are; any other is refused
   */
  static Handler handler(List<String> names, Function<Query, JsonNode> action) {
    return request -> {
      try {
        check(request, names);
        if (!request.text().isBlank()) {
          throw new IllegalArgumentException(request.method() + " takes no body here");
        }
        return Reply.json(200, action.apply(new Query(request, names)));
      } catch (IllegalArgumentException e) {
        return Body.refused(e);
      }
    };
  }

  /** The same without parameters. */
  static Handler handler(Supplier<JsonNode> action) {
    return handler(List.of(), _ -> action.get());
  }

  /** Refuses parameters that are not among the names. */
  static void check(Request request, List<String> names) {
    try {
      Names.check("query parameter", request.parameters(), names);
    } catch (EncodingRefusedException e) {
      throw new IllegalArgumentException("the query must be url-encoded UTF-8", e);
    }
  }

  Optional<String> text(String name) {
    return request.parameter(Names.declared(name, names));
  }

  long whole(String name, long otherwise) {
    try {
      return text(name).map(Long::parseLong).orElse(otherwise);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " must be a whole number", e);
    }
  }
}
