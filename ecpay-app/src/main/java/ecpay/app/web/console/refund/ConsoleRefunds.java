package ecpay.app.web.console.refund;

import ecpay.app.reading.RefundWords;
import ecpay.app.web.Bodies;
import ecpay.domain.answer.Answer;
import ecpay.domain.identity.Identities;
import ecpay.domain.invoice.VoidReason;
import ecpay.domain.money.Money;
import ecpay.domain.order.Order;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.refund.Goods;
import ecpay.domain.refund.PlanDigest;
import ecpay.domain.refund.RefundPlan;
import ecpay.domain.refund.RefundReference;
import ecpay.domain.refund.RefundWish;
import ecpay.domain.refund.usecase.RequestRefund;
import ecpay.domain.refund.usecase.RequestRefund.Result;
import ecpay.domain.rule.RuleViolationException;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives money back from the console, in two looks: the plan first, then the deed. The reference is
 * made with the form, so that a second click finds the first refund; the plan's digest goes with
 * it, so that nothing is done that nobody has seen.
 */
public final class ConsoleRefunds {
  private static final VoidReason REASON = new VoidReason("customer return");

  /** The most bytes of a form. */
  private static final int LIMIT = 4096;

  private final RequestRefund request;
  private final Identities identities;

  public ConsoleRefunds(RequestRefund request, Identities identities) {
    this.request = request;
    this.identities = identities;
  }

  /** What the second look shows. */
  RefundPlanPage plan(Context ctx, Order order) {
    Map<String, String> form = Bodies.form(ctx, LIMIT);
    String amount = form.getOrDefault("amount", "").strip();
    String reference = "console-" + identities.nextId();
    try {
      PaymentId payment = request.paymentOf(order.merchant(), order.id());
      return switch (request.preview(order.merchant(), payment, wish(amount))) {
        case Answer.Accepted<RefundPlan>(RefundPlan plan) ->
            RefundPlanPage.of(order, reference, amount, plan);
        case Answer.Refused<RefundPlan>(String code, String message) ->
            RefundPlanPage.impossible(order, List.of(code + " " + message));
        case Answer.NotSent<RefundPlan>(String reason) ->
            RefundPlanPage.impossible(order, List.of("ECPay was not reached: " + reason));
        case Answer.Unknown<RefundPlan>(String reason, boolean _) ->
            RefundPlanPage.impossible(order, List.of("ECPay did not answer: " + reason));
      };
    } catch (RuleViolationException broken) {
      return RefundPlanPage.impossible(
          order,
          broken.violations().stream()
              .map(violation -> violation.rule() + " " + violation.message())
              .toList());
    }
  }

  /** Does it; empty when it is recorded, else why not. */
  Optional<RefundPlanPage> act(Context ctx, Order order) {
    Map<String, String> form = Bodies.form(ctx, LIMIT);
    RefundReference reference = new RefundReference(form.getOrDefault("reference", ""));
    String amount = form.getOrDefault("amount", "").strip();
    try {
      PaymentId payment = request.paymentOf(order.merchant(), order.id());
      Result result =
          request.request(
              order.merchant(),
              payment,
              reference,
              wish(amount),
              Optional.of(new PlanDigest(form.getOrDefault("plan", ""))));
      return switch (result) {
        case Result.Requested _, Result.AlreadyRequested _ -> Optional.empty();
        case Result.ReferenceTaken(var by) ->
            Optional.of(
                RefundPlanPage.impossible(order, List.of("the reference names refund " + by)));
        case Result.PlanChanged(RefundPlan now) ->
            Optional.of(
                RefundPlanPage.of(order, reference.value(), amount, now)
                    .because("This is another plan than the one you saw: nothing was done."));
        case Result.Unavailable(String reason) ->
            Optional.of(
                RefundPlanPage.impossible(order, List.of("ECPay was not reached: " + reason)));
      };
    } catch (RuleViolationException broken) {
      return Optional.of(
          RefundPlanPage.impossible(
              order,
              broken.violations().stream()
                  .map(violation -> violation.rule() + " " + violation.message())
                  .toList()));
    }
  }

  private static RefundWish wish(String amount) {
    return new RefundWish(goods(amount), Optional.empty(), Optional.empty(), REASON);
  }

  private static Goods goods(String amount) {
    if (amount.isEmpty()) {
      return new Goods.Everything();
    }
    if (!amount.matches("[0-9]{1,12}")) {
      throw new BadRequestResponse("an amount is whole TWD, or nothing for all of it");
    }
    return new Goods.Amount(Optional.empty(), Money.of(Long.parseLong(amount)));
  }

  /** The plan in words. */
  static List<String> steps(RefundPlan plan) {
    return plan.acts().stream()
        .map(act -> RefundWords.step(act).replace('_', ' ') + " " + act.amount())
        .toList();
  }
}
