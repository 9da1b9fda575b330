package ecpay.app.web;

import ecpay.app.access.NewKey;
import io.javalin.http.Context;
import io.javalin.http.RequestLogger;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** One line and one measurement per request; queries and bodies stay out, they may hold secrets. */
final class AccessLog implements RequestLogger {
  private static final Logger LOG = LoggerFactory.getLogger("ecpay.access");

  private final MeterRegistry meters;

  AccessLog(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public void handle(Context ctx, Float millis) {
    LOG.info(
        "{} {} -> {} in {} ms",
        ctx.method(),
        NewKey.hiddenIn(ctx.path()),
        ctx.statusCode(),
        Math.round(millis));
    Timer.builder("ecpay.http")
        .tag("method", ctx.method().name())
        .tag("route", route(ctx))
        .tag("status", Integer.toString(ctx.statusCode()))
        .register(meters)
        .record(Duration.ofNanos((long) (millis * 1e6f)));
    MDC.clear();
  }

  /** The template, so that ids do not become labels. */
  private static String route(Context ctx) {
    Endpoint matched = ctx.endpoints().matchedHttpEndpoint();
    return matched == null ? "none" : matched.path;
  }
}
