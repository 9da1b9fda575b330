package ecpay.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The shop behind a route: keeps what it was told, and answers as the test wants. */
public final class Shop implements AutoCloseable {
  /** One request that arrived. */
  public record Arrival(String method, String path, String contentType, String body) {}

  /** What the shop says. */
  public record Says(int status, String contentType, String body) {
    static final Says OK = new Says(200, "text/plain", "1|OK");
  }

  private final HttpServer server;
  private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
  private volatile Says says = Says.OK;

  public Shop() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var type = exchange.getRequestHeaders().getFirst("Content-Type");
      var now = says;
      exchange.getResponseHeaders().set("Content-Type", now.contentType());
      exchange.getResponseHeaders().set("Location", "/elsewhere");
      arrivals.add(
          new Arrival(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              type == null ? "" : type,
              body));
      var bytes = now.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(now.status(), bytes.length == 0 ? -1 : bytes.length);
      if (bytes.length > 0) {
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  public void says(int status, String contentType, String body) {
    says = new Says(status, contentType, body);
  }

  public void agrees() {
    says = Says.OK;
  }

  public List<Arrival> arrivals() {
    return arrivals;
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
