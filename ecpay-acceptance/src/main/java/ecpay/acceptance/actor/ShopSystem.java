package ecpay.acceptance.actor;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** The merchant's own system, which calls the platform's API with its key. */
public final class ShopSystem {
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private final Api api;
  private final Api quietly;

  /**
   * @param web for what a narrator shall hear
   * @param quietly for looking again and again
   */
  public ShopSystem(URI platform, String apiKey, Web web, Web quietly) {
    this.api = new Api(platform, apiKey, web);
    this.quietly = new Api(platform, apiKey, quietly);
  }

  /** Places an order; a repeat with the same reference finds the first. */
  public JsonNode placesAnOrder(String json) {
    return api.post("/api/v1/orders", json);
  }

  /** What the order would come to, with its lines and its invoice; nothing is placed (dry run). */
  public JsonNode calculatesAnOrder(String json) {
    return api.trying().post("/api/v1/orders", json);
  }

  /** Opens the buyer's payment form. */
  public JsonNode opensAPayment(String order) {
    return api.post("/api/v1/orders/" + order + "/payments", "{\"methods\":[\"card\"]}");
  }

  /**
   * Opens a payment with an offer of its own.
   *
   * @param offer as JSON
   */
  public JsonNode opensAPayment(String order, String offer) {
    return api.post("/api/v1/orders/" + order + "/payments", offer);
  }

  /** What a person must look at, newest first, unheard by a narrator. */
  public JsonNode incidents() {
    return quietly.get("/api/v1/incidents");
  }

  /** A periodic contract, by the MerchantTradeNo of its first payment; unheard by a narrator. */
  public JsonNode contract(String tradeNo) {
    return quietly.get("/api/v1/contracts/" + tradeNo);
  }

  /** Stops a contract for good. */
  public JsonNode cancelsContract(String tradeNo) {
    return api.post("/api/v1/contracts/" + tradeNo + "/cancel", "{}");
  }

  /** Has the latest refused charge of a contract tried again. */
  public JsonNode reauthorizes(String tradeNo) {
    return api.post("/api/v1/contracts/" + tradeNo + "/reauthorize", "{}");
  }

  /** Looks at a contract until it is as hoped for. */
  public JsonNode awaitsContract(String tradeNo, String hope, Predicate<JsonNode> fulfilled) {
    AtomicReference<String> seen = new AtomicReference<>("");
    Waiting.until(
        () -> hope + ": " + seen.get(),
        PATIENCE,
        () -> {
          try {
            JsonNode contract = contract(tradeNo);
            seen.set(contract.toString());
            return fulfilled.test(contract);
          } catch (Refusal notYet) {
            seen.set(notYet.toString());
            return false;
          }
        });
    return contract(tradeNo);
  }

  /** Opens a form in which a member enters a card to be bound. */
  public JsonNode bindsACard(String member) {
    return api.post(
        "/api/v1/members/" + member + "/cards",
        "{\"name\":\"王小明\",\"email\":\"buyer@example.com\"}");
  }

  /** The cards of a member, unheard by a narrator. */
  public JsonNode cards(String member) {
    return quietly.get("/api/v1/members/" + member + "/cards").path("cards");
  }

  /** Opens ECPay's own page of a member's cards; gives its token. */
  public String opensTheCardPage(String member) {
    return api.post(
            "/api/v1/members/" + member + "/card-page",
            "{\"name\":\"王小明\",\"email\":\"buyer@example.com\"}")
        .path("token")
        .asText();
  }

  public JsonNode deletesACard(String member, String card) {
    return api.delete("/api/v1/members/" + member + "/cards/" + card);
  }

  /** Charges a member's card for an order. */
  public JsonNode chargesACard(String order, String member, String card) {
    return api.post(
        "/api/v1/orders/" + order + "/card-payments",
        "{\"member\":\"%s\",\"card\":\"%s\"}".formatted(member, card));
  }

  /** Takes a line of the invoice back with the buyer's online consent. */
  public JsonNode takesBack(String order, String reference, int line, int quantity) {
    String json =
        """
        {"reference":"%s","consent":"online","lines":[{"line":%d,"quantity":%d}]}\
        """
            .formatted(reference, line, quantity);
    return api.post("/api/v1/orders/" + order + "/allowances", json);
  }

  /** Everything the platform knows of an order, unheard by a narrator. */
  public JsonNode order(String id) {
    return quietly.get("/api/v1/orders/" + id);
  }

  /** What happened to an order, oldest first. */
  public JsonNode events(String id) {
    return api.get("/api/v1/orders/" + id + "/events");
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
}
