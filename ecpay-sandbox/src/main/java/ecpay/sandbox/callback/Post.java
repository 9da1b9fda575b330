package ecpay.sandbox.callback;

import ecpay.sandbox.wire.Journal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Sends one delivery and judges the answer: status 200, {@code text/plain}, the four bytes {@code
 * 1|OK}, within ten seconds, no redirect followed (callbacks.md section 2).
 */
final class Post implements AutoCloseable {
  private static final int ANSWER_LIMIT = 64 * 1024;
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT)
          .build();
  private final Routes routes;
  private final Journal journal;

  Post(Routes routes, Journal journal) {
    this.routes = routes;
    this.journal = journal;
  }

  /** Whether the shop acknowledged. */
  boolean send(Notice notice, boolean repeat) {
    var message = notice.writer().write(repeat);
    var url = routes.apply(notice.url());
    var entry = journal.open(Journal.Direction.OUT, notice.operation()).url(url);
    entry.requestData(message.data());
    message.envelope().ifPresent(entry::requestEnvelope);
    try {
      var request =
          HttpRequest.newBuilder(URI.create(url))
              .timeout(ANSWER)
              .header("Content-Type", message.contentType())
              .POST(BodyPublishers.ofString(message.body(), StandardCharsets.UTF_8))
              .build();
      var answer =
          client.send(
              request,
              BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), ANSWER_LIMIT));
      var acknowledged = isAcknowledged(answer);
      entry.answerText(answer.body());
      entry.note(acknowledged ? "acknowledged" : "not acknowledged").write(answer.statusCode());
      return acknowledged;
    } catch (IOException | IllegalArgumentException e) {
      entry.note("not delivered: " + e.getClass().getSimpleName()).write(0);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean isAcknowledged(HttpResponse<String> answer) {
    var type = answer.headers().firstValue("Content-Type").orElse("");
    var mediaType = type.split(";", 2)[0].strip();
    return answer.statusCode() == 200
        && mediaType.equalsIgnoreCase("text/plain")
        && answer.body().equals("1|OK");
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
