package ecpay.app.command.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One request to the API: what a command is in HTTP.
 *
 * @param target path and query below {@code /api/v1}, encoded
 * @param body JSON; only a POST has one
 */
public record Ask(String method, String target, Optional<String> body) {
  private static final String API = "/api/v1/";
  private static final List<String> NO_ID = List.of("", ".", "..");

  /** A question; each segment of the path is encoded as one. */
  public static Ask get(String... segments) {
    return new Ask("GET", path(segments), Optional.empty());
  }

  /** A wish. */
  public static Ask post(String... segments) {
    return new Ask("POST", path(segments), Optional.empty());
  }

  /** To be rid of something. */
  public static Ask delete(String... segments) {
    return new Ask("DELETE", path(segments), Optional.empty());
  }

  private static String path(String... segments) {
    return API + Arrays.stream(segments).map(Ask::segment).collect(Collectors.joining("/"));
  }

  /** One that would climb in the path, or vanish from it, is nobody's id. */
  private static String segment(String text) {
    if (NO_ID.contains(text)) {
      throw new IllegalArgumentException("\"" + text + "\" is no id");
    }
    return encoded(text);
  }

  /** With a parameter in the query; a value that is not there leaves it out. */
  public Ask with(String name, @Nullable Object value) {
    return value == null
        ? this
        : new Ask(
            method,
            target + (target.contains("?") ? "&" : "?") + name + "=" + encoded(value.toString()),
            body);
  }

  /** Only to be shown what would happen. */
  public Ask dryRun(boolean wanted) {
    return wanted ? with("dry_run", true) : this;
  }

  /** With those facts. */
  public Ask saying(Facts facts) {
    return saying(facts.toString());
  }

  /** With that JSON. */
  public Ask saying(String json) {
    return new Ask(method, target, Optional.of(json));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
