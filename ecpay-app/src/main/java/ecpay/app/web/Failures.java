package ecpay.app.web;

import ecpay.app.access.NewKey;
import ecpay.domain.rule.IllegalMoveException;
import ecpay.domain.rule.RuleViolationException;
import ecpay.domain.rule.Violation;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what a route throws into an answer. */
final class Failures implements Routes {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  /** Where Javalin puts the methods of an address that was called with another one. */
  private static final String KNOWN_METHODS = "availableMethods";

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.exception(HttpResponseException.class, Failures::refused);
    routes.exception(RuleViolationException.class, Failures::violated);
    routes.exception(IllegalMoveException.class, Failures::impossible);
    routes.exception(Exception.class, Failures::unexpected);
  }

  private static void refused(HttpResponseException refusal, Context ctx) {
    ProblemCode code = ProblemCode.of(refusal.getStatus());
    String known = refusal.getDetails().get(KNOWN_METHODS);
    String message = known == null ? refusal.getMessage() : "this address knows " + known + " only";
    if (known != null) {
      ctx.header("Allow", known);
    }
    new Problem(code, message == null ? code.status().getMessage() : message).answer(ctx);
  }

  private static void violated(RuleViolationException broken, Context ctx) {
    new Problem(
            ProblemCode.RULE_VIOLATION,
            "the request breaks " + broken.violations().size() + " rule(s)",
            broken.violations())
        .answer(ctx);
  }

  private static void impossible(IllegalMoveException move, Context ctx) {
    new Problem(
            ProblemCode.RULE_VIOLATION,
            "the request breaks 1 rule(s)",
            List.of(new Violation(move.rule(), "", move.reason())))
        .answer(ctx);
  }

  /** Says nothing about the cause but where to find it. */
  private static void unexpected(Exception failure, Context ctx) {
    LOG.error("{} {} failed", ctx.method(), NewKey.hiddenIn(ctx.path()), failure);
    new Problem(
            ProblemCode.INTERNAL_ERROR,
            "something failed on our side; its log lines bear the correlation id")
        .answer(ctx);
  }
}
