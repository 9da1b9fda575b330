package ecpay.app.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.report.PaymentInstructions;
import ecpay.domain.rule.Violation;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An answer that says no: problem+json of RFC 9457.
 *
 * @param code the stable word for programs, with its status
 * @param detail what happened and what to do, for people; never a secret
 * @param payment the id of the attempt to pay that stands in the way, if one does
 */
public record Problem(
    ProblemCode code, String detail, List<Violation> violations, Optional<String> payment) {
  static final String TYPE = "application/problem+json";

  public Problem {
    violations = List.copyOf(violations);
  }

  public Problem(ProblemCode code, String detail) {
    this(code, detail, List.of());
  }

  public Problem(ProblemCode code, String detail, List<Violation> violations) {
    this(code, detail, violations, Optional.empty());
  }

  /** An earlier attempt may still bring money, so that no other one begins (R-ORD-03). */
  public static Problem underWay(Payment payment) {
    String detail =
        switch (payment) {
          case Payment.AwaitingMoney waiting
              when waiting.instructions() instanceof PaymentInstructions.Application ->
              "the buyer has applied to pay later with payment %s, and may still be approved";
          case Payment.AwaitingMoney _ ->
              "the buyer holds a code of payment %s and may still pay with it";
          case Payment.HandedOver _ ->
              "payment %s was opened on ECPay's page, and ECPay does not say how it stands";
          case Payment.Submitted _, Payment.AwaitingBuyer _, Payment.Paid _ ->
              "payment %s may still turn into money: wait for its end";
          // Nothing else of a closed attempt stands in the way (R-PAY-09, R-PAY-13).
          case Payment.Opening _, Payment.Open _, Payment.Failed _, Payment.Expired _ ->
              "payment %s was given up, and ECPay does not say whether money came of it, or told"
                  + " another amount, as the incident AMOUNT_MISMATCH says";
        };
    String way =
        payment instanceof Payment.Submitted || payment instanceof Payment.AwaitingBuyer
            ? ""
            : ": wait for its end, or name it as \"beside\" to begin another one all the same";
    return new Problem(
        ProblemCode.UNDER_WAY,
        detail.formatted(payment.id()) + way,
        List.of(),
        Optional.of(payment.id().value()));
  }

  /** So many attempts to pay one order are no buyer's any more (R-ORD-03). */
  public static Problem triedTooOften(Instant from) {
    return new Problem(
        ProblemCode.TRIED_TOO_OFTEN,
        "the order was tried to pay 20 times within 24 hours: another attempt may begin from %s on"
            .formatted(from));
  }

  /** Answers with this problem. */
  public void answer(Context ctx) {
    // As bytes: of this type Javalin would write Latin letters only.
    ctx.status(code.status()).contentType(TYPE).result(json(Correlation.of(ctx)).getBytes(UTF_8));
  }

  String json(String correlationId) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("type", "about:blank");
    body.put("title", code.status().getMessage());
    body.put("status", code.status().getCode());
    body.put("code", code.word());
    body.put("detail", detail);
    body.put("correlationId", correlationId);
    payment.ifPresent(id -> body.put("payment", id));
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
