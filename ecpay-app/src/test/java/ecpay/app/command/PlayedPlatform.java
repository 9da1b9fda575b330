package ecpay.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import ecpay.app.Main;
import ecpay.app.command.api.ApiOptions;
import ecpay.app.command.line.Pipe;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server in the platform's place, and the commands that ask it. */
final class PlayedPlatform implements AutoCloseable {
  static final String KEY = "ek_secret-of-the-shop";

  record Heard(String method, String target, String body, String authorization) {}

  record Result(int exit, String out, String err) {}

  /** How the server answers. */
  @FunctionalInterface
  interface Reply {
    void to(HttpExchange exchange) throws IOException;
  }

  final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  PlayedPlatform(Reply reply) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          heard.add(
              new Heard(
                  exchange.getRequestMethod(),
                  exchange.getRequestURI().toString(),
                  new String(exchange.getRequestBody().readAllBytes(), UTF_8),
                  String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))));
          reply.to(exchange);
          exchange.close();
        });
    server.start();
  }

  /** One that answers with a text. */
  static PlayedPlatform answering(int status, String body) throws IOException {
    return new PlayedPlatform(exchange -> {
      byte[] bytes = body.getBytes(UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    });
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  Result run(String input, String... words) {
    return run(Map.of(ApiOptions.KEY, KEY), input, words);
  }

  Result run(Map<String, String> environment, String input, String... words) {
    Map<String, String> whole = new HashMap<>(Map.of(ApiOptions.URL, url()));
    whole.putAll(environment);
    return runAnywhere(whole, input, words);
  }

  static Result runAnywhere(Map<String, String> environment, String input, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Pipe pipe =
        new Pipe(
            new ByteArrayInputStream(input.getBytes(UTF_8)),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            environment,
            false);
    int exit = Main.commands(pipe).execute(words);
    return new Result(exit, out.toString(UTF_8), err.toString(UTF_8));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
