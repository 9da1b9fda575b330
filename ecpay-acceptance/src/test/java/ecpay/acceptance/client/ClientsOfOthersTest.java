package ecpay.acceptance.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.acceptance.actor.EcpaySide;
import ecpay.acceptance.actor.Web;
import ecpay.sandbox.Sandbox;
import ecpay.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Two published clients that nobody of this project wrote, against the sandbox: {@code
 * ecpay_aio_nodejs}, ECPay's own, makes the order forms, and {@code @rytass/payments-adapter-ecpay}
 * receives the callbacks. The sandbox reports a card's {@code eci} as 5 or 0; the adapter makes a
 * number of it before it computes the CheckMacValue, and would refuse one that said 05.
 */
@Tag("node")
class ClientsOfOthersTest {
  private static final String SHOP = "https://rytass.example";
  private static final String CARD = "4311952222222222";
  private static final String CARD_WITHOUT_3D = "4311952222220001";
  private static final String FORM = "application/x-www-form-urlencoded";

  private static NodeShop shop;
  private static Sandbox sandbox;
  private static Web web;
  private static EcpaySide ecpay;

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    shop = NodeShop.open(NodePackages.install());
    sandbox = Sandbox.start(SandboxOptions.defaults().withRoute(SHOP, shop.url()));
    web = new Web("somebody", Optional.empty(), exchange -> {});
    ecpay = new EcpaySide(URI.create(sandbox.url()), web);
    shop.does(
        "meet",
        Map.of(
            "sandbox", sandbox.url(),
            "merchantId", "3002607",
            "hashKey", "pwFHCqoQZGmho4w6",
            "hashIv", "EkRm7iFT261dpevs"),
        "met");
  }

  @AfterAll
  static void close() throws IOException {
    web.close();
    sandbox.close();
    shop.close();
  }

  /** The order form that ECPay's package makes, its script not run. */
  private static Document form(String id, String method) {
    String item = "東方美人茶 (春) 100g x 2#It's ~ a cup!";
    JsonNode made =
        shop.does(
            "order", Map.of("id", id, "method", method, "amount", "2180", "item", item), "form");
    Document page = Jsoup.parse(made.path("html").asText());
    assertThat(page.select("input[name=CheckMacValue]").attr("value")).matches("[0-9A-F]{64}");
    return page;
  }

  private static Map<String, String> fields(Document page) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (Element input : page.select("form input[type=hidden]")) {
      fields.put(input.attr("name"), input.attr("value"));
    }
    return fields;
  }

  /** What a browser does, but the sandbox stands in for ECPay's host. */
  private static Document sent(Document page, Map<String, String> fields) {
    URI action = URI.create(page.select("form").attr("action"));
    return post(action.getPath(), fields);
  }

  private static Document post(String path, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    URI url = URI.create(sandbox.url()).resolve(path);
    return Jsoup.parse(web.post(url, FORM, body, Map.of()).expect(200).body());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String buyersPage(Document page) {
    String action = page.select("form[action^=/aio/]").attr("action");
    assertThat(action).as(page.text()).isNotEmpty();
    return action;
  }

  private static void paysAtTheCounter(String id) {
    URI counter = URI.create(sandbox.url() + "/sandbox/trades/" + id + "/pay");
    web.post(counter, "application/json", "{}", Map.of()).expect(200);
  }

  private static JsonNode trade(String id) {
    return StreamSupport.stream(ecpay.ledger().path("trades").spliterator(), false)
        .filter(trade -> trade.path("merchantTradeNo").asText().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no trade " + id));
  }

  /** The adapter took the money for good, and said so to ECPay. */
  private static JsonNode assertThatBothSidesCallItPaid(String id, String paymentType) {
    JsonNode committed = shop.awaits("committed", Map.of("id", id));
    assertThat(committed.path("paymentType").asText()).isEqualTo(paymentType);
    assertThat(committed.path("total").asLong()).isEqualTo(2_180);
    ecpay.awaitsThatEverythingIsReported();
    JsonNode trade = trade(id);
    assertThat(trade.path("paidCount").asInt()).as(trade.toString()).isEqualTo(1);
    assertThat(committed.path("tradeNo").asText()).isEqualTo(trade.path("tradeNo").asText());
    assertThat(ecpay.wireAfter(0))
        .filteredOn(it -> it.path("direction").asText().equals("OUT"))
        .filteredOn(it -> it.path("requestData").path("MerchantTradeNo").asText().equals(id))
        .filteredOn(it -> it.path("status").asInt() != 0) // 0: nobody heard it, it comes again
        .isNotEmpty()
        .allMatch(it -> it.path("note").asText().equals("acknowledged"));
    assertThat(shop.does("query", Map.of("id", id), "found").path("state").asText())
        .isEqualTo("COMMITTED");
    return committed;
  }

  @Test
  void aCardPaysAFormOfEcpaysOwnPackageAndTheAdapterCommits() {
    Document form = form("NodeCard1", "Credit");
    String page = buyersPage(sent(form, fields(form)));
    post(page, card(CARD));
    post(page, Map.of("action", "confirm", "code", "1234"));
    JsonNode committed = assertThatBothSidesCallItPaid("NodeCard1", "Credit_CreditCard");
    assertThat(committed.path("eci").asText()).isEqualTo("5");
    assertThat(committed.path("card4Number").asText()).isEqualTo("2222");
  }

  @Test
  void aCardWithoutThreeDSecurePaysToo() {
    Document form = form("NodeCard2", "Credit");
    post(buyersPage(sent(form, fields(form))), card(CARD_WITHOUT_3D));
    JsonNode committed = assertThatBothSidesCallItPaid("NodeCard2", "Credit_CreditCard");
    assertThat(committed.path("eci").asText()).isEqualTo("0");
  }

  private static Map<String, String> card(String number) {
    return Map.of(
        "method", "Credit", "CardNumber", number, "CardExpiry", "12/49", "CardCVV", "222");
  }

  @ParameterizedTest
  @CsvSource({
    "ATM,     FIRST, VIRTUAL_ACCOUNT, ATM_FIRST",
    "CVS,     '',    CVS_KIOSK,       CVS_CVS",
    "BARCODE, '',    CVS_BARCODE,     BARCODE_BARCODE"
  })
  void aCodeIsToldThenPaidAtTheCounterAndTheAdapterCommits(
      String method, String brand, String channel, String paymentType) {
    String id = "Node" + method;
    Document form = form(id, method);
    String page = buyersPage(sent(form, fields(form)));
    post(
        page,
        brand.isEmpty() ? Map.of("method", method) : Map.of("method", method, "brand", brand));
    JsonNode coded = shop.awaits("coded", Map.of("id", id));
    assertThat(coded.path("channel").asText()).isEqualTo(channel);
    paysAtTheCounter(id);
    assertThatBothSidesCallItPaid(id, paymentType);
  }

  @Test
  void aFormThatSomebodyChangedIsRefusedByTheSandbox() {
    Document form = form("NodeChanged", "Credit");
    Map<String, String> changed = fields(form);
    changed.put("TotalAmount", "1");
    assertThat(sent(form, changed).select("#rtn-code").text()).isEqualTo("10200073");
  }

  @Test
  void aNoticeThatSomebodyMadeUpIsRefusedByTheAdapter() {
    form("NodeForged", "Credit");
    URI callback = URI.create(shop.url() + "/payments/ecpay/callback");
    String forged =
        "MerchantID=3002607&MerchantTradeNo=NodeForged&RtnCode=1&TradeAmt=2180&CheckMacValue="
            + "A".repeat(64);
    assertThat(web.post(callback, FORM, forged, Map.of()).expect(400).body())
        .isEqualTo("0|CheckSumInvalid");
  }
}
