package ecpay.app.web.api;

import ecpay.app.access.ApiKeyGate;
import ecpay.app.web.Routes;
import io.javalin.router.JavalinDefaultRoutingApi;

/** The door of the API: who bears a key comes in, with a query that means something. */
public final class ApiRoutes implements Routes {
  private final ApiAccess access;

  public ApiRoutes(ApiKeyGate gate) {
    this.access = new ApiAccess(gate);
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.before("/api/*", access);
    routes.before("/api/*", new ApiQuery());
  }
}
