package ecpay.app.web.api;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Objects;

/** {@code ?dry_run=true}: says what a POST would do, or everything that is wrong, and does not. */
public final class DryRun {
  private static final String PARAMETER = "dry_run";

  private DryRun() {}

  /** Whether the caller only wants to know. */
  public static boolean isAsked(Context ctx) {
    return switch (Objects.requireNonNullElse(ctx.queryParam(PARAMETER), "false")) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new BadRequestResponse("?dry_run= is true or false");
    };
  }

  /** For a route that can only do: a dry run is refused, lest it does what nobody wanted. */
  public static Handler impossible(Handler route) {
    return ctx -> {
      if (isAsked(ctx)) {
        throw new BadRequestResponse("this has no dry run");
      }
      route.handle(ctx);
    };
  }
}
