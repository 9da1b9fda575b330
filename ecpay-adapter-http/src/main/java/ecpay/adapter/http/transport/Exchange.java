package ecpay.adapter.http.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import ecpay.adapter.http.setting.EcpaySettings.FileLimits;
import ecpay.adapter.http.transport.Transport.Content;
import ecpay.adapter.http.transport.Transport.Limits;
import ecpay.adapter.http.transport.Transport.Reply;
import java.io.ByteArrayOutputStream;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;

/** One request, one answer, on the JDK's client. */
final class Exchange {
  private static final int OK = 200;

  /** 200 invoices with many lines each (GetIssueList), encrypted. */
  private static final int MOST_BYTES = 6 << 20;

  private final HttpClient client;
  private final Duration deadline;
  private final FileLimits files;
  private final ClockGuard ourClock;

  Exchange(
      Limits limits,
      Optional<ProxySelector> proxy,
      Optional<SSLContext> trust,
      ClockGuard ourClock) {
    this.ourClock = ourClock;
    // The client's own time-out ends with the headers; ours also covers a body that never ends.
    deadline = limits.connectTimeout().plus(limits.readTimeout());
    files = limits.files();
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(limits.connectTimeout())
            .sslParameters(tls())
            .executor(Executors.newVirtualThreadPerTaskExecutor());
    proxy.ifPresent(builder::proxy);
    trust.ifPresent(builder::sslContext);
    client = builder.build();
  }

  /** R-TRN-01, D-01. */
  private static SSLParameters tls() {
    SSLParameters parameters = new SSLParameters();
    parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    return parameters;
  }

  Reply post(Content content, URI uri, String body) {
    return exchange(request(content, uri, body), _ -> kept(), deadline);
  }

  /** The answer's headers and first bytes are not hurried: making a file takes ECPay its time. */
  Reply download(Content content, URI uri, String body, Path file) {
    return exchange(
        request(content, uri, body),
        head -> head.statusCode() == OK ? written(file) : kept(),
        files.longest());
  }

  private static BodySubscriber<Kept> kept() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    return new FirstBytes<>(MOST_BYTES + 1, bytes, size -> new Kept(bytes.toString(UTF_8), size));
  }

  private BodySubscriber<Kept> written(Path file) {
    return FirstBytes.to(file, files.mostBytes() + 1, size -> new Kept("", size));
  }

  private static HttpRequest request(Content content, URI uri, String body) {
    return HttpRequest.newBuilder(uri)
        .header("Content-Type", content.type())
        .header("Accept", content.accepted())
        .POST(HttpRequest.BodyPublishers.ofString(body, UTF_8))
        .build();
  }

  private Reply exchange(HttpRequest request, BodyHandler<Kept> handler, Duration within) {
    Instant sent = ourClock.now();
    CompletableFuture<HttpResponse<Kept>> answer = client.sendAsync(request, handler);
    try {
      HttpResponse<Kept> response = answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
      TheirTime.of(request.uri(), response.headers(), response.body().text())
          .ifPresent(theirs -> ourClock.measure(sent, theirs));
      return read(response);
    } catch (TimeoutException _) {
      answer.cancel(true);
      return new Reply.Lost("no answer within " + within.toMillis() + " ms");
    } catch (InterruptedException _) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return new Reply.Lost("interrupted while waiting for the answer");
    } catch (ExecutionException _) {
      return failed(answer.exceptionNow());
    }
  }

  private Reply read(HttpResponse<Kept> answer) {
    Kept body = answer.body();
    if (answer.statusCode() == OK && body.text().isEmpty() && body.size() > files.mostBytes()) {
      return new Reply.Lost(
          String.format(Locale.ROOT, "a file of more than %,d bytes", files.mostBytes()));
    }
    if (answer.statusCode() == OK && !body.text().isEmpty() && body.size() > MOST_BYTES) {
      return new Reply.Lost("an answer of more than 6 MiB");
    }
    return new Reply.Answered(answer.statusCode(), body.text());
  }

  /** What was taken of a body: its text, or nothing when it went to a file; and how many bytes. */
  private record Kept(String text, long size) {}

  /** Only what fails before a request can be written was surely not sent. */
  private static Reply failed(Throwable cause) {
    return switch (cause) {
      case HttpConnectTimeoutException _ ->
          new Reply.NotSent("the connection did not open in time");
      case ConnectException _ -> new Reply.NotSent("no connection: name, network or port");
      case SSLHandshakeException _ -> new Reply.NotSent("TLS could not be agreed upon");
      default -> new Reply.Lost("the connection broke: " + cause.getClass().getSimpleName());
    };
  }
}
