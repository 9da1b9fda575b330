package ecpay.app.web.console.refund;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.app.Shop;
import ecpay.domain.answer.Answer;
import ecpay.domain.card.CardGateway;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What people do about refunds on the console, without any command line: the plan that is carried
 * out is the one they saw (R-CAP-13), and who paid by hand is written down (R-CAP-09).
 */
class RefundConsoleTest {
  private static final String EVERYTHING = "{\"reference\": \"r1\", \"everything\": true%s}";
  private static final Answer<CardGateway.Acted> REFUSED =
      new Answer.Refused<>("10200047", "the balance does not cover it");
  private static final ScriptedCards CARDS = new ScriptedCards();
  private static Shop shop;

  @BeforeAll
  static void open() {
    shop =
        Shop.open(
            Map.of("payment.automatic-capture", "false"), // no quiet quarter of an hour
            Clock.systemUTC(),
            binder -> binder.bind(CardGateway.class).toInstance(CARDS));
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @BeforeEach
  void everythingGoesWell() {
    CARDS.word = "Captured";
    CARDS.acting = new Answer.Accepted<>(new CardGateway.Acted());
    CARDS.actions.clear();
  }

  private static String login() {
    return "Basic " + Base64.getEncoder().encodeToString(("console:" + shop.key).getBytes(UTF_8));
  }

  private static HttpResponse<String> look(String path) {
    return shop.send(shop.anonymous(path).header("Authorization", login()).GET());
  }

  private static HttpResponse<String> press(String path, Map<String, String> form) {
    return press(path, form, "same-origin");
  }

  private static HttpResponse<String> press(String path, Map<String, String> form, String site) {
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return shop.send(
        shop.anonymous(path)
            .header("Authorization", login())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", site)
            .POST(BodyPublishers.ofString(body)));
  }

  /** The hidden fields of the page's form. */
  private static Map<String, String> hidden(HttpResponse<String> page) {
    Matcher field =
        Pattern.compile("type=\"hidden\" name=\"([a-z]+)\" value=\"([^\"]*)\"")
            .matcher(page.body());
    return field.results().collect(Collectors.toMap(it -> it.group(1), it -> it.group(2)));
  }

  private static JsonNode refunds(String order) {
    return Shop.json(shop.get("/api/v1/orders/" + order)).get("refunds");
  }

  /** A refund of a new order that ECPay refuses to carry out; gives its page's path. */
  private static String stopped(String reference) {
    CARDS.acting = REFUSED;
    return asked(reference);
  }

  private static String asked(String reference) {
    HttpResponse<String> answer =
        shop.post(
            "/api/v1/orders/" + shop.paidByHand(reference) + "/refunds", EVERYTHING.formatted(""));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return "/console/refunds/" + Shop.json(answer).get("id").asText();
  }

  private static String state(String page) {
    String id = page.substring(page.lastIndexOf('/') + 1);
    return Shop.json(shop.get("/api/v1/refunds/" + id)).get("state").asText();
  }

  @Test
  void whatIsDoneIsWhatThePersonHasSeen() {
    String order = "/console/orders/" + shop.paidByHand("RC-1");
    HttpResponse<String> seen = press(order + "/refund-plan", Map.of("amount", ""));
    assertThat(seen.body()).contains("refund card").doesNotContain("abandon");
    CARDS.word = "To be captured";
    HttpResponse<String> other = press(order + "/refunds", hidden(seen));
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.body()).contains("another plan", "cancel capture", "abandon");
    assertThat(CARDS.actions).isEmpty();
    assertThat(refunds(order.substring(16))).isEmpty();
    HttpResponse<String> done = press(order + "/refunds", hidden(other));
    assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
    assertThat(refunds(order.substring(16))).hasSize(1);
    assertThat(CARDS.actions).startsWith("E 1000");
    press(order + "/refunds", hidden(other));
    assertThat(refunds(order.substring(16))).hasSize(1);
  }

  @Test
  void aFormWithoutThePlanShowsItFirst() {
    String order = "/console/orders/" + shop.paidByHand("RC-2");
    assertThat(press(order + "/refunds", Map.of("reference", "c-1", "amount", "")).statusCode())
        .isEqualTo(409);
    assertThat(CARDS.actions).isEmpty();
  }

