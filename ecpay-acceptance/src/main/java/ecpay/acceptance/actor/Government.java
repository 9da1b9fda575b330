package ecpay.acceptance.actor;

import java.net.URI;
import java.util.Map;

/** The tax authority as the sandbox plays it: what it knows, and what it allots. */
public final class Government {
  private final URI sandbox;
  private final Web web;

  public Government(URI sandbox, Web web) {
    this.sandbox = sandbox;
    this.web = web;
  }

  /** From now on there are only the numbers that are {@linkplain #allots allotted}. */
  public void givesNoNumbersByItself() {
    post("tracks", "{\"automatic\":false}");
  }

  /** There are always numbers again. */
  public void givesNumbersByItself() {
    post("tracks", "{\"automatic\":true}");
  }

  /**
   * Allots books of 50 numbers of type 07.
   *
   * @param start the first of the eight digits, ending in 00 or 50
   */
  public void allots(int rocYear, int term, String header, int start, int books) {
    post(
        "tracks/allotted",
        """
        {"year":"%d","term":%d,"header":"%s","start":"%08d","books":%d}\
        """
            .formatted(rocYear, term, header, start, books));
  }

  /**
   * @param kind barcode, loveCode or company
   */
  public void doesNotKnow(String kind, String code) {
    know(kind, code, false);
  }

  /**
   * @param kind barcode, loveCode or company
   */
  public void knows(String kind, String code) {
    know(kind, code, true);
  }

  private void know(String kind, String code, boolean exists) {
    post("checks", "{\"%s\":\"%s\",\"exists\":%b}".formatted(kind, code, exists));
  }

  /** It answers no question until it is {@linkplain #isUp up} again. */
  public void isDown() {
    post("checks", "{\"taxAuthority\":\"down\"}");
  }

  public void isUp() {
    post("checks", "{\"taxAuthority\":\"up\"}");
  }

  /** No invoice reaches it until it {@linkplain #takesUploads takes uploads} again. */
  public void takesNoUploads() {
    post("settings", "{\"uploads\":false}");
  }

  public void takesUploads() {
    post("settings", "{\"uploads\":true}");
  }

  private void post(String what, String json) {
    web.post(sandbox.resolve("/sandbox/" + what), "application/json", json, Map.of()).expect(200);
  }
}
