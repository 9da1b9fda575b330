package ecpay.app.web.api.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.inject.util.Modules;
import ecpay.app.Shop;
import ecpay.app.settings.Settings;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A merchant's keys over the API, on two nodes over one database. */
class KeysApiTest {
  private static final String KEYS = "/api/v1/keys";

  private Shop shop;
  private Shop otherNode;

  @BeforeEach
  void open() {
    shop = Shop.open();
    var database = (Settings.External) shop.settings.database();
    otherNode =
        Shop.open(
            Map.of(
                "database.url", database.url(),
                "database.user", database.user(),
                "database.password", database.password()),
            Clock.systemUTC(),
            Modules.EMPTY_MODULE);
  }

  @AfterEach
  void close() {
    otherNode.close();
    shop.close();
  }

  private record Given(String id, String key) {}

  private HttpResponse<String> ask(Shop node, String key, String method, String path, String json) {
    return node.send(
        node.anonymous(path)
            .header("Authorization", "Bearer " + key)
            .method(method, BodyPublishers.ofString(json)));
  }

  private Given added(String by, String name) {
    HttpResponse<String> answer = ask(shop, by, "POST", KEYS, "{\"name\": \"" + name + "\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    JsonNode key = Shop.json(answer);
    return new Given(key.get("id").asText(), key.get("key").asText());
  }

  private HttpResponse<String> withdrawn(String by, String id) {
    return ask(shop, by, "DELETE", KEYS + "/" + id, "");
  }

  private List<JsonNode> listed(String list) {
    List<JsonNode> keys = new ArrayList<>();
    Shop.json(shop.get(KEYS)).get(list).forEach(keys::add);
    return keys;
  }

  private boolean opens(Shop node, String key) {
    String basic = Base64.getEncoder().encodeToString(("console:" + key).getBytes(UTF_8));
    int api = ask(node, key, "GET", KEYS, "").statusCode();
    int console =
        node.send(node.anonymous("/console").header("Authorization", "Basic " + basic))
            .statusCode();
    assertThat(List.of(api, console)).isIn(List.of(200, 200), List.of(401, 401));
    return api == 200;
  }

  @Test
  void anAddedKeyOpensApiAndConsoleOnEveryNodeUntilItIsWithdrawn() {
    Given till = added(shop.key, "till 2");
    assertThat(opens(shop, till.key())).isTrue();
    assertThat(opens(otherNode, till.key())).isTrue();

    assertThat(withdrawn(shop.key, till.id()).statusCode()).isEqualTo(200);

    assertThat(opens(shop, till.key())).isFalse();
    assertThat(opens(otherNode, till.key())).isFalse();
    assertThat(opens(otherNode, shop.key)).isTrue();
  }

  @Test
  void theListTellsWhichKeysThereAreAndByWhichEachWasAdded() {
    String first = listed("keys").getFirst().get("id").asText();
    Given till = added(shop.key, "till");
    Given his = added(till.key(), "backup");

    List<JsonNode> keys = listed("keys");
    assertThat(keys)
        .extracting(key -> key.get("name").asText())
        .containsExactly("first", "till", "backup");
    assertThat(keys).extracting(key -> key.has("asking")).containsExactly(true, false, false);
    assertThat(keys.get(0).has("addedBy")).isFalse();
    assertThat(keys.get(1).get("addedBy").asText()).isEqualTo(first);
    assertThat(keys.get(2).get("addedBy").asText()).isEqualTo(till.id());
    assertThat(keys.get(2).get("addedAt").asText()).endsWith("+08:00");

    withdrawn(shop.key, his.id());
    assertThat(listed("keys")).hasSize(2);
    JsonNode gone = listed("withdrawn").getFirst();
    assertThat(gone.get("id").asText()).isEqualTo(his.id());
    assertThat(gone.get("withdrawnBy").asText()).isEqualTo(first);
    assertThat(gone.get("withdrawnAt").asText()).endsWith("+08:00");
  }

  @Test
  void aKeyIsShownOnceAndKeptNowhere() throws SQLException {
    Given till = added(shop.key, "till");

    assertThat(shop.get(KEYS).body()).doesNotContain(till.key(), shop.key);
    assertThat(withdrawn(shop.key, till.id()).body()).doesNotContain(till.key());
    try (var database = shop.database();
        var rows =
            database
                .createStatement()
                .executeQuery(
                    "SELECT row_to_json(k)::text FROM api_key k UNION ALL"
                        + " SELECT row_to_json(e)::text FROM event_log e WHERE order_id IS NULL")) {
      int read = 0;
      while (rows.next()) {
        assertThat(rows.getString(1)).doesNotContain(till.key(), shop.key);
        read++;
      }
      assertThat(read).as("two keys, two added, one withdrawn").isEqualTo(5);
    }
  }

  @Test
  void theLastKeyStaysAndTheAnswerSaysToAddOneFirst() {
    String first = listed("keys").getFirst().get("id").asText();

    HttpResponse<String> refused = withdrawn(shop.key, first);
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(Shop.json(refused).get("code").asText()).isEqualTo("last_key");
    assertThat(Shop.json(refused).get("detail").asText()).contains("add another one first");

    Given next = added(shop.key, "next");
    assertThat(withdrawn(shop.key, first).statusCode()).isEqualTo(200);
    assertThat(opens(shop, shop.key)).isFalse();
    assertThat(opens(shop, next.key())).isTrue();
  }

  @Test
  void withdrawingTheOthersShutsAnAttackerOutWithAllHeAdded() {
    Given leaked = added(shop.key, "till");
    Given his = added(leaked.key(), "backup");
    Given hisToo = added(his.key(), "backup of the backup");

    HttpResponse<String> answer = shop.post(KEYS + "/withdraw-others", "");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Shop.json(answer).get("withdrawn")).hasSize(3);
    for (Given key : List.of(leaked, his, hisToo)) {
      assertThat(opens(otherNode, key.key())).isFalse();
    }
    assertThat(opens(otherNode, shop.key)).isTrue();
  }

  @Test
  void whatIsNoKeyOfTheMerchantIsNotFound() {
    for (String id : List.of("NOBODYS", shop.key, "%20")) {
      assertThat(withdrawn(shop.key, id).statusCode()).as(id).isEqualTo(404);
    }
    assertThat(opens(shop, shop.key)).isTrue();
  }

  @Test
  void aKeyNeedsAName() {
    for (String json :
        List.of(
            "{}",
            "{\"name\": \" \"}",
            "{\"name\": \"" + "x".repeat(51) + "\"}",
            "{\"name\": \"a\\u0000b\"}",
            "{\"name\": \"till\", \"key\": \"mine\"}")) {
      assertThat(shop.post(KEYS, json).statusCode()).as(json).isEqualTo(422);
    }
    assertThat(shop.post(KEYS + "?dry_run=true", "{\"name\": \"x\"}").statusCode()).isEqualTo(400);
    assertThat(listed("keys")).hasSize(1);
  }

  @Test
  void aDryRunWithdrawsNoKey() {
    Given till = added(shop.key, "till");
    assertThat(withdrawn(shop.key, till.id() + "?dry_run=true").statusCode()).isEqualTo(400);
    assertThat(opens(shop, till.key())).isTrue();
  }

  @Test
  void theTwentyFirstKeyIsRefused() {
    for (int number = 2; number <= 20; number++) {
      added(shop.key, "number " + number);
    }

    HttpResponse<String> refused = shop.post(KEYS, "{\"name\": \"one more\"}");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(Shop.json(refused).get("code").asText()).isEqualTo("too_many_keys");
  }
}
