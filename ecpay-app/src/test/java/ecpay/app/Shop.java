package ecpay.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.inject.Module;
import com.google.inject.util.Modules;
import ecpay.adapter.persistence.embedded.EmbeddedDatabase;
import ecpay.app.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A running platform on a PostgreSQL of its own, with a scripted ECPay, spoken to over HTTP. */
public final class Shop implements AutoCloseable {
  public static final String PAYMENT_KEY = "FakePaymentKey01";
  public static final String PAYMENT_IV = "FakePaymentIv001";
  public static final String INVOICE_KEY = "FakeInvoiceKey01";
  public static final String INVOICE_IV = "FakeInvoiceIv001";

  /** Follow-ups come after half a second. */
  public static final Map<String, String> HASTY =
      Map.of(
          "outgoing.connect-timeout",
          "100ms",
          "outgoing.read-timeout",
          "200ms",
          "patience",
          "500ms");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AtomicInteger SCHEMAS = new AtomicInteger();

  /** One server for all tests of this module; it ends with the JVM. */
  private static final EmbeddedDatabase SERVER = server();

  public final ScriptedEcpay ecpay = new ScriptedEcpay();
  public final Settings settings;
  public final Platform platform;
  public final String key;
  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private Shop(Settings settings, Clock clock, Module overrides) {
    this.settings = settings;
    this.platform = Platform.start(settings, clock, Modules.override(ecpay).with(overrides));
    this.key = platform.apiKey().orElse("");
  }

  public static Shop open() {
    return open(Map.of(), Clock.systemUTC(), Modules.EMPTY_MODULE);
  }

  public static Shop open(Map<String, String> changes, Clock clock, Module overrides) {
    return new Shop(Settings.from(settings(changes)), clock, overrides);
  }

  /** Complete settings on an empty database, with changes; an empty value leaves one out. */
  public static Map<String, String> settings(Map<String, String> changes) {
    Map<String, String> values = new HashMap<>(ofAShop());
    values.put("database.url", freshDatabase());
    values.put("database.user", SERVER.user());
    values.put("database.password", SERVER.password());
    values.putAll(changes);
    return values;
  }

  public static Map<String, String> ofAShop() {
    Map<String, String> values = new HashMap<>();
    values.put("http.port", "0");
    values.put("public-url", "https://shop.example");
    values.put("checkout-url", "http://localhost:8080");
    values.put("environment", "sandbox");
    values.put("sandbox-url", "http://localhost:1");
    values.put("merchant.name", "小書店");
    values.put("payment.merchant-id", "1000001");
    values.put("payment.hash-key", PAYMENT_KEY);
    values.put("payment.hash-iv", PAYMENT_IV);
    values.put("invoice.merchant-id", "1000002");
    values.put("invoice.hash-key", INVOICE_KEY);
    values.put("invoice.hash-iv", INVOICE_IV);
    values.put("jobs.polling", "50ms");
    values.put("database.connections", "8");
    return values;
  }

  private static EmbeddedDatabase server() {
    EmbeddedDatabase server = EmbeddedDatabase.temporary();
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    return server;
  }

  private static String freshDatabase() {
    String name = "shop" + SCHEMAS.incrementAndGet();
    try (Connection connection =
            DriverManager.getConnection(SERVER.jdbcUrl(), SERVER.user(), SERVER.password());
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
    return SERVER.jdbcUrl().replaceAll("/postgres$", "/" + name);
  }

  /** A connection to the shop's database, to look behind the scenes. */
  public Connection database() throws SQLException {
    var external = (Settings.External) settings.database();
    return DriverManager.getConnection(external.url(), external.user(), external.password());
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  public HttpResponse<String> post(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  public HttpResponse<String> postForm(String path, String form) {
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  public HttpResponse<String> postBytes(String path, byte[] body) {
    return send(request(path).POST(BodyPublishers.ofByteArray(body)));
  }

  public HttpRequest.Builder request(String path) {
    return anonymous(path).header("Authorization", "Bearer " + key);
  }

  public HttpRequest.Builder anonymous(String path) {
    return HttpRequest.newBuilder(URI.create(platform.url() + path));
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString(UTF_8));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  public static JsonNode json(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException notJson) {
      throw new UncheckedIOException(response.body(), notJson);
    }
  }

  /** A sound order of 1,000 TWD. */
  public static String order(String reference) {
    return """
    {"reference": "%s",
     "buyer": {"name": "王小明", "email": "buyer@example.com", "phone": "0912345678"},
     "lines": [
       {"name": "小說", "quantity": 2, "unit": "本", "unitPrice": 350, "amount": 700},
       {"name": "書籤", "quantity": "3", "unit": "張", "unitPrice": "33.3333"},
       {"name": "運費", "quantity": 1, "unit": "式", "unitPrice": 200, "tax": "taxable"}],
     "total": 1000,
     "invoice": {"carrier": "mobile_barcode", "carrierNumber": "/ABC.+-1"}}
    """
        .formatted(reference);
  }

  /** Places a sound order and gives its id. */
  public String placed(String reference) {
    return json(post("/api/v1/orders", order(reference))).get("id").asText();
  }

  /** Pays an order by a notice of ECPay's. */
  public void pay(String order) {
    String tradeNo =
        json(post("/api/v1/orders/" + order + "/payments", "")).get("tradeNo").asText();
    HttpResponse<String> answer =
        postBytes("/callbacks/shop/payment", Notices.paid(tradeNo).getBytes(UTF_8));
    if (!answer.body().equals("1|OK")) {
      throw new IllegalStateException(answer.body());
    }
  }

  /** A paid order of 1,000 TWD whose invoice is issued by hand. */
  public String paidByHand(String reference) {
    String id =
        json(post("/api/v1/orders", orderWith(reference, "\"timing\": {\"issue\": \"by_hand\"}")))
            .get("id")
            .asText();
    pay(id);
    return id;
  }

  /** {@link #order} with more about its invoice. */
  public static String orderWith(String reference, String invoice) {
    return order(reference).replace("\"/ABC.+-1\"", "\"/ABC.+-1\", " + invoice);
  }

  /** Asks for the whole invoice of an order; with {@code more} fields after its reference. */
  public JsonNode invoiced(String order, String more) {
    HttpResponse<String> answer =
        post("/api/v1/orders/" + order + "/invoices", "{\"reference\": \"I-1\"" + more + "}");
    if (answer.statusCode() != 201) {
      throw new IllegalStateException(answer.body());
    }
    return json(answer);
  }

  /** The issued invoice of a new order of 1,000 TWD. */
  public JsonNode issued(String reference) {
    return invoiced(paidByHand(reference), "");
  }

  public JsonNode invoice(String id) {
    return json(get("/api/v1/invoices/" + id));
  }

  /** What an order's timeline tells, in its order. */
  public List<String> events(String order) {
    List<String> types = new ArrayList<>();
    json(get("/api/v1/orders/" + order + "/events"))
        .get("events")
        .forEach(event -> types.add(event.get("type").asText()));
    return types;
  }

  /** What a refusal says is broken, such as {@code R-INV-34 lines[0].amount}. */
  public static List<String> violations(HttpResponse<String> answer) {
    List<String> violations = new ArrayList<>();
    json(answer)
        .path("violations")
        .forEach(one ->
            violations.add((one.get("rule").asText() + " " + one.get("field").asText()).strip()));
    return violations;
  }

  @Override
  public void close() {
    client.close();
    platform.close();
  }
}
