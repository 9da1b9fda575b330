package ecpay.acceptance.actor;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** Gives the shop's money back through the platform's API. */
public final class Cashier {
  private static final Duration PATIENCE = Duration.ofSeconds(45);
  private static final String REFUNDS = "/api/v1/refunds/";

  private final Api api;
  private final Api quietly;

  /**
   * @param web for what a narrator shall hear
   * @param quietly for looking again and again
   */
  public Cashier(URI platform, String apiKey, Web web, Web quietly) {
    this(new Api(platform, apiKey, web), new Api(platform, apiKey, quietly));
  }

  private Cashier(Api api, Api quietly) {
    this.api = api;
    this.quietly = quietly;
  }

  /** The same person, who only wants to see the plan (dry run). */
  public Cashier trying() {
    return new Cashier(api.trying(), quietly);
  }

  /** Asks for a refund of an order. */
  public JsonNode givesBack(String order, String json) {
    return api.post("/api/v1/orders/" + order + "/refunds", json);
  }

  /** Asks for all of an order's money back. */
  public JsonNode givesAllBack(String order, String reference) {
    return givesBack(order, "{\"reference\":\"" + reference + "\",\"everything\":true}");
  }

  /**
   * {@link #givesBack}, and waits until that is done: a job of the order may come to walk the steps
   * as well, and then the answer tells of one that is under way.
   */
  public JsonNode givesBackToTheEnd(String order, String json) {
    return awaits(givesBack(order, json).path("id").asText(), "done");
  }

  /** {@link #givesAllBack}, and waits until that is done. */
  public JsonNode givesAllBackToTheEnd(String order, String reference) {
    return awaits(givesAllBack(order, reference).path("id").asText(), "done");
  }

  /** Asks for the money of one payment back. */
  public JsonNode givesPaymentBack(String payment, String json) {
    return api.post("/api/v1/payments/" + payment + "/refunds", json);
  }

  public JsonNode refund(String id) {
    return quietly.get(REFUNDS + id);
  }

  public JsonNode continues(String refund, String json) {
    return api.post(REFUNDS + refund + "/continue", json);
  }

  public JsonNode cancels(String refund) {
    return api.post(REFUNDS + refund + "/cancel", "{}");
  }

  /** Says that it was paid back by bank transfer. */
  public JsonNode hasPaid(String refund, String bankReference) {
    return api.post(
        REFUNDS + refund + "/paid-by-hand",
        "{\"by\":\"林小姐 Ms Lin\",\"bankReference\":\"" + bankReference + "\"}");
  }

  /** What waits for a person. */
  public JsonNode tasks() {
    return api.get("/api/v1/tasks").path("tasks");
  }

  /** How the card of a payment stands at ECPay. */
  public JsonNode card(String payment) {
    return quietly.get("/api/v1/payments/" + payment + "/card");
  }

  public JsonNode captures(String payment) {
    return api.post("/api/v1/payments/" + payment + "/capture", "{}");
  }

  /**
   * Waits until a refund is in that state.
   *
   * @throws StoryFailure with the refund as it is, after 45 seconds
   */
  public JsonNode awaits(String refund, String state) {
    AtomicReference<JsonNode> seen = new AtomicReference<>(Json.read("{}"));
    Waiting.until(
        () -> "refund " + refund + " is " + state + ": " + seen.get(),
        PATIENCE,
        () -> {
          seen.set(refund(refund));
          return seen.get().path("state").asText().equals(state);
        });
    return seen.get();
  }
}
