package ecpay.adapter.http.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import ecpay.adapter.http.transport.Transport.Limits;
import ecpay.adapter.http.transport.Transport.Reply;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
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

  Exchange(Limits limits, Optional<ProxySelector> proxy, Optional<SSLContext> trust) {
    // The client's own time-out ends with the headers; ours also covers a body that never ends.
    deadline = limits.connectTimeout().plus(limits.readTimeout());
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

  Reply post(URI uri, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body, UTF_8))
            .build();
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, _ -> new FirstBytes(MOST_BYTES + 1));
    try {
      return read(answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException _) {
      answer.cancel(true);
      return new Reply.Lost("no answer within " + deadline.toMillis() + " ms");
    } catch (InterruptedException _) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return new Reply.Lost("interrupted while waiting for the answer");
    } catch (ExecutionException _) {
      return failed(answer.exceptionNow());
    }
  }

  private static Reply read(HttpResponse<byte[]> answer) {
    byte[] body = answer.body();
    if (answer.statusCode() == OK && body.length > MOST_BYTES) {
      return new Reply.Lost("an answer of more than 6 MiB");
    }
    return new Reply.Answered(answer.statusCode(), new String(body, UTF_8));
  }

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
