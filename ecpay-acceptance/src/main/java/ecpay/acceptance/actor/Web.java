package ecpay.acceptance.actor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;

/** Speaks HTTP for an actor and tells a listener what was said. It follows no redirect. */
public final class Web implements AutoCloseable {
  private static final Duration ENOUGH = Duration.ofSeconds(60);

  private final String who;
  private final HttpClient client;
  private final Consumer<Exchange> listener;

  /**
   * @param who the actor's name
   * @param tls whom to trust; the JDK's authorities when empty
   * @param listener hears every exchange
   */
  public Web(String who, Optional<SSLContext> tls, Consumer<Exchange> listener) {
    this.who = who;
    this.listener = listener;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER);
    tls.ifPresent(builder::sslContext);
    this.client = builder.build();
  }

  public Answer get(URI url, Map<String, String> headers) {
    return send(request(url, headers).GET().build(), "");
  }

  public Answer post(URI url, String contentType, String body, Map<String, String> headers) {
    HttpRequest request =
        request(url, headers)
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofString(body))
            .build();
    return send(request, body);
  }

  public Answer delete(URI url) {
    return send(request(url, Map.of()).DELETE().build(), "");
  }

  public Answer delete(URI url, Map<String, String> headers) {
    return send(request(url, headers).DELETE().build(), "");
  }

  private static HttpRequest.Builder request(URI url, Map<String, String> headers) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(url).timeout(ENOUGH);
    headers.forEach(builder::header);
    return builder;
  }

  private Answer send(HttpRequest request, String body) {
    long begun = System.nanoTime();
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      listener.accept(
          new Exchange(
              who,
              request.method(),
              request.uri().toString(),
              response.statusCode(),
              body,
              response.body(),
              took));
      return new Answer(
          request.uri(),
          response.statusCode(),
          response.body(),
          response.headers().firstValue("Location"));
    } catch (IOException failed) {
      throw new StoryFailure(who + " got no answer from " + request.uri(), failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new StoryFailure(who + " was interrupted", stopped);
    }
  }

  @Override
  public void close() {
    client.close();
  }

  /** What came back. */
  public record Answer(URI url, int status, String body, Optional<String> location) {

    /** The answer itself, if it has one of the wanted statuses. */
    public Answer expect(int... wanted) {
      for (int one : wanted) {
        if (status == one) {
          return this;
        }
      }
      String start = body.length() <= 400 ? body : body.substring(0, 400);
      throw new StoryFailure(url + " answered " + status + ": " + start, null);
    }

    /** Where it redirects to. */
    public URI redirect() {
      return url.resolve(
          location.orElseThrow(() -> new StoryFailure(url + " does not redirect", null)));
    }
  }
}
