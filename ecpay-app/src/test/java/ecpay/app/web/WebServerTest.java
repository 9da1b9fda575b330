package ecpay.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.time.Duration;
import org.eclipse.jetty.server.Connector;
import org.junit.jupiter.api.Test;

class WebServerTest {
  /** Java's own client keeps them for 30 seconds, as Jetty does by itself. */
  private static final Duration USUAL_CLIENT = Duration.ofSeconds(30);

  @Test
  void anIdleConnectionIsKeptLongerThanClientsKeepTheirs() {
    Javalin server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.jetty.modifyServer(WebServer::prepare);
                })
            .start("127.0.0.1", 0);
    try {
      assertThat(server.jettyServer().server().getConnectors())
          .isNotEmpty()
          .extracting(Connector::getIdleTimeout)
          .allMatch(millis -> millis > 2 * USUAL_CLIENT.toMillis());
    } finally {
      server.stop();
    }
  }
}
