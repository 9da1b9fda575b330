package ecpay.sandbox.wire;

import java.util.Map;
import java.util.TreeMap;

/**
 * Which handler answers which path; a path that ends in {@code /} and is no page matches as prefix.
 */
public final class Router {
  private final Map<String, Map<String, Handler>> exact = new TreeMap<>();
  private final Map<String, Map<String, Handler>> prefixes = new TreeMap<>();

  /** Answers exactly this path. */
  public void on(String method, String path, Handler handler) {
    exact.computeIfAbsent(path, _ -> new TreeMap<>()).put(method, handler);
  }

  /** Answers every path below this prefix, which ends in a slash. */
  public void under(String method, String prefix, Handler handler) {
    prefixes.computeIfAbsent(prefix, _ -> new TreeMap<>()).put(method, handler);
  }

  Reply route(Request request) {
    var methods = exact.getOrDefault(request.path(), below(request.path()));
    if (methods.isEmpty()) {
      return Reply.plain(404, "Not Found");
    }
    var handler = methods.get(request.method());
    if (handler == null) {
      var allowed = String.join(", ", methods.keySet());
      return Reply.of(405, "text/plain", "Method Not Allowed", Map.of("Allow", allowed));
    }
    return handler.handle(request);
  }

  private Map<String, Handler> below(String path) {
    return prefixes.entrySet().stream()
        .filter(e -> path.startsWith(e.getKey()) && path.length() > e.getKey().length())
        .findFirst()
        .map(Map.Entry::getValue)
        .orElse(Map.of());
  }
}
