package ecpay.app.web.console.refund;

import ecpay.app.reading.RefundWords;
import ecpay.app.reading.Times;
import ecpay.app.web.console.Table;
import ecpay.domain.refund.Refund;
import ecpay.domain.refund.RefundStep;
import ecpay.domain.refund.StepState;
import ecpay.domain.rule.IllegalMoveException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One refund for a person: what happened, what to do, and what may be done now.
 *
 * @param advice what to do, a sentence each
 * @param continuing what the button that lets it go on says; empty where it cannot
 * @param canBeCancelled whether it may still be called off
 * @param canBePaid whether a person may pay it back and say so
 * @param typed what was typed of a transfer that could not be written down
 * @param problems why what was asked for was not done
 */
public record RefundPage(
    String id,
    String order,
    String reference,
    String state,
    String amount,
    String startedAt,
    List<String> advice,
    Table steps,
    String continuing,
    boolean canBeCancelled,
    boolean canBePaid,
    TransferForm typed,
    List<String> problems) {
  public RefundPage {
    advice = List.copyOf(advice);
    problems = List.copyOf(problems);
  }

  static RefundPage of(Refund refund, TransferForm typed, List<String> problems) {
    Optional<String> notCancelled = whyNot(refund, Refund::cancelling);
    boolean payable =
        refund.byHand().isPresent()
            || whyNot(refund, stopped -> stopped.handedToAPerson("")).isEmpty();
    return new RefundPage(
        refund.id().value(),
        refund.order().value(),
        refund.reference().value(),
        RefundWords.state(refund),
        refund.amount().toString(),
        Times.clock(refund.startedAt()),
        advice(refund, payable, notCancelled),
        RefundTables.steps(refund, "Steps"),
        continuing(refund),
        notCancelled.isEmpty() && !(refund.status() instanceof Refund.Status.Cancelling),
        payable,
        typed,
        problems);
  }

  /** Why the rules forbid a move now, if they do. */
  private static Optional<String> whyNot(Refund refund, Consumer<Refund> move) {
    try {
      move.accept(refund);
      return Optional.empty();
    } catch (IllegalMoveException no) {
      return Optional.of(String.valueOf(no.getMessage()));
    }
  }

  private static String continuing(Refund refund) {
    return switch (refund.status()) {
      case Refund.Status.Stopped _ -> "Continue";
      case Refund.Status.UnderWay _ -> refund.byHand().isPresent() ? "" : "Look again now";
      case Refund.Status.Cancelling _ -> "Look again now";
      case Refund.Status.Cancelled _, Refund.Status.Done _ -> "";
    };
  }

  private static List<String> advice(
      Refund refund, boolean payable, Optional<String> notCancelled) {
    List<String> advice = new ArrayList<>();
    switch (refund.status()) {
      case Refund.Status.UnderWay _ when refund.byHand().isPresent() ->
          advice.add(
              "ECPay cannot give this back. Pay "
                  + refund.amount()
                  + " by bank transfer, then write below who paid it and the bank's number of it.");
      case Refund.Status.UnderWay _ ->
          advice.add("It goes on by itself" + waitsFor(refund) + ". There is nothing to do.");
      case Refund.Status.Stopped(String code, String message) -> {
        advice.add("It stopped" + at(refund) + ": " + code + " " + message + ".");
        advice.add("Correct the cause, then let it continue. Nothing happens before you do.");
        if (payable) {
          advice.add(
              "If ECPay does not give it back any more, pay it by bank transfer, or in ECPay's back"
                  + " office, and write that down below: then ECPay is not asked again.");
        }
      }
      case Refund.Status.Cancelling _ -> advice.add("It is called off; its documents are undone.");
      case Refund.Status.Cancelled cancelled ->
          advice.add("It was called off " + Times.clock(cancelled.at()) + ". No money went back.");
      case Refund.Status.Done done ->
          advice.add("Money and documents are back since " + Times.clock(done.at()) + ".");
    }
    if (refund.isOpen() && notCancelled.isPresent()) {
      advice.add("It cannot be called off any more: " + notCancelled.get() + ".");
    }
    return advice;
  }

  private static String at(Refund refund) {
    return refund.next().map(step -> " at \u201c" + RefundTables.name(step) + "\u201d").orElse("");
  }

  private static String waitsFor(Refund refund) {
    return refund
        .next()
        .map(RefundStep::state)
        .filter(StepState.Waiting.class::isInstance)
        .map(state -> " after " + ((StepState.Waiting) state).on())
        .orElse("");
  }
}
