package ecpay.app.web;

import ecpay.app.settings.Settings;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Set;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.component.LifeCycle;

/** The HTTP server, on virtual threads. */
public final class WebServer implements AutoCloseable {
  private static final Duration STOP_TIME = Duration.ofSeconds(30);

  /**
   * Clients, and proxies in front of us, keep an idle connection for 30 or 60 seconds. Who closed
   * it after just as long would do so while the next request is on its way, and lose it.
   */
  static final Duration IDLE_CONNECTION = Duration.ofSeconds(75);

  private final Settings settings;
  private final Javalin javalin;

  public WebServer(Settings settings, Set<Routes> routes, MeterRegistry meters) {
    this.settings = settings;
    this.javalin = Javalin.create(config -> configure(config, routes, meters));
  }

  private void configure(JavalinConfig config, Set<Routes> routes, MeterRegistry meters) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.prefer405over404 = true;
    config.jetty.modifyServer(WebServer::prepare);
    config.jetty.modifyHttpConfiguration(this::limit);
    config.requestLogger.http(new AccessLog(meters));
    config.routes.before(new Correlation());
    config.routes.before(new SecurityHeaders());
    new Failures().addTo(config.routes);
    routes.forEach(feature -> feature.addTo(config.routes));
  }

  static void prepare(Server server) {
    server.setErrorHandler(new UnreadableRequests());
    server.setHandler(new GracefulHandler(new LingeringClose()));
    server.setStopTimeout(STOP_TIME.toMillis());
    server.addEventListener(
        new LifeCycle.Listener() {
          @Override
          public void lifeCycleStarting(LifeCycle starting) {
            keepIdleConnections(server);
          }
        });
  }

  /** Between two requests; while one is answered its own limit counts. */
  private static void keepIdleConnections(Server server) {
    for (Connector connector : server.getConnectors()) {
      if (connector instanceof AbstractConnector listening) {
        listening.setIdleTimeout(IDLE_CONNECTION.toMillis());
      }
    }
  }

  private void limit(HttpConfiguration http) {
    Settings.Ecpay ecpay = settings.ecpay();
    http.setIdleTimeout(
        ecpay.connectTimeout().plus(ecpay.readTimeout()).plusSeconds(15).toMillis());
    http.setSendServerVersion(false);
  }

  /**
   * Listens.
   *
   * @throws IllegalStateException when the port is taken or may not be used
   */
  public void start() {
    Settings.Web web = settings.web();
    try {
      javalin.start(web.bind(), web.port());
    } catch (JavalinBindException taken) {
      throw new IllegalStateException(
          "cannot listen on %s:%d (http.bind, http.port): the port is taken or not allowed"
              .formatted(web.bind(), web.port()),
          taken);
    }
  }

  /** The port listened on. */
  public int port() {
    return javalin.port();
  }

  /** Takes no more requests and waits for those in flight, 30 seconds at most. */
  @Override
  public void close() {
    javalin.stop();
  }
}
