package ecpay.app.command.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Posts what is no notice, and knows by the answer whether the platform has seen it: it refuses
 * with status 200 and {@code 0|} and a reason (D-26). No redirect is followed, as ECPay follows
 * none, and the answer has ECPay's ten seconds.
 */
final class Probe implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_BYTES = 1 << 20;
  private static final int QUOTED = 60;
  private static final String NOTICE = "Doctor=1";
  private static final String REFUSED = "0|";
  private static final String NOBODY = "0|unknown merchant";

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  /** Why notices for that address are lost; empty when they arrive. */
  Optional<String> complaint(URI address) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(NOTICE))
            .build();
    try {
      return judge(
          client
              .sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES))
              .get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    } catch (TimeoutException slow) {
      return tooSlow();
    } catch (ExecutionException failed) {
      return failed.getCause() instanceof IOException lost ? unreachable(lost) : again(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted before it answered");
    }
  }

  private static Optional<String> again(ExecutionException failed) {
    throw new IllegalStateException(failed.getCause());
  }

  private static Optional<String> tooSlow() {
    return Optional.of("no answer within ten seconds: ECPay takes that for a failure");
  }

  private static Optional<String> unreachable(IOException lost) {
    if (lost instanceof HttpConnectTimeoutException) {
      return Optional.of(
          "no connection within ten seconds: a firewall that does not let ECPay in?");
    }
    if (lost instanceof java.net.http.HttpTimeoutException) {
      return tooSlow();
    }
    if (lost instanceof SSLException) {
      return Optional.of(
          "its certificate or TLS version is not good enough (1.2 at least): " + lost.getMessage());
    }
    String why = lost.getMessage();
    return Optional.of(
        lost.getCause() instanceof UnresolvedAddressException || why == null
            ? "no connection: the name is unknown, or nobody listens there"
            : "no connection: " + why);
  }

  private static Optional<String> judge(HttpResponse<byte[]> answer) {
    int status = answer.statusCode();
    String text = new String(answer.body(), UTF_8).strip();
    if (status >= 300 && status < 400) {
      return Optional.of(
          "redirects with %d to %s: ECPay follows none (a slash, https, a port, or a login?)"
              .formatted(status, answer.headers().firstValue("Location").orElse("nowhere")));
    }
    return switch (status) {
      case 200 -> ofText(text);
      case 401, 403, 407, 419 ->
          Optional.of(
              "answers %d: a login, a firewall or a protection against forged forms is in front of it"
                  .formatted(status));
      case 404, 410 ->
          Optional.of(
              "answers %d: the path does not reach the platform as it is".formatted(status));
      case 405, 501 -> Optional.of("answers %d: POST is not let through".formatted(status));
      case 411, 413, 415 ->
          Optional.of("answers %d: the body of a notice is not let through".formatted(status));
      case 502, 503, 504 ->
          Optional.of("answers %d: the proxy does not reach the platform".formatted(status));
      default -> Optional.of("answers %d, and ECPay wants 200".formatted(status));
    };
  }

  private static Optional<String> ofText(String text) {
    if (text.equals(NOBODY)) {
      return Optional.of("arrives at a platform that has no such merchant: other settings?");
    }
    return text.startsWith(REFUSED)
        ? Optional.empty()
        : Optional.of("something else than the platform answers: " + quoted(text));
  }

  private static String quoted(String text) {
    String line = text.replaceAll("\\p{Cntrl}", " ");
    return line.substring(0, Math.min(line.length(), QUOTED));
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
