package ecpay.app.web.health;

import ecpay.app.web.Routes;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.BooleanSupplier;

/** For load balancers and Prometheus. */
public final class HealthRoutes implements Routes {
  private final BooleanSupplier databaseIsReachable;
  private final PrometheusMeterRegistry meters;

  public HealthRoutes(BooleanSupplier databaseIsReachable, PrometheusMeterRegistry meters) {
    this.databaseIsReachable = databaseIsReachable;
    this.meters = meters;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/health/live", ctx -> answer(ctx, HttpStatus.OK, "live"));
    routes.get("/health/ready", this::ready);
    routes.head("/health/ready", this::ready); // else always 200, and load balancers ask so
    routes.get(
        "/metrics", ctx -> ctx.contentType("text/plain; version=0.0.4").result(meters.scrape()));
  }

  private void ready(Context ctx) {
    if (databaseIsReachable.getAsBoolean()) {
      answer(ctx, HttpStatus.OK, "ready");
    } else {
      answer(ctx, HttpStatus.SERVICE_UNAVAILABLE, "database not reachable");
    }
  }

  private static void answer(Context ctx, HttpStatus status, String text) {
    ctx.status(status).contentType("application/json").result("{\"status\":\"" + text + "\"}");
  }
}
