package ecpay.app.web.console.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.app.Shop;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Base64;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The keys of a merchant in the console: what a person reads, and withdrawing one. */
class KeyConsoleTest {
  private static final String KEYS = "/console/keys";

  @AutoClose private final Shop shop = Shop.open();

  private record Given(String id, String key) {
    String page() {
      return KEYS + "/" + id + "/withdraw";
    }
  }

  private Given added(String name) {
    JsonNode key = Shop.json(shop.post("/api/v1/keys", "{\"name\": \"" + name + "\"}"));
    return new Given(key.get("id").asText(), key.get("key").asText());
  }

  private String first() {
    return Shop.json(shop.get("/api/v1/keys")).at("/keys/0/id").asText();
  }

  private static String basic(String key) {
    return "Basic " + Base64.getEncoder().encodeToString(("王小姐:" + key).getBytes(UTF_8));
  }

  private HttpResponse<String> look(String key, String path) {
    return shop.send(shop.anonymous(path).header("Authorization", basic(key)));
  }

  private HttpResponse<String> press(String key, String path, String site) {
    return shop.send(
        shop.anonymous(path)
            .header("Authorization", basic(key))
            .header("Sec-Fetch-Site", site)
            .POST(BodyPublishers.noBody()));
  }

  private int status(String key) {
    return look(key, KEYS).statusCode();
  }

  /** What happened that belongs to no order, oldest first. */
  private String events() throws SQLException {
    try (var connection = shop.database();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT string_agg(row_to_json(e)::text, ' ' ORDER BY sequence)"
                    + " FROM event_log e WHERE order_id IS NULL")) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  @Test
  void theListTellsWhoAddedEachKeyAndNeverAKey() {
    Given till = added("<b>till</b>");
    String page = look(till.key(), KEYS).body();
    assertThat(page)
        .containsSubsequence(
            "Good keys",
            "first · " + first(),
            "an operator",
            "&lt;b&gt;till&lt;/b&gt; (yours, now) · " + till.id(),
            ">first<",
            "href=\"" + till.page() + "\"",
            "Withdrawn keys",
            "None.")
        .doesNotContain("ecpk_", till.key(), shop.key, "<b>till");
  }

  @Test
  void aKeyWhoseNameAnotherBearsTooIsNamedByItsId() {
    Given one = added("till");
    Given two = added("till");
    press(one.key(), two.page(), "same-origin");
    assertThat(look(shop.key, KEYS).body())
        .containsSubsequence(
            "Withdrawn keys", "till · " + two.id(), ">first<", ">" + one.id() + "<");
  }

  @Test
  void aKeyIsWithdrawnAfterASecondLookAndOpensNothingFromThenOn() throws SQLException {
    Given till = added("till");
    assertThat(look(shop.key, till.page()).body())
        .contains("Withdraw key till", till.id(), "<form")
        .doesNotContain("You are logged in with this key");
    assertThat(status(till.key())).as("looking withdraws nothing").isEqualTo(200);

    HttpResponse<String> done = press(shop.key, till.page(), "same-origin");

    assertThat(done.statusCode()).isEqualTo(303);
    assertThat(done.headers().firstValue("Location").orElse("")).endsWith(KEYS);
    assertThat(status(till.key())).isEqualTo(401);
    assertThat(look(shop.key, KEYS).body())
        .containsSubsequence("Withdrawn keys", "till · " + till.id(), ">first<", ">first<");
    assertThat(look(shop.key, till.page()).body())
        .contains("It is withdrawn already")
        .doesNotContain("<form");
    assertThat(events())
        .containsSubsequence("AskedByPerson", "王小姐", "withdraw_key", till.id(), "ApiKeyWithdrawn");
  }

  @Test
  void whoeverWithdrawsTheirOwnKeyIsWarnedAndHasToLogInAnew() {
    Given till = added("till");
    assertThat(look(till.key(), till.page()).body()).contains("You are logged in with this key");
    assertThat(press(till.key(), till.page(), "same-origin").statusCode()).isEqualTo(303);
    assertThat(status(till.key())).isEqualTo(401);
  }

  @Test
  void theLastKeyStays() {
    String page = KEYS + "/" + first() + "/withdraw";
    assertThat(look(shop.key, page).body()).contains("the last good key").doesNotContain("<form");
    HttpResponse<String> refused = press(shop.key, page, "same-origin");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("the last good key");
    assertThat(status(shop.key)).isEqualTo(200);
  }

  @Test
  void neitherAStrangerNorAnotherSitesFormWithdrawsAKey() {
    Given till = added("till");
    assertThat(press(shop.key, till.page(), "cross-site").statusCode()).isEqualTo(403);
    assertThat(press("ecpk_guessed", till.page(), "same-origin").statusCode()).isEqualTo(401);
    for (String nobodys : new String[] {"NOBODYS", "no-id"}) {
      String page = KEYS + "/" + nobodys + "/withdraw";
      assertThat(look(shop.key, page).statusCode()).isEqualTo(404);
      assertThat(press(shop.key, page, "same-origin").statusCode()).isEqualTo(404);
    }
    assertThat(status(till.key())).isEqualTo(200);
  }
}