  @Test
  void overTheApiThePlanOfADryRunMayBeSentAlong() {
    String path = "/api/v1/orders/" + shop.paidByHand("RC-3") + "/refunds";
    String plan =
        Shop.json(shop.post(path + "?dry_run=true", EVERYTHING.formatted(""))).get("plan").asText();
    CARDS.word = "Authorized";
    String asked = EVERYTHING.formatted(", \"plan\": \"" + plan + "\"");
    HttpResponse<String> other = shop.post(path, asked);
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(Shop.json(other).get("code").asText()).isEqualTo("plan_changed");
    assertThat(CARDS.actions).isEmpty();
    CARDS.word = "Captured";
    assertThat(shop.post(path, asked).statusCode()).isEqualTo(201);
    assertThat(CARDS.actions).containsExactly("R 1000");
  }

  @Test
  void aStoppedRefundSaysWhyAndGoesOnAtAClick() {
    String page = stopped("RC-4");
    assertThat(look("/console/tasks").body()).contains("href=\"" + page + "\"");
    assertThat(look(page).body())
        .contains("10200047 the balance does not cover it", "It stopped at", ">Continue</button>");
    CARDS.acting = new Answer.Accepted<>(new CardGateway.Acted());
    assertThat(press(page + "/continue", Map.of("consent", "")).statusCode()).isEqualTo(303);
    assertThat(state(page)).isEqualTo("done");
    assertThat(look(page).body()).contains("Money and documents are back").doesNotContain("<form");
  }

  @Test
  void whoPaidByHandIsWrittenDownOnceAndShown() {
    String page = stopped("RC-5");
    Map<String, String> evidence =
        Map.of(
            "by", "Ms Lin", "bankReference", "TX-77", "paidAt", "2026-01-02T03:04", "note", "<b>");
    assertThat(press(page + "/paid-by-hand", evidence).statusCode()).isEqualTo(303);
    assertThat(press(page + "/paid-by-hand", evidence).statusCode()).isEqualTo(303);
    assertThat(state(page)).isEqualTo("done");
    assertThat(CARDS.actions).hasSize(1);
    assertThat(look(page).body())
        .contains("paid by Ms Lin 2026-01-02 03:04", "bank reference TX-77", "&lt;b&gt;")
        .doesNotContain("<b>");
    String order = Shop.json(shop.get("/api/v1" + page.substring(8))).get("order").asText();
    assertThat(shop.events(order)).containsOnlyOnce("PaidBackByHand");
  }

  @Test
  void evidenceThatIsMissingOrOfTomorrowIsAskedForAgainAndNothingTypedIsLost() {
    String page = stopped("RC-6");
    for (Map<String, String> evidence :
        List.of(
            Map.of("by", "Ms Lin", "bankReference", " "),
            Map.of("by", "Ms Lin", "bankReference", "TX-1", "paidAt", "2999-01-01T00:00"),
            Map.of("by", "Ms Lin", "bankReference", "TX-1", "paidAt", "yesterday"))) {
      HttpResponse<String> answer = press(page + "/paid-by-hand", evidence);
      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(answer.body()).contains("R-CAP-09", "value=\"Ms Lin\"");
    }
    assertThat(state(page)).isEqualTo("stopped");
  }

  @Test
  void aRefundThatWaitsIsCancelledAtAClickAndOneWhoseMoneyIsGoneIsNot() {
    CARDS.word = "Settling";
    String waiting = asked("RC-7");
    assertThat(look(waiting).body()).contains("the bank's booking", "Cancel this refund");
    assertThat(press(waiting + "/cancel", Map.of()).statusCode()).isEqualTo(303);
    assertThat(state(waiting)).isEqualTo("cancelled");
    CARDS.word = "Captured";
    String done = asked("RC-8");
    assertThat(look(done).body()).doesNotContain("Cancel this refund");
    HttpResponse<String> late = press(done + "/cancel", Map.of());
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("R-CAP-13");
  }

  @Test
  void aStrangersPageAndAStrangerPressNothing() {
    String page = stopped("RC-9");
    for (String button : new String[] {"/continue", "/cancel", "/paid-by-hand"}) {
      assertThat(press(page + button, Map.of(), "cross-site").statusCode()).isEqualTo(403);
      assertThat(
              shop.send(
                      shop.anonymous(page + button)
                          .header("Sec-Fetch-Site", "same-origin")
                          .POST(BodyPublishers.noBody()))
                  .statusCode())
          .isEqualTo(401);
    }
    assertThat(look("/console/refunds/NOBODYS").statusCode()).isEqualTo(404);
    assertThat(state(page)).isEqualTo("stopped");
  }
}
