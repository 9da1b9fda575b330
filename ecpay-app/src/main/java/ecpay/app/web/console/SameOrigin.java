package ecpay.app.web.console;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.net.URI;
import java.util.Objects;

/**
 * A browser sends the console's log-in with every request, whoever's page made it: a form is taken
 * only from a page of our own. Browsers say where a request comes from, and pages cannot change it.
 */
public final class SameOrigin {
  private SameOrigin() {}

  /** Refuses a request that another site's page may have made. */
  public static void demand(Context ctx) {
    String site = ctx.header("Sec-Fetch-Site");
    if (site == null ? !isOwn(ctx) : !site.equals("same-origin")) {
      throw new ForbiddenResponse("this form is sent from its own page only");
    }
  }

  private static boolean isOwn(Context ctx) {
    String origin = Objects.requireNonNullElse(ctx.header("Origin"), "");
    String host = Objects.requireNonNullElse(ctx.header("Host"), "");
    try {
      return !host.isEmpty() && host.equals(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
