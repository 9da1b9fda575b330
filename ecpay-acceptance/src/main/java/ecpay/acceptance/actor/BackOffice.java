package ecpay.acceptance.actor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;

/** Looks after number tracks and asks the tax authority, through the platform's API. */
public final class BackOffice {
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private final Api api;

  public BackOffice(URI platform, String apiKey, Web web) {
    this.api = new Api(platform, apiKey, web);
  }

  /** The tracks of a term as ECPay has them now. */
  public JsonNode tracks(int rocYear, int term) {
    return api.get("/api/v1/tracks?year=" + rocYear + "&term=" + term);
  }

  /** The tracks as the platform saw them last, with the alarms that stand. */
  public JsonNode stock() {
    return api.get("/api/v1/tracks/stock");
  }

  /**
   * Waits until an alarm stands over the tracks, such as {@code NUMBERS_EXHAUSTED}; gives the
   * stock.
   *
   * @throws StoryFailure after 45 seconds
   */
  public JsonNode awaitsAlarm(String kind) {
    Waiting.until(
        "the alarm " + kind + " stands",
        PATIENCE,
        () -> stock().findValuesAsText("kind").contains(kind));
    return stock();
  }

  /** What the government has allotted for a year. */
  public JsonNode allotments(int rocYear) {
    return api.get("/api/v1/tracks/allotments?year=" + rocYear);
  }

  public JsonNode addsTrack(String json) {
    return api.post("/api/v1/tracks", json);
  }

  /** Enables, pauses or disables a track. */
  public JsonNode turnsTrack(String track, String json) {
    return api.post("/api/v1/tracks/" + track + "/status", json);
  }

  public JsonNode checksBarcode(String code) {
    return api.get("/api/v1/checks/barcodes?code=" + URLEncoder.encode(code, UTF_8));
  }

  public JsonNode checksDonationCode(String code) {
    return api.get("/api/v1/checks/donation-codes?code=" + code);
  }

  public JsonNode checksCompany(String number) {
    return api.get("/api/v1/checks/companies?number=" + number);
  }
}
