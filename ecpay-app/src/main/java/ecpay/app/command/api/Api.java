package ecpay.app.command.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Speaks to the platform's API, as any other client does: over HTTP, with a key. */
public final class Api implements AutoCloseable {
  /** A platform that waits for ECPay as long as it may answers within this time. */
  static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final Duration CONNECTING = Duration.ofSeconds(5);
  private static final int MOST_BYTES = 64 << 20;
  private static final Duration LONGEST_UPLOAD = Duration.ofHours(1);

  private final URI address;
  private final String key;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECTING)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  Api(URI address, String key) {
    this.address = address;
    this.key = key;
  }

  /** Asks, and shows what comes back. */
  int ask(Ask ask, Answers answers) {
    try {
      BodyHandler<byte[]> body = BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES);
      HttpResponse<byte[]> response = awaited(client.sendAsync(request(ask), body));
      return answers.show(response.statusCode(), response.body());
    } catch (IOException unreachable) {
      return answers.unreachable(address, unreachable);
    }
  }

  /** What is done with a stream that the platform writes. */
  @FunctionalInterface
  public interface Download {
    void take(InputStream body) throws IOException;
  }

  /** Asks for something long, and hands it on while it comes. */
  public int download(Ask ask, Answers answers, Download download) {
    try {
      HttpResponse<InputStream> response =
          awaited(client.sendAsync(request(ask), BodyHandlers.ofInputStream()));
      try (StallGuard body = new StallGuard(response.body(), PATIENCE)) {
        if (response.statusCode() != 200) {
          return answers.show(response.statusCode(), body.readNBytes(MOST_BYTES));
        }
        return taken(body, answers, download);
      }
    } catch (IOException unreachable) {
      return answers.unreachable(address, unreachable);
    }
  }

  private static int taken(InputStream body, Answers answers, Download download) {
    try {
      download.take(body);
      return Answers.DONE;
    } catch (IOException broken) {
      return answers.cut(broken);
    }
  }

  /** Sends something long, as it is read, and shows what comes back. */
  public int upload(Ask ask, InputStream content, Answers answers) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + ask.target()))
            .timeout(LONGEST_UPLOAD)
            .header("Authorization", "Bearer " + key)
            .header("Accept", "application/json, application/problem+json")
            .header("Content-Type", "text/csv")
            .POST(BodyPublishers.ofInputStream(() -> content))
            .build();
    try {
      BodyHandler<byte[]> body = BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES);
      HttpResponse<byte[]> response = awaited(client.sendAsync(request, body), LONGEST_UPLOAD);
      return answers.show(response.statusCode(), response.body());
    } catch (IOException unreachable) {
      return answers.unreachable(address, unreachable);
    }
  }

  private HttpRequest request(Ask ask) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + ask.target()))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + key)
            .header("Accept", "application/json, application/problem+json, text/csv");
    return ask.body()
        .map(json ->
            request
                .header("Content-Type", "application/json")
                .method(ask.method(), BodyPublishers.ofString(json)))
        .orElseGet(() -> request.method(ask.method(), BodyPublishers.noBody()))
        .build();
  }

  private static <T> T awaited(CompletableFuture<T> answer) throws IOException {
    return awaited(answer, PATIENCE);
  }

  private static <T> T awaited(CompletableFuture<T> answer, Duration patience) throws IOException {
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      answer.cancel(true);
      throw new IOException("no answer within " + patience.toSeconds() + " seconds", late);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException known) {
        throw known;
      }
      throw new IOException(failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      answer.cancel(true);
      throw new IOException("interrupted", interrupted);
    }
  }

  /** Lets go of what still runs. */
  @Override
  public void close() {
    client.shutdownNow();
  }
}
