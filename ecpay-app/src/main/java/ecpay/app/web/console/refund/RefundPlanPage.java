package ecpay.app.web.console.refund;

import ecpay.domain.order.Order;
import ecpay.domain.refund.RefundPlan;
import java.util.List;

/**
 * What a refund would do, before it is done, or why it cannot be.
 *
 * @param reference carried from look to look, so that a second click finds the first refund
 * @param amount as it was typed; empty for all of it
 * @param plan the digest of what is shown
 * @param notice why it is shown once more; usually empty
 * @param before what had gone back before; empty when nothing had
 */
public record RefundPlanPage(
    String order,
    String orderReference,
    String reference,
    String amount,
    String plan,
    String notice,
    String before,
    String worth,
    List<String> steps,
    List<String> problems) {
  public RefundPlanPage {
    steps = List.copyOf(steps);
    problems = List.copyOf(problems);
  }

  static RefundPlanPage of(Order order, String reference, String amount, RefundPlan plan) {
    return new RefundPlanPage(
        order.id().value(),
        order.reference().value(),
        reference,
        amount,
        plan.digest().value(),
        "",
        plan.before().isPositive() ? plan.before().toString() : "",
        plan.amount().toString(),
        ConsoleRefunds.steps(plan),
        List.of());
  }

  static RefundPlanPage impossible(Order order, List<String> problems) {
    return new RefundPlanPage(
        order.id().value(), order.reference().value(), "", "", "", "", "", "", List.of(), problems);
  }

  RefundPlanPage because(String reason) {
    return new RefundPlanPage(
        order, orderReference, reference, amount, plan, reason, before, worth, steps, problems);
  }
}
