package ecpay.acceptance.actor;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;

/** Looks after the shop's invoices and allowances through the platform's API. */
public final class Accountant {
  private static final Duration PATIENCE = Duration.ofSeconds(45);
  private static final String INVOICES = "/api/v1/invoices/";
  private static final String ALLOWANCES = "/api/v1/allowances/";

  private final Api api;
  private final Api quietly;

  /**
   * @param web for what a narrator shall hear
   * @param quietly for looking again and again
   */
  public Accountant(URI platform, String apiKey, Web web, Web quietly) {
    this(new Api(platform, apiKey, web), new Api(platform, apiKey, quietly));
  }

  private Accountant(Api api, Api quietly) {
    this.api = api;
    this.quietly = quietly;
  }

  /** The same person, who only tries what would happen: nothing is changed (dry run). */
  public Accountant trying() {
    return new Accountant(api.trying(), quietly);
  }

  public JsonNode invoice(String id) {
    return quietly.get(INVOICES + id);
  }

  /** Asks for an invoice of an order, or of a part of it. */
  public JsonNode invoices(String order, String json) {
    return api.post("/api/v1/orders/" + order + "/invoices", json);
  }

  /** What ECPay's own books show of it. */
  public JsonNode asksEcpayAbout(String invoice) {
    return api.get(INVOICES + invoice + "/at-ecpay");
  }

  public JsonNode voids(String invoice, String reason) {
    return change(invoice, "void", reason(reason));
  }

  /** Annuls it and issues it anew. */
  public JsonNode reissues(String invoice, String json) {
    return change(invoice, "reissue", json);
  }

  /** Has an invoice issued that waits for a trigger. */
  public JsonNode triggers(String invoice) {
    return change(invoice, "trigger", "{}");
  }

  /** Takes an invoice back that ECPay has not issued yet. */
  public JsonNode cancels(String invoice) {
    return change(invoice, "cancel", "{}");
  }

  /** Changes an invoice that ECPay has not issued yet. */
  public JsonNode edits(String invoice, String json) {
    return change(invoice, "edit", json);
  }

  /** Asks again for an invoice that was refused, with corrections. */
  public JsonNode retries(String invoice, String json) {
    return change(invoice, "retry", json);
  }

  /** The address of a page to print. */
  public URI prints(String invoice, String style) {
    return URI.create(
        change(invoice, "print", "{\"style\":\"" + style + "\"}").path("url").asText());
  }

  /** Has ECPay tell somebody of it. */
  public JsonNode tells(String invoice, String json) {
    return change(invoice, "notices", json);
  }

  /** Lays a day's invoices beside ECPay's. */
  public JsonNode compares(LocalDate day) {
    return api.get("/api/v1/invoices/compare?date=" + day);
  }

  private JsonNode change(String invoice, String what, String json) {
    return api.post(INVOICES + invoice + "/" + what, json);
  }

  public JsonNode allowance(String id) {
    return quietly.get(ALLOWANCES + id);
  }

  /** Takes goods back. */
  public JsonNode takesBack(String order, String json) {
    return api.post("/api/v1/orders/" + order + "/allowances", json);
  }

  /** Takes a request back to which the buyer has not consented. */
  public JsonNode cancelsAllowance(String allowance, String reason) {
    return api.post(ALLOWANCES + allowance + "/cancel", reason(reason));
  }

  public JsonNode voidsAllowance(String allowance, String reason) {
    return api.post(ALLOWANCES + allowance + "/void", reason(reason));
  }

  /** Files the slip that the buyer has signed. */
  public JsonNode filesTheSignature(String allowance) {
    return api.post(ALLOWANCES + allowance + "/signature", "{}");
  }

  /** Has the mail that asks for consent sent again. */
  public JsonNode asksForConsentAgain(String allowance) {
    return api.post(ALLOWANCES + allowance + "/consent-mail", "{}");
  }

  /** Has a statement file of those days fetched and compared; waits for the report and gives it. */
  public JsonNode comparesStatement(String file, LocalDate from, LocalDate to) {
    String json = "{\"file\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}".formatted(file, from, to);
    String report = api.post("/api/v1/reconciliations", json).path("id").asText();
    return awaits("/api/v1/reconciliations/" + report, "stage", "compared");
  }

  /** Does what a difference suggests; a note where only a person can. */
  public JsonNode applies(JsonNode difference, String note) {
    return api.post(
        "/api/v1/reconciliations/differences/" + difference.path("id").asText() + "/apply",
        "{\"note\":\"" + note + "\"}");
  }

  /** The fees of a payment as they were booked. */
  public JsonNode fees(String payment) {
    return api.get("/api/v1/fees?payment=" + payment).path("fees");
  }

  /** An export of a term, such as {@code invoices}, as CSV. */
  public String exports(String term, String what) {
    return api.text("/api/v1/exports/" + term + "/" + what + ".csv");
  }

  /**
   * Waits until an invoice is in that state.
   *
   * @throws StoryFailure with the invoice as it is, after 45 seconds
   */
  public JsonNode awaitsInvoice(String id, String state) {
    return awaits(INVOICES + id, state);
  }

  /**
   * Waits until an allowance is in that state.
   *
   * @throws StoryFailure with the allowance as it is, after 45 seconds
   */
  public JsonNode awaitsAllowance(String id, String state) {
    return awaits(ALLOWANCES + id, state);
  }

  private JsonNode awaits(String path, String state) {
    return awaits(path, "state", state);
  }

  private JsonNode awaits(String path, String field, String state) {
    AtomicReference<JsonNode> seen = new AtomicReference<>(Json.read("{}"));
    Waiting.until(
        () -> path + " is " + state + ": " + seen.get(),
        PATIENCE,
        () -> {
          seen.set(quietly.get(path));
          return seen.get().path(field).asText().equals(state);
        });
    return seen.get();
  }

  private static String reason(String reason) {
    return "{\"reason\":\"" + reason + "\"}";
  }
}
