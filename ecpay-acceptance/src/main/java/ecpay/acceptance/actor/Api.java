package ecpay.acceptance.actor;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.acceptance.actor.Web.Answer;
import java.net.URI;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The platform's API, called with a key. */
final class Api {
  private static final String JSON = "application/json";

  private final URI platform;
  private final Map<String, String> key;
  private final Web web;
  private final String query;

  Api(URI platform, String apiKey, Web web) {
    this(platform, Map.of("Authorization", "Bearer " + apiKey), web, "");
  }

  private Api(URI platform, Map<String, String> key, Web web, String query) {
    this.platform = platform;
    this.key = key;
    this.web = web;
    this.query = query;
  }

  /** The same API; what is posted is only tried, and changes nothing. */
  Api trying() {
    return new Api(platform, key, web, "?dry_run=true");
  }

  /**
   * @throws Refusal when the platform refuses
   */
  JsonNode get(String path) {
    return Json.read(text(path));
  }

  /** What is not JSON, as it came. */
  String text(String path) {
    return accepted(web.get(platform.resolve(path), key)).body();
  }

  /**
   * @throws Refusal when the platform refuses
   */
  JsonNode post(String path, String json) {
    return Json.read(accepted(web.post(platform.resolve(path + query), JSON, json, key)).body());
  }

  /**
   * @throws Refusal when the platform refuses
   */
  JsonNode delete(String path) {
    return Json.read(accepted(web.delete(platform.resolve(path), key)).body());
  }

  private static Answer accepted(Answer answer) {
    if (answer.status() >= 400 && answer.status() < 500) {
      JsonNode problem = Json.read(answer.body());
      throw new Refusal(
          answer.url() + " answered " + answer.status() + ": " + answer.body(),
          answer.status(),
          StreamSupport.stream(problem.path("violations").spliterator(), false)
              .map(violation -> violation.path("rule").asText())
              .toList());
    }
    return answer.expect(200, 201, 202);
  }
}
