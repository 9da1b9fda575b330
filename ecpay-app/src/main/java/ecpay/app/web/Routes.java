package ecpay.app.web;

import io.javalin.router.JavalinDefaultRoutingApi;

/** The routes of one feature; every feature contributes its own. */
@FunctionalInterface
public interface Routes {
  void addTo(JavalinDefaultRoutingApi routes);
}
