package ecpay.app.web.console.front;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.inject.util.Modules;
import ecpay.app.Shop;
import ecpay.domain.merchant.MerchantId;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The first page of the console, for the people of one of two merchants. */
class FrontConsoleTest {
  private static Shop shop;
  private static String ours;
  private static String theirs;

  @BeforeAll
  static void open() {
    shop = Shop.open(twoMerchants(), Clock.systemUTC(), Modules.EMPTY_MODULE);
    ours = key("shop");
    theirs = key("books");
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static Map<String, String> twoMerchants() {
    Map<String, String> changes = new HashMap<>();
    changes.put("merchants", "shop,books");
    Shop.ofAShop()
        .forEach((name, value) -> {
          if (name.matches("(merchant|payment|invoice)\\..*")) {
            changes.put(name, "");
            for (String merchant : List.of("shop", "books")) {
              changes.put("merchants." + merchant + "." + name.replace("merchant.", ""), value);
            }
          }
        });
    changes.put("merchants.books.payment.merchant-id", "1000003");
    changes.put("merchants.books.invoice.merchant-id", "1000004");
    return changes;
  }

  private static String key(String merchant) {
    return Objects.requireNonNull(shop.platform.newApiKeys().get(new MerchantId(merchant)));
  }

  private static HttpResponse<String> look(String key, String path) {
    String login = Base64.getEncoder().encodeToString(("console:" + key).getBytes(UTF_8));
    return shop.send(shop.anonymous(path).header("Authorization", "Basic " + login).GET());
  }

  private static HttpResponse<String> find(String key, String name) {
    return look(key, "/console?find=" + URLEncoder.encode(name, UTF_8));
  }

  /** The names of an order whose invoice is issued: reference, id, trade number, invoice number. */
  private static List<String> names(String reference) {
    JsonNode invoice = shop.issued(reference);
    String id = invoice.path("order").asText();
    JsonNode order = Shop.json(shop.get("/api/v1/orders/" + id));
    return List.of(
        reference,
        id,
        order.at("/payments/0/tradeNo").asText(),
        order.at("/invoices/0/number").asText());
  }

  @Test
  void anOrderIsFoundByEachOfItsNamesAndByNobodyElse() {
    List<String> names = names("FC-1");
    assertThat(names).doesNotContain("");
    for (String name : names) {
      HttpResponse<String> found = find(ours, " " + name + " ");
      assertThat(found.statusCode()).as(name).isEqualTo(303);
      assertThat(found.headers().firstValue("Location"))
          .contains("/console/orders/" + names.get(1));
      HttpResponse<String> hidden = find(theirs, name);
      assertThat(hidden.statusCode()).as(name).isEqualTo(200);
      assertThat(hidden.body()).contains("There is no order called <strong>" + name);
    }
  }

  @Test
  void whatNamesNoOrderIsSaidToNameNone() {
    shop.placed("FC-2");
    for (String name :
        List.of("FC", "fc-2", "FC-2%", "F_-2", "' OR '1'='1", "\u0000", "王小明", "x".repeat(5000))) {
      HttpResponse<String> page = find(ours, name);
      assertThat(page.statusCode()).as(name).isEqualTo(200);
      assertThat(page.body()).as(name).contains("There is no order called");
      assertThat(page.body()).as("64 characters at most").doesNotContain("x".repeat(65));
    }
    assertThat(find(ours, "<script>alert(1)</script>").body())
        .contains("&lt;script&gt;")
        .doesNotContain("<script");
  }

  @Test
  void ofSeveralOrdersOfOneNameAPersonChooses() {
    String first = shop.placed("FC-3");
    String second = shop.placed(first);
    HttpResponse<String> page = find(ours, first);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains(
            "Several orders have this name",
            "/console/orders/" + first,
            "/console/orders/" + second,
            "1,000 TWD");
  }

  @Test
  void thePageLeadsToWhatWaitsAndEveryPageLeadsBack() {
    HttpResponse<String> front = look(ours, "/console");
    assertThat(front.statusCode()).isEqualTo(200);
    assertThat(front.body())
        .contains("<dd id=\"tasks\">0</dd>", "<dd id=\"differences\">0</dd>")
        .doesNotContain("There is no order called");
    String order = "/console/orders/" + shop.placed("FC-4");
    for (String path :
        List.of(
            "/console",
            "/console/tasks",
            "/console/incidents",
            "/console/reconciliations",
            "/console/keys",
            order)) {
      assertThat(look(ours, path).body())
          .as(path)
          .contains(
              "<a href=\"/console\"",
              "<a href=\"/console/tasks\"",
              "<a href=\"/console/incidents\"",
              "<a href=\"/console/reconciliations\"",
              "<a href=\"/console/keys\"");
    }
    assertThat(look(ours, "/console/tasks").body())
        .as("where one is")
        .containsOnlyOnce("aria-current")
        .contains("<a href=\"/console/tasks\" aria-current=\"page\">");
  }

  @Test
  void theTwentyNewestOrdersStandOnTheFrontPageNewestFirstAndNobodyElses() {
    List<String> placed =
        IntStream.range(0, 21)
            .mapToObj(number -> shop.placed("NEW-" + number))
            .sorted(Comparator.reverseOrder())
            .toList();
    String page = look(ours, "/console").body();
    assertThat(links(page)).isEqualTo(placed.subList(0, 20));
    JsonNode newest = Shop.json(shop.get("/api/v1/orders/" + placed.getFirst()));
    assertThat(page)
        .containsSubsequence(
            "Newest orders",
            newest.path("reference").asText(),
            ">unpaid<",
            ">1,000 TWD<",
            newest.path("placedAt").asText().substring(0, 19).replace('T', ' '));
    assertThat(links(look(theirs, "/console").body())).isEmpty();
  }

  private static List<String> links(String page) {
    return Pattern.compile("href=\"/console/orders/(\\w+)\"")
        .matcher(page)
        .results()
        .map(link -> link.group(1))
        .toList();
  }

  @Test
  void nobodyComesInWithoutTheKey() {
    assertThat(shop.send(shop.anonymous("/console").GET()).statusCode()).isEqualTo(401);
    assertThat(find("WRONG", "FC-1").statusCode()).isEqualTo(401);
  }
}
