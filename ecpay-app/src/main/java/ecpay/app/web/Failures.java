package ecpay.app.web;

import ecpay.domain.rule.IllegalMoveException;
import ecpay.domain.rule.RuleViolationException;
import ecpay.domain.rule.Violation;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what a route throws into an answer. */
final class Failures implements Routes {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.exception(HttpResponseException.class, Failures::refused);
    routes.exception(RuleViolationException.class, Failures::violated);
    routes.exception(IllegalMoveException.class, Failures::impossible);
    routes.exception(Exception.class, Failures::unexpected);
  }

  private static void refused(HttpResponseException refusal, Context ctx) {
    HttpStatus status = HttpStatus.forStatus(refusal.getStatus());
    new Problem(
            status,
            status.name().toLowerCase(Locale.ROOT),
            refusal.getMessage() == null ? status.getMessage() : refusal.getMessage())
        .answer(ctx);
  }

  private static void violated(RuleViolationException broken, Context ctx) {
    new Problem(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "rule_violation",
            "the request breaks " + broken.violations().size() + " rule(s)",
            broken.violations())
        .answer(ctx);
  }

  private static void impossible(IllegalMoveException move, Context ctx) {
    new Problem(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "rule_violation",
            "the request breaks 1 rule(s)",
            List.of(
                new Violation(
                    move.rule(),
                    "",
                    Objects.requireNonNullElse(move.getMessage(), "not possible now"))))
        .answer(ctx);
  }

  /** Says nothing about the cause but where to find it. */
  private static void unexpected(Exception failure, Context ctx) {
    LOG.error("{} {} failed", ctx.method(), ctx.path(), failure);
    new Problem(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "internal_error",
            "something failed on our side; its log lines bear the correlation id")
        .answer(ctx);
  }
}
