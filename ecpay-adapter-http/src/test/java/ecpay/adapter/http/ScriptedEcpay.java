package ecpay.adapter.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import ecpay.crypto.CryptoKeys;
import ecpay.crypto.Payload;
import ecpay.domain.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that answers what it is told to, in order, and remembers what it was asked. */
public final class ScriptedEcpay implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Deque<Answering> script = new ArrayDeque<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  public ScriptedEcpay() {
    this(address -> HttpServer.create(address, 0));
  }

  public ScriptedEcpay(Making making) {
    try {
      server = making.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Makes a server; for one with TLS. */
  public interface Making {
    HttpServer at(InetSocketAddress address) throws IOException;
  }

  /** How one request is answered. */
  public interface Answering {
    void to(HttpExchange exchange) throws IOException;
  }

  /** What came over the wire. */
  public record Request(
      String method, String path, String protocol, Map<String, List<String>> headers, String body) {
    public String contentType() {
      return String.join(",", headers.getOrDefault("Content-type", List.of()));
    }

    public ObjectNode envelope() {
      return parse(body);
    }

    public ObjectNode data(CryptoKeys keys) {
      return parse(Payload.with(keys).decrypt(envelope().get("Data").textValue()));
    }
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + port());
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Answers the next request like that. */
  public ScriptedEcpay then(Answering answering) {
    synchronized (script) {
      script.add(answering);
    }
    return this;
  }

  /** Answers the next request with a status and a body. */
  public ScriptedEcpay then(int status, String body) {
    return then(exchange -> write(exchange, status, body));
  }

  /** Answers the next request with an accepted envelope around this Data. */
  public ScriptedEcpay thenData(CryptoKeys keys, String data) {
    return then(200, envelope(keys, data));
  }

  /** The next request finds its connection closed after it was read, without an answer. */
  public ScriptedEcpay thenHangUp() {
    return then(HttpExchange::close);
  }

  public static String envelope(CryptoKeys keys, String data) {
    return JSON.createObjectNode()
        .put("MerchantID", "3002607")
        .<ObjectNode>set(
            "RpHeader", JSON.createObjectNode().put("Timestamp", Samples.NOW.getEpochSecond()))
        .put("TransCode", 1)
        .put("TransMsg", "Success")
        .put("Data", Payload.with(keys).encrypt(data))
        .toString();
  }

  public static ObjectNode parse(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void write(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  public List<Request> requests() {
    return List.copyOf(requests);
  }

  public Request onlyRequest() {
    if (requests.size() != 1) {
      throw new AssertionError("expected one request, got " + requests.size());
    }
    return requests.getFirst();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.add(
          new Request(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getPath(),
              exchange.getProtocol(),
              Map.copyOf(exchange.getRequestHeaders()),
              new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
      next().to(exchange);
    }
  }

  private Answering next() {
    synchronized (script) {
      return script.isEmpty()
          ? exchange -> write(exchange, 599, "nothing scripted")
          : script.remove();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
