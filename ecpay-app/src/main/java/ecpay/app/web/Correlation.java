package ecpay.app.web;

import ecpay.app.logs.LogContext;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/**
 * Names every request, so that its log lines, its answer and its caller can be brought together.
 */
public final class Correlation implements Handler {
  private static final String HEADER = "X-Request-Id";
  private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9-]{1,64}");

  Correlation() {}

  @Override
  public void handle(Context ctx) {
    String given = ctx.header(HEADER);
    String id =
        given != null && ACCEPTED.matcher(given).matches() ? given : UUID.randomUUID().toString();
    ctx.attribute(LogContext.CORRELATION_ID, id);
    ctx.header(HEADER, id);
    MDC.put(LogContext.CORRELATION_ID, id);
  }

  /** The name of a request. */
  public static String of(Context ctx) {
    return Objects.requireNonNullElse(ctx.attribute(LogContext.CORRELATION_ID), "");
  }
}
