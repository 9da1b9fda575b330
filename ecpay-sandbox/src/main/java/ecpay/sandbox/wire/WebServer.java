package ecpay.sandbox.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The JDK's HTTP server with one virtual thread per request. It breaks a connection by closing the
 * exchange before the first byte of an answer, which the client sees as a lost answer.
 */
public final class WebServer implements AutoCloseable {
  /** The largest request body that is read. */
  public static final int BODY_LIMIT = 5 << 20;

  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

  static {
    // Without these two the server waits 40 ms for delayed acknowledgements, and closes idle
    // connections just when clients with the usual 30 s keep-alive reuse them.
    setDefault("sun.net.httpserver.nodelay", "true");
    setDefault("sun.net.httpserver.idleInterval", "120");
  }

  private final HttpServer server;
  private final ExecutorService requests;
  private final boolean secure;

  private WebServer(HttpServer server, ExecutorService requests, boolean secure) {
    this.server = server;
    this.requests = requests;
    this.secure = secure;
  }

  /**
   * Listens at the address, with TLS when a context is given.
   *
   * @throws IOException when the address cannot be bound
   */
  public static WebServer start(InetSocketAddress address, @Nullable SSLContext tls, Router router)
      throws IOException {
    HttpServer server;
    if (tls == null) {
      server = HttpServer.create(address, 0);
    } else {
      var https = HttpsServer.create(address, 0);
      https.setHttpsConfigurator(new HttpsConfigurator(tls));
      server = https;
    }
    var requests =
        Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("sandbox-request-", 0).factory());
    server.setExecutor(requests);
    server.createContext("/", exchange -> serve(exchange, router));
    server.start();
    return new WebServer(server, requests, tls != null);
  }

  private static void setDefault(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  private static void serve(HttpExchange exchange, Router router) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readNBytes(BODY_LIMIT + 1);
      var reply =
          body.length > BODY_LIMIT
              ? Reply.plain(413, "Request body is larger than 5 MiB")
              : routed(request(exchange, body), router);
      switch (reply) {
        case Reply.Broken _ -> LOG.trace("connection broken on purpose");
        case Reply.Answer answer -> send(exchange, answer);
        case Reply.Streamed streamed -> stream(exchange, streamed);
      }
    }
  }

  private static Reply routed(Request request, Router router) {
    try {
      return router.route(request);
    } catch (RuntimeException | Error e) { // a broken connection would look like a lost answer
      LOG.error("{} {} failed inside the sandbox", request.method(), request.path(), e);
      return Reply.plain(500, "The sandbox failed; see its log");
    }
  }

  private static Request request(HttpExchange exchange, byte[] body) {
    var uri = exchange.getRequestURI();
    var type = exchange.getRequestHeaders().getFirst("Content-Type");
    var mediaType = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return new Request(
        exchange.getRequestMethod(),
        uri.getPath() == null ? "" : uri.getPath(),
        uri.getRawQuery() == null ? "" : uri.getRawQuery(),
        mediaType,
        exchange.getRemoteAddress().getAddress().getHostAddress(),
        new String(body, StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, Reply.Answer answer) throws IOException {
    setHeaders(exchange, answer.contentType());
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    var head = exchange.getRequestMethod().equals("HEAD");
    var body = answer.text().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), head || body.length == 0 ? -1 : body.length);
    if (!head && body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  private static void stream(HttpExchange exchange, Reply.Streamed streamed) throws IOException {
    setHeaders(exchange, streamed.contentType());
    exchange.sendResponseHeaders(200, 0);
    try (var out = new BufferedOutputStream(exchange.getResponseBody())) {
      streamed.body().writeTo(out);
    }
  }

  private static void setHeaders(HttpExchange exchange, String contentType) {
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", contentType);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Cache-Control", "no-store");
  }

  /** The address to call, without a slash at the end; 127.0.0.1 when bound to every address. */
  public String url() {
    var bound = server.getAddress().getAddress();
    var host = bound.isAnyLocalAddress() ? "127.0.0.1" : bound.getHostAddress();
    return (secure ? "https://" : "http://")
        + (host.indexOf(':') >= 0 ? "[" + host + "]" : host)
        + ":"
        + port();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Stops listening, gives running requests a second, then interrupts them. */
  @Override
  public void close() {
    server.stop(1);
    requests.shutdownNow();
  }
}
