package ecpay.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** Only a connection that is to break breaks: a client takes it for a lost answer (R-PAY-13). */
class WebServerTest {
  private static int statusOf(Handler handler) throws Exception {
    var router = new Router();
    router.on("GET", "/", handler);
    var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (var server = WebServer.start(anyPort, null, router);
        var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(server.url() + "/")).build();
      return client.send(request, BodyHandlers.discarding()).statusCode();
    }
  }

  @Test
  void anOperationThatFailsInsideIsAnswered() throws Exception {
    assertThat(
            statusOf(_ -> {
              throw new IllegalStateException("the ledger is full");
            }))
        .isEqualTo(500);
  }

  @Test
  void anOperationThatRunsOutOfMemoryIsAnsweredToo() throws Exception {
    assertThat(
            statusOf(_ -> {
              throw new OutOfMemoryError("Java heap space");
            }))
        .isEqualTo(500);
  }
}
