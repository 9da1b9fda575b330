package ecpay.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.crypto.CryptoKeys;
import ecpay.crypto.Field;
import ecpay.crypto.FormFields;
import ecpay.crypto.Payload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;

/**
 * A running sandbox, a shop behind a route, and the calls a merchant makes. Time passes only when a
 * test lets it pass, however long the machine takes.
 */
public final class Bench implements AutoCloseable {
  public static final String SHOP = "https://shop.example";
  public static final JsonMapper JSON = JsonMapper.builder().build();
  public static final CryptoKeys PAYMENT_KEYS =
      CryptoKeys.of("pwFHCqoQZGmho4w6", "EkRm7iFT261dpevs");
  public static final CryptoKeys PLATFORM_KEYS =
      CryptoKeys.of("FCnGLNS7P3xQ2q3E", "awL5GRWRhyaybq13");
  public static final CryptoKeys INVOICE_KEYS =
      CryptoKeys.of("ejCk326UnaZWKisg", "q9jcZX8Ib9LM8wYk");

  /** What came back: the envelope, and the decrypted Data (an empty object when there is none). */
  public record Answer(int status, String body, JsonNode envelope, JsonNode data) {
    public int transCode() {
      return envelope.path("TransCode").asInt(-1);
    }

    public int rtnCode() {
      return data.path("RtnCode").asInt(-1);
    }

    public String rtnMsg() {
      return data.path("RtnMsg").asText();
    }
  }

  public final Shop shop;
  public final Sandbox sandbox;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(20))
          .build();

  public Bench() {
    this(options -> options);
  }

  public Bench(UnaryOperator<SandboxOptions> change) {
    this(change, Clock.fixed(Instant.now(), ZoneOffset.UTC));
  }

  /** A bench where time passes by itself. */
  public static Bench ticking() {
    return new Bench(options -> options, Clock.systemUTC());
  }

  private Bench(UnaryOperator<SandboxOptions> change, Clock time) {
    try {
      shop = new Shop();
      sandbox =
          Sandbox.start(change.apply(SandboxOptions.defaults().withRoute(SHOP, shop.url())), time);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A call of the stage payment merchant. */
  public Answer pay(String path, JsonNode data) {
    return call(path, envelope("3002607", now(), PAYMENT_KEYS, data), PAYMENT_KEYS);
  }

  /** A call of the stage invoice merchant. */
  public Answer invoice(String operation, JsonNode data) {
    var path = "/B2CInvoice/" + operation;
    return call(path, envelope("2000132", now(), INVOICE_KEYS, data), INVOICE_KEYS);
  }

  /** The present by the sandbox's own clock. */
  public long now() {
    return Instant.parse(control("GET", "/sandbox/clock", "").path("now").asText())
        .getEpochSecond();
  }

  /** Sets the sandbox's clock to a time in Taipei, as in {@code 2026-11-10T09:00:00}. */
  public void taipei(String time) {
    var instant = LocalDateTime.parse(time).toInstant(ZoneOffset.ofHours(8));
    control("POST", "/sandbox/clock", "{\"now\":\"" + instant + "\"}");
  }

  public static ObjectNode envelope(
      String merchantId, long seconds, CryptoKeys keys, JsonNode data) {
    var envelope = JSON.createObjectNode().put("MerchantID", merchantId);
    envelope.putObject("RqHeader").put("Timestamp", seconds);
    return envelope.put("Data", Payload.with(keys).encrypt(data.toString()));
  }

  public Answer call(String path, JsonNode envelope, CryptoKeys keys) {
    return opened(post(path, "application/json", envelope.toString()), keys);
  }

  public Answer opened(HttpResponse<String> response, CryptoKeys keys) {
    var none = JSON.createObjectNode();
    var type = response.headers().firstValue("Content-Type").orElse("");
    if (!type.startsWith("application/json")) {
      return new Answer(response.statusCode(), response.body(), none, none);
    }
    var envelope = json(response.body());
    var text = envelope.path("Data").asText();
    var data = text.isEmpty() ? none : json(Payload.with(keys).decrypt(text));
    return new Answer(response.statusCode(), response.body(), envelope, data);
  }

  public static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static ObjectNode object(String text) {
    return (ObjectNode) json(text);
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).GET().build());
  }

  public HttpResponse<String> post(String path, String contentType, String body) {
    return send(
        request(path)
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  /** Posts a form, as a browser does. */
  public HttpResponse<String> submit(String path, String... namesAndValues) {
    var fields = new ArrayList<Field>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.add(new Field(namesAndValues[i], namesAndValues[i + 1]));
    }
    return post(path, "application/x-www-form-urlencoded", FormFields.write(fields));
  }

  /** A call of the control API that must succeed. */
  public JsonNode control(String method, String path, String body) {
    var response =
        send(
            request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
    if (response.statusCode() != 200) {
      throw new AssertionError(
          method + " " + path + " gave " + response.statusCode() + " " + response.body());
    }
    return json(response.body());
  }

  public HttpRequest.Builder request(String path) {
    var url = path.startsWith("http") ? path : sandbox.url() + path;
    return HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(60));
  }

  public HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** What the ledger says of a trade. */
  public JsonNode trade(String number) {
    for (var trade : control("GET", "/sandbox/ledger", "").path("trades")) {
      if (trade.path("merchantTradeNo").asText().equals(number)) {
        return trade;
      }
    }
    throw new AssertionError("no trade " + number);
  }

  /** The Data of a notice to the stage payment merchant. */
  public static JsonNode notice(String envelope) {
    var node = json(envelope);
    if (node.path("TransCode").asInt() != 1
        || !node.path("MerchantID").asText().equals("3002607")) {
      throw new AssertionError("no notice to 3002607: " + envelope);
    }
    return json(Payload.with(PAYMENT_KEYS).decrypt(node.path("Data").asText()));
  }

  /** Waits until the shop was told so many times. */
  public List<Shop.Arrival> told(int times) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> shop.arrivals().size() >= times && idle());
    return shop.arrivals();
  }

  /** Waits until no callback waits any more. */
  public void quiet() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(10))
        .until(this::idle);
  }

  private boolean idle() {
    return control("GET", "/sandbox/callbacks", "").path("moving").asInt() == 0;
  }

  @Override
  public void close() {
    sandbox.close();
    shop.close();
    client.close();
  }
}
