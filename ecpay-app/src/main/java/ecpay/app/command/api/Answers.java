package ecpay.app.command.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import ecpay.app.command.line.Pipe;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.stream.Stream;

/** Shows what the platform answered: its JSON on the output, problems as lines on the error. */
public final class Answers {
  /** The exit code of what was done. */
  public static final int DONE = 0;

  static final int REFUSED = 1;
  static final int NOT_ASKED = 3;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final Pipe pipe;

  Answers(Pipe pipe) {
    this.pipe = pipe;
  }

  /**
   * Shows an answer.
   *
   * @return the exit code: 0 done, 1 refused (4xx), 3 for any other, as nothing was decided
   */
  int show(int status, byte[] body) {
    if (status / 100 == 2) {
      pipe.out().println(pretty(body));
      pipe.out().flush();
      return DONE;
    }
    problem(status, body);
    return status / 100 == 4 ? REFUSED : NOT_ASKED;
  }

  /** Says that there was no answer, and why. */
  int unreachable(URI address, IOException why) {
    line("cannot ask " + address + ": " + reason(why));
    return NOT_ASKED;
  }

  /** Says that an answer did not come to its end, and why. */
  int cut(IOException why) {
    line("it did not come whole: " + reason(why));
    return NOT_ASKED;
  }

  private static String reason(IOException why) {
    if (why.getMessage() != null) {
      return why.getMessage();
    }
    return why instanceof ConnectException
        ? "nothing listens there; start it (./ecpay serve), or name another: --url, ECPAY_URL"
        : why.getClass().getSimpleName();
  }

  /** JSON over several lines; anything else as it came. */
  private static String pretty(byte[] body) {
    JsonNode json = read(body);
    return json.isContainerNode() ? json.toPrettyString() : new String(body, UTF_8);
  }

  private void problem(int status, byte[] body) {
    JsonNode problem = read(body);
    line(
        status
            + " "
            + problem.path("code").asText("unexpected_answer")
            + ": "
            + problem.path("detail").asText("this is no answer of the platform"));
    for (JsonNode violation : problem.path("violations")) {
      String where =
          Stream.of(violation.path("rule").asText(), violation.path("field").asText())
              .filter(part -> !part.isEmpty())
              .collect(joining("  "));
      line("  " + where + ": " + violation.path("message").asText());
    }
    if (status >= 500 && problem.hasNonNull("correlationId")) {
      line("  its log lines bear " + problem.path("correlationId").asText());
    }
  }

  private static JsonNode read(byte[] body) {
    try {
      return MAPPER.readTree(body);
    } catch (IOException notJson) {
      return MissingNode.getInstance();
    }
  }

  /** One line: what an answer says can neither break it nor command a terminal. */
  private void line(String text) {
    pipe.err().println(text.replaceAll("\\p{Cntrl}", " "));
  }
}
