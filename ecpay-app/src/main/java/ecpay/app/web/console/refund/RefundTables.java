package ecpay.app.web.console.refund;

import static ecpay.app.web.console.Table.link;
import static ecpay.app.web.console.Table.money;
import static ecpay.app.web.console.Table.state;
import static ecpay.app.web.console.Table.text;
import static ecpay.app.web.console.Table.time;

import ecpay.app.reading.RefundWords;
import ecpay.app.reading.Times;
import ecpay.app.web.console.Table;
import ecpay.domain.refund.PaidByHand;
import ecpay.domain.refund.Refund;
import ecpay.domain.refund.RefundStep;
import ecpay.domain.refund.StepState;
import java.util.List;
import java.util.stream.Collectors;

/** The refunds of an order's page, and of the list of tasks. */
public final class RefundTables {
  private RefundTables() {}

  /** The refunds of an order. */
  public static Table refunds(List<Refund> refunds) {
    return new Table(
        "Refunds",
        List.of("Reference", "State", "Amount", "Started", "Steps", "What else"),
        refunds.stream()
            .map(refund ->
                List.of(
                    link(refund.reference().value(), path(refund)),
                    state(RefundWords.state(refund)),
                    money(refund.amount()),
                    time(refund.startedAt()),
                    text(steps(refund)),
                    text(whatElse(refund))))
            .toList());
  }

  static Table tasks(List<Refund> refunds) {
    return new Table(
        "Refunds that wait for a person",
        List.of("Refund", "Order", "State", "Amount", "Steps", "What to do"),
        refunds.stream()
            .map(refund ->
                List.of(
                    link(refund.reference().value(), path(refund)),
                    link(refund.order().value(), "/console/orders/" + refund.order()),
                    state(RefundWords.state(refund)),
                    money(refund.amount()),
                    text(steps(refund)),
                    text(whatElse(refund))))
            .toList());
  }

  static String path(Refund refund) {
    return "/console/refunds/" + refund.id();
  }

  /** What became of each step. */
  static Table steps(Refund refund, String title) {
    return new Table(
        title,
        List.of("Step", "Amount", "State", "What happened"),
        refund.steps().stream()
            .map(step ->
                List.of(
                    text(name(step)),
                    money(step.act().amount()),
                    state(RefundWords.state(step.state())),
                    text(whatHappened(step.state()))))
            .toList());
  }

  private static String whatHappened(StepState state) {
    return switch (state) {
      case StepState.Due _ -> "";
      case StepState.Waiting(String on, _) -> "waits for " + on;
      case StepState.Sent sent -> "sent " + Times.clock(sent.at()) + ", not answered yet";
      case StepState.Lost lost -> "no answer by " + Times.clock(lost.at()) + ": ECPay is asked";
      case StepState.Failed(String code, String message) -> code + " " + message;
      case StepState.Done done ->
          Times.clock(done.at()) + done.byHand().map(RefundTables::evidence).orElse("");
    };
  }

  private static String evidence(PaidByHand paid) {
    return ": paid by "
        + paid.by()
        + " "
        + Times.clock(paid.at())
        + ", bank reference "
        + paid.bankReference()
        + (paid.note().isBlank() ? "" : ", " + paid.note());
  }

  static String name(RefundStep step) {
    return RefundWords.step(step.act()).replace('_', ' ');
  }

  private static String steps(Refund refund) {
    return refund.steps().stream().map(RefundTables::step).collect(Collectors.joining(" \u2192 "));
  }

  private static String step(RefundStep step) {
    String state =
        step.state() instanceof StepState.Waiting(String on, _)
            ? "waits for " + on
            : RefundWords.state(step.state()).replace('_', ' ');
    return name(step) + " " + step.act().amount() + " (" + state + ")";
  }

  private static String whatElse(Refund refund) {
    return switch (refund.status()) {
      case Refund.Status.UnderWay _ ->
          refund
              .byHand()
              .map(task -> "pay " + task.amount() + " back by bank transfer, then say so")
              .orElse("");
      case Refund.Status.Stopped(String code, String message) ->
          code + " " + message + ": correct the cause, then continue, or cancel";
      case Refund.Status.Cancelling _ -> "its allowances are being taken back";
      case Refund.Status.Cancelled cancelled -> "called off " + Times.clock(cancelled.at());
      case Refund.Status.Done done -> "done " + Times.clock(done.at());
    };
  }
}
