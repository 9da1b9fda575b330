package ecpay.app.web.api.refund;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.app.reading.RefundWords;
import ecpay.app.reading.Times;
import ecpay.domain.allowance.document.Consent;
import ecpay.domain.refund.Refund;
import ecpay.domain.refund.RefundAct;
import ecpay.domain.refund.RefundPlan;
import ecpay.domain.refund.RefundStep;
import ecpay.domain.refund.StepState;
import java.time.Instant;

/** A refund as the API shows it: schema {@code Refund} of the contract. */
public final class RefundView {
  private RefundView() {}

  public static ObjectNode of(Refund refund) {
    ObjectNode view =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", refund.id().value())
            .put("order", refund.order().value())
            .put("payment", refund.payment().value())
            .put("reference", refund.reference().value())
            .put("state", RefundWords.state(refund))
            .put("amount", refund.amount().twd())
            .put("refundedBefore", refund.before().twd())
            .put("everything", refund.everything())
            .put("startedAt", Times.iso(refund.startedAt()));
    switch (refund.status()) {
      case Refund.Status.Stopped(String code, String message) ->
          view.put("code", code).put("message", message);
      case Refund.Status.Done(Instant at) -> view.put("doneAt", Times.iso(at));
      case Refund.Status.Cancelled(Instant at) -> view.put("cancelledAt", Times.iso(at));
      case Refund.Status.UnderWay _, Refund.Status.Cancelling _ -> {}
    }
    ArrayNode steps = view.putArray("steps");
    refund.steps().forEach(step -> steps.add(step(step)));
    return view;
  }

  /** What would be done: schema {@code RefundPlan}. */
  static ObjectNode of(RefundPlan plan) {
    ObjectNode view =
        JsonNodeFactory.instance
            .objectNode()
            .put("plan", plan.digest().value())
            .put("amount", plan.amount().twd())
            .put("refundedBefore", plan.before().twd())
            .put("everything", plan.everything());
    ArrayNode steps = view.putArray("steps");
    plan.acts().forEach(act -> steps.add(act(act)));
    return view;
  }

  private static ObjectNode step(RefundStep step) {
    ObjectNode view = act(step.act()).put("state", RefundWords.state(step.state()));
    switch (step.state()) {
      case StepState.Waiting(String on, _) -> view.put("waitsFor", on);
      case StepState.Failed(String code, String message) ->
          view.put("code", code).put("message", message);
      case StepState.Sent sent -> view.put("sentAt", Times.iso(sent.at()));
      case StepState.Lost lost -> view.put("inDoubtSince", Times.iso(lost.at()));
      case StepState.Done done -> {
        view.put("doneAt", Times.iso(done.at()));
        done.byHand()
            .ifPresent(paid ->
                view.putObject("byHand")
                    .put("by", paid.by())
                    .put("paidAt", Times.iso(paid.at()))
                    .put("bankReference", paid.bankReference())
                    .put("note", paid.note()));
      }
      case StepState.Due _ -> {}
    }
    return view;
  }

  private static ObjectNode act(RefundAct act) {
    ObjectNode view =
        JsonNodeFactory.instance
            .objectNode()
            .put("step", RefundWords.step(act))
            .put("amount", act.amount().twd());
    switch (act) {
      case RefundAct.OfCard card -> view.put("action", card.action().letter());
      case RefundAct.PayByHand byHand -> view.put("paymentType", byHand.paymentType());
      case RefundAct.VoidInvoice voiding -> view.put("invoice", voiding.invoice().value());
      case RefundAct.CancelScheduledInvoice waiting ->
          view.put("invoice", waiting.invoice().value());
      case RefundAct.IssueAllowance allowance ->
          view.put("invoice", allowance.invoice().value())
              .put("consent", allowance.consent() instanceof Consent.Online ? "online" : "paper");
      case RefundAct.Withhold _ -> {}
    }
    return view;
  }
}
