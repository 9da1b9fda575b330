package ecpay.acceptance.actor;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.acceptance.actor.Web.Answer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** A look into the sandbox: its own books, its mailbox, and what it is told to do wrong. */
public final class EcpaySide {
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private final URI sandbox;
  private final Web web;

  public EcpaySide(URI sandbox, Web web) {
    this.sandbox = sandbox;
    this.web = web;
  }

  /** ECPay's books: trades, invoices, allowances and notifications. */
  public JsonNode ledger() {
    return get("/sandbox/ledger");
  }

  /** What went over the wire since that exchange, decrypted, oldest first. */
  public List<JsonNode> wireAfter(long sequence) {
    List<JsonNode> all = new ArrayList<>();
    JsonNode page = get("/sandbox/journal?after=" + sequence).path("exchanges");
    while (!page.isEmpty()) {
      page.forEach(all::add);
      page =
          get("/sandbox/journal?after=" + all.getLast().path("sequence").asLong())
              .path("exchanges");
    }
    return all;
  }

  /** ECPay will act on the next call of this operation, then break the connection. */
  public void losesItsNextAnswerTo(String operation) {
    plan(operation, "LOST_ANSWER");
  }

  /** The next call of this operation is answered badly, or not at all. */
  public void plan(String operation, String kind) {
    post(
        "/sandbox/faults",
        "{\"operation\":\"%s\",\"kind\":\"%s\",\"times\":1}".formatted(operation, kind));
  }

  /**
   * All calls of this operation are answered so, until its {@linkplain #endsItsFaults faults end}.
   */
  public void plansForAll(String operation, String kind) {
    post(
        "/sandbox/faults",
        "{\"operation\":\"%s\",\"kind\":\"%s\",\"times\":1000000}".formatted(operation, kind));
  }

  public void endsItsFaults() {
    web.delete(sandbox.resolve("/sandbox/faults")).expect(200);
  }

  /**
   * Its statement files say something wrong of a trade.
   *
   * @param wrong what, as members of a JSON object
   */
  public void misprints(String tradeNo, String wrong) {
    post("/sandbox/statements", "{\"merchantTradeNo\":\"%s\",%s}".formatted(tradeNo, wrong));
  }

  public void printsRightAgain() {
    web.delete(sandbox.resolve("/sandbox/statements")).expect(200);
  }

  /** The bank will refuse so many of the coming charges of a contract. */
  public void refusesChargesOf(String tradeNo, int times) {
    post(
        "/sandbox/contracts",
        "{\"merchantTradeNo\":\"%s\",\"refuseNext\":%d}".formatted(tradeNo, times));
  }

  /** From now on every fact is reported that many times. */
  public void reportsEachFact(int times) {
    post("/sandbox/callbacks", "{\"deliveries\":%d}".formatted(times));
  }

  /** Reports are held back until they are {@linkplain #releasesItsReports released}. */
  public void holdsItsReports() {
    post("/sandbox/callbacks", "{\"paused\":true}");
  }

  /** What was held back is reported now, and nothing is held any more. */
  public void releasesItsReports() {
    post("/sandbox/callbacks", "{\"paused\":false}");
    post("/sandbox/callbacks/release", "{}");
  }

  /**
   * Waits until everything that is due has been reported.
   *
   * @throws StoryFailure after 45 seconds
   */
  public void awaitsThatEverythingIsReported() {
    Waiting.until("ECPay has reported everything", PATIENCE, this::hasReported);
  }

  private boolean hasReported() {
    JsonNode state = get("/sandbox/callbacks");
    return state.path("moving").asInt() == 0 && state.path("held").asInt() == 0;
  }

  /**
   * Waits until ECPay's books are as hoped for.
   *
   * @throws StoryFailure after 45 seconds
   */
  public void awaits(String hope, Predicate<JsonNode> fulfilled) {
    Waiting.until(hope, PATIENCE, () -> fulfilled.test(ledger()));
  }

  /** Whether the shop's cards are captured daily without anybody asking. */
  public void capturesByItself(boolean daily) {
    post("/sandbox/cards", "{\"automaticCapture\":%b}".formatted(daily));
  }

  /** Whether the shop's account covers what is to go back to cards. */
  public void coversRefunds(boolean covered) {
    post("/sandbox/cards", "{\"refundsCovered\":%b}".formatted(covered));
  }

  /** Somebody pays at a bank or a shop counter, or an application is approved. */
  public void isPaid(String tradeNo) {
    post("/sandbox/trades/" + tradeNo + "/pay", "{}");
  }

  /** Somebody simulates a payment in ECPay's back office: no money comes. */
  public void simulatesAPayment(String tradeNo) {
    post("/sandbox/trades/" + tradeNo + "/pay", "{\"simulated\":true}");
  }

  /** The time at ECPay, which is the platform's too. */
  public Instant now() {
    return Instant.parse(get("/sandbox/clock").path("now").asText());
  }

  /** So much time passes for ECPay, the platform and everybody. */
  public void timePasses(Duration time) {
    if (time.isNegative()) {
      throw new StoryFailure("time passes forward only", null);
    }
    post("/sandbox/clock", "{\"advanceSeconds\":%d}".formatted(time.toSeconds()));
  }

  /** The link of the newest mail that asks for consent. */
  public URI newestConsentLink() {
    return mails().stream()
        .map(mail -> mail.path("link").asText())
        .filter(link -> link.contains("/sandbox/consent/"))
        .findFirst()
        .map(URI::create)
        .orElseThrow(() -> new StoryFailure("no mail asks for consent", null));
  }

  /** The mails that ECPay has sent, newest first. */
  public List<JsonNode> mails() {
    JsonNode box = get("/sandbox/mailbox");
    JsonNode mails = box.path("mails");
    return StreamSupport.stream(mails.spliterator(), false).toList();
  }

  private JsonNode get(String path) {
    return Json.read(web.get(sandbox.resolve(path), Map.of()).expect(200).body());
  }

  private void post(String path, String body) {
    Answer answer = web.post(sandbox.resolve(path), "application/json", body, Map.of());
    answer.expect(200);
  }
}
