package ecpay.sandbox.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** What happens to a request in the end: an answer, or a connection broken on purpose. */
public sealed interface Reply {
  /**
   * An HTTP answer.
   *
   * @param status HTTP status
   * @param contentType full content type
   * @param text the body
   * @param headers further headers
   */
  record Answer(int status, String contentType, String text, Map<String, String> headers)
      implements Reply {
    public Answer {
      headers = Map.copyOf(headers);
    }
  }

  /**
   * An HTTP answer with status 200 that is written while it is made, however long it is.
   *
   * @param contentType full content type
   * @param body writes it all
   */
  record Streamed(String contentType, Body body) implements Reply {}

  /** Writes the body of an answer. */
  @FunctionalInterface
  interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  /** The connection is closed without a single byte of answer. */
  record Broken() implements Reply {}

  static Answer json(int status, JsonNode node) {
    return of(status, "application/json; charset=utf-8", Json.write(node), Map.of());
  }

  static Answer html(int status, String html) {
    return of(status, "text/html; charset=utf-8", html, Map.of());
  }

  static Answer plain(int status, String text) {
    return of(status, "text/plain; charset=utf-8", text, Map.of());
  }

  static Answer of(int status, String contentType, String text, Map<String, String> headers) {
    return new Answer(status, contentType, text, headers);
  }

  /** A JSON answer of the control API that says what was wrong. */
  static Answer problem(int status, String message) {
    return json(status, Json.object().put("error", message));
  }
}
