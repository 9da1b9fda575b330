package ecpay.acceptance.actor;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** The merchant's own system, which calls the platform's API with its key. */
public final class ShopSystem {
  private static final Duration PATIENCE = Duration.ofSeconds(45);
  private static final String JSON = "application/json";

  private final URI platform;
  private final Map<String, String> key;
  private final Web web;
  private final Web quietly;

  /**
   * @param web for what a narrator shall hear
   * @param quietly for looking again and again
   */
  public ShopSystem(URI platform, String apiKey, Web web, Web quietly) {
    this.platform = platform;
    this.key = Map.of("Authorization", "Bearer " + apiKey);
    this.web = web;
    this.quietly = quietly;
  }

  /** Places an order; a repeat with the same reference finds the first. */
  public JsonNode placesAnOrder(String json) {
    return post("/api/v1/orders", json, 200, 201);
  }

  /** Opens the buyer's payment form. */
  public JsonNode opensAPayment(String order) {
    return post("/api/v1/orders/" + order + "/payments", "{\"methods\":[\"card\"]}", 200, 201);
  }

  /** Takes a line of the invoice back with the buyer's online consent. */
  public JsonNode takesBack(String order, String reference, int line, int quantity) {
    String json =
        """
        {"reference":"%s","consent":"online","lines":[{"line":%d,"quantity":%d}]}\
        """
            .formatted(reference, line, quantity);
    return post("/api/v1/orders/" + order + "/allowances", json, 200, 201);
  }

  /** Everything the platform knows of an order, unheard by a narrator. */
  public JsonNode order(String id) {
    return Json.read(quietly.get(uri("/api/v1/orders/" + id), key).expect(200).body());
  }

  /** What happened to an order, oldest first. */
  public JsonNode events(String id) {
    return Json.read(web.get(uri("/api/v1/orders/" + id + "/events"), key).expect(200).body());
  }

  /**
   * Looks at an order until it is as hoped for.
   *
   * @throws StoryFailure with the order as it is, after 45 seconds
   */
  public JsonNode awaits(String id, String hope, Predicate<JsonNode> fulfilled) {
    AtomicReference<JsonNode> seen = new AtomicReference<>(Json.read("{}"));
    Waiting.until(
        () -> hope + ": " + seen.get(),
        PATIENCE,
        () -> {
          seen.set(order(id));
          return fulfilled.test(seen.get());
        });
    return seen.get();
  }

  private JsonNode post(String path, String json, int... wanted) {
    return Json.read(web.post(uri(path), JSON, json, key).expect(wanted).body());
  }

  private URI uri(String path) {
    return platform.resolve(path);
  }
}
