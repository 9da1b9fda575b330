package ecpay.app.web.console.refund;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.app.Shop;
import ecpay.domain.answer.Answer;
import ecpay.domain.card.CardGateway;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who asked for something at the console stands in the timeline, by the name of the log-in. */
class WhoAskedTest {
  private static final ScriptedCards CARDS = new ScriptedCards();
  private static Shop shop;

  @BeforeAll
  static void open() {
    shop =
        Shop.open(
            Map.of("payment.automatic-capture", "false"),
            Clock.systemUTC(),
            binder -> binder.bind(CardGateway.class).toInstance(CARDS));
    CARDS.word = "Captured";
    CARDS.acting = new Answer.Refused<>("10200047", "the balance does not cover it");
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static HttpRequest.Builder as(String name, String path) {
    String login = Base64.getEncoder().encodeToString((name + ":" + shop.key).getBytes(UTF_8));
    return shop.anonymous(path).header("Authorization", "Basic " + login);
  }

  private static HttpResponse<String> press(String name, String path, String site, String form) {
    return shop.send(
        as(name, path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", site)
            .POST(BodyPublishers.ofString(form)));
  }

  /** Such as {@code 林小姐 continue_refund}, in the order of the timeline. */
  private static List<String> asked(String order) {
    List<String> asked = new ArrayList<>();
    for (JsonNode event :
        Shop.json(shop.get("/api/v1/orders/" + order + "/events")).path("events")) {
      if (event.path("type").asText().equals("AskedByPerson")) {
        asked.add(event.at("/data/by").asText() + " " + event.at("/data/deed").asText());
      }
    }
    return asked;
  }

  @Test
  void eachPressIsWrittenDownWithTheNameOfWhoPressedWhateverCameOfIt() {
    String order = shop.paidByHand("WA-1");
    HttpResponse<String> answer =
        shop.post(
            "/api/v1/orders/" + order + "/refunds",
            "{\"reference\": \"r1\", \"everything\": true}");
    String refund = "/console/refunds/" + Shop.json(answer).path("id").asText();
    assertThat(asked(order)).as("a system asked, no person").isEmpty();

    assertThat(press("林小姐", refund + "/continue", "same-origin", "consent=").statusCode())
        .isEqualTo(303);
    assertThat(press("Mr Wu", refund + "/cancel", "same-origin", "").statusCode()).isEqualTo(303);
    assertThat(press("console", refund + "/cancel", "same-origin", "").statusCode()).isEqualTo(303);
    assertThat(press("Mr Wu", refund + "/continue", "same-origin", "").statusCode())
        .as("it is over")
        .isEqualTo(409);
    assertThat(press("Mallory", refund + "/continue", "cross-site", "").statusCode())
        .isEqualTo(403);

    assertThat(asked(order))
        .containsExactly(
            "林小姐 continue_refund",
            "Mr Wu cancel_refund",
            "console cancel_refund",
            "Mr Wu continue_refund");
    assertThat(shop.send(as("林小姐", "/console/orders/" + order).GET()).body())
        .contains("AskedByPerson", "<b>by</b> 林小姐", "<b>key</b> ", "<b>deed</b> continue_refund");
  }

  @Test
  void whoGivesMoneyBackIsWrittenDown() {
    String order = shop.paidByHand("WA-2");
    press("林小姐", "/console/orders/" + order + "/refund-plan", "same-origin", "amount=");
    assertThat(asked(order)).as("looking asks for nothing").isEmpty();
    press("林小姐", "/console/orders/" + order + "/refunds", "same-origin", "reference=w2&plan=x");
    assertThat(asked(order)).containsExactly("林小姐 give_back");
  }

  @Test
  void aKeyThatIsTypedAsTheNameTooIsNotWrittenDown() {
    String order = shop.paidByHand("WA-3");
    String path = "/console/orders/" + order + "/refunds";
    assertThat(press(shop.key, path, "same-origin", "reference=w3&plan=x").statusCode())
        .isEqualTo(401);
    assertThat(shop.get("/api/v1/orders/" + order + "/events").body()).doesNotContain(shop.key);
  }

  @Test
  void aNameIsOfUsualLengthAndTheKeyAloneOpensTheDoor() {
    for (String name : List.of("console", "Ms Lin", "林", "x".repeat(100))) {
      assertThat(shop.send(as(name, "/console").GET()).statusCode()).as(name).isEqualTo(200);
    }
    for (String name : List.of("", " ", "x".repeat(101), "a\nb", "a\u0000", "console:x")) {
      assertThat(shop.send(as(name, "/console").GET()).statusCode()).as(name).isEqualTo(401);
    }
    String noColon = Base64.getEncoder().encodeToString(shop.key.getBytes(UTF_8));
    assertThat(
            shop.send(shop.anonymous("/console").header("Authorization", "Basic " + noColon).GET())
                .statusCode())
        .isEqualTo(401);
  }
}
