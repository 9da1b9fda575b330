package ecpay.app.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.domain.rule.Violation;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;

/**
 * An answer that says no: problem+json of RFC 9457.
 *
 * @param code a stable word for programs
 * @param detail what happened and what to do, for people; never a secret
 */
public record Problem(HttpStatus status, String code, String detail, List<Violation> violations) {
  static final String TYPE = "application/problem+json";

  public Problem {
    violations = List.copyOf(violations);
  }

  public Problem(HttpStatus status, String code, String detail) {
    this(status, code, detail, List.of());
  }

  /** Answers with this problem. */
  public void answer(Context ctx) {
    ctx.status(status).contentType(TYPE).result(json(Correlation.of(ctx)));
  }

  String json(String correlationId) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("type", "about:blank");
    body.put("title", status.getMessage());
    body.put("status", status.getCode());
    body.put("code", code);
    body.put("detail", detail);
    body.put("correlationId", correlationId);
    if (!violations.isEmpty()) {
      var list = body.putArray("violations");
      violations.forEach(violation ->
          list.addObject()
              .put("rule", violation.rule())
              .put("field", violation.field())
              .put("message", violation.message()));
    }
    return body.toString();
  }
}
