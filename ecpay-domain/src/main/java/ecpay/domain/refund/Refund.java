package ecpay.domain.refund;

import ecpay.domain.allowance.AllowanceReference;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.money.Money;
import ecpay.domain.order.OfOrder;
import ecpay.domain.order.OrderId;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.rule.IllegalMoveException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Money on its way back, with the documents that belong to it.
 *
 * @param reference the merchant's own number of it, unique per order
 * @param ofOrder whether this payment paid the order; a second payment has no documents (R-ORD-03)
 * @param everything whether all goes back that had not gone back before
 * @param before what had gone back of the payment before, TWD
 * @param paid what was paid; {@code before} and {@code amount} never exceed it (R-CAP-04)
 * @param steps in the order in which they are done
 */
public record Refund(
    RefundId id,
    MerchantId merchant,
    OrderId order,
    PaymentId payment,
    RefundReference reference,
    RefundWish wish,
    boolean ofOrder,
    boolean everything,
    Money paid,
    Money before,
    Money amount,
    List<RefundStep> steps,
    Status status,
    Instant startedAt)
    implements OfOrder {

  /** Where the whole of it stands. */
  public sealed interface Status {
    record UnderWay() implements Status {}

    /** A step failed for good; a person lets it go on, or calls it off. */
    record Stopped(String code, String message) implements Status {}

    /** It was called off, and its documents are being taken back. */
    record Cancelling() implements Status {}

    record Cancelled(Instant at) implements Status {}

    record Done(Instant at) implements Status {}
  }

  public Refund {
    steps = List.copyOf(steps);
  }

  /** Whether it still keeps other refunds of its order waiting. */
  public boolean isOpen() {
    return switch (status) {
      case Status.UnderWay _, Status.Stopped _, Status.Cancelling _ -> true;
      case Status.Cancelled _, Status.Done _ -> false;
    };
  }

  /** The same step asks for the same allowance, whoever asks. */
  public AllowanceReference allowance(RefundStep step) {
    return new AllowanceReference("refund-" + id + "-" + step.number());
  }

  /** Whether it needs the allowance of that reference, for it is not called off (R-CAP-13). */
  boolean isBoundTo(AllowanceReference reference) {
    return !isCalledOff()
        && steps.stream()
            .filter(step -> step.act() instanceof RefundAct.IssueAllowance)
            .anyMatch(step -> allowance(step).equals(reference));
  }

  /** What it gives back for allowances that were made by themselves, TWD (R-CAP-13). */
  Money onOtherAllowances() {
    long own =
        steps.stream()
            .filter(step -> !step.isMoney())
            .mapToLong(step -> step.act().amount().twd())
            .sum();
    return ofOrder && !isCalledOff() ? Money.of(Math.max(0, amount.twd() - own)) : Money.ZERO;
  }

  private boolean isCalledOff() {
    return status instanceof Status.Cancelling || status instanceof Status.Cancelled;
  }

  /** Whether its amount is gone, or about to go. */
  public boolean holdsItsAmount() {
    return !(status instanceof Status.Cancelled);
  }

  /** The step that comes next; empty once all are done. */
  public Optional<RefundStep> next() {
    return steps.stream().filter(step -> !step.isDone()).findFirst();
  }

  /** The task of a person to pay it back, if that comes next (R-CAP-09). */
  public Optional<RefundAct.PayByHand> byHand() {
    return status instanceof Status.UnderWay
        ? next()
            .map(RefundStep::act)
            .filter(RefundAct.PayByHand.class::isInstance)
            .map(RefundAct.PayByHand.class::cast)
        : Optional.empty();
  }

  /** Whether nothing happens before a person acts. */
  public boolean waitsForAPerson() {
    return status instanceof Status.Stopped || byHand().isPresent();
  }

  /** That step in another state. */
  public Refund with(RefundStep step, StepState state) {
    return with(
        steps.stream()
            .map(known -> known.number() == step.number() ? known.in(state) : known)
            .toList());
  }

  /** What is not done of the money is done like this instead; documents stay. */
  public Refund replanned(List<? extends RefundAct> money) {
    return replanned(money, step -> !step.isMoney());
  }

  /** What is not done is done like this instead. */
  Refund replannedAll(List<? extends RefundAct> acts) {
    return replanned(acts, _ -> false);
  }

  private Refund replanned(
      List<? extends RefundAct> acts, java.util.function.Predicate<RefundStep> stays) {
    List<RefundStep> kept = new ArrayList<>();
    int place = -1;
    for (RefundStep step : steps) {
      if (step.isDone() || stays.test(step)) {
        kept.add(step);
      } else if (place < 0) {
        place = kept.size();
      }
    }
    int number = steps.stream().mapToInt(RefundStep::number).max().orElse(0);
    List<RefundStep> fresh = new ArrayList<>();
    for (RefundAct act : acts) {
      fresh.add(new RefundStep(++number, act, new StepState.Due()));
    }
    kept.addAll(place < 0 ? kept.size() : place, fresh);
    return with(kept);
  }

  /** Whether the acts that are not done of the money are exactly these. */
  public boolean plansMoney(List<? extends RefundAct> money) {
    return steps.stream()
        .filter(step -> step.isMoney() && !step.isDone())
        .map(RefundStep::act)
        .toList()
        .equals(money);
  }

  public Refund stopped(RefundStep step, String code, String message) {
    return with(step, new StepState.Failed(code, message)).with(new Status.Stopped(code, message));
  }

  /** A person lets it go on, by these acts for all that is not done. */
  public Refund continued(RefundWish asked, List<RefundAct> acts) {
    if (!(status instanceof Status.Stopped)) {
      throw new IllegalMoveException("R-CAP-13", "it has not stopped", "continuing");
    }
    Refund again = replannedAll(acts);
    return new Refund(
        id,
        merchant,
        order,
        payment,
        reference,
        asked,
        ofOrder,
        everything,
        paid,
        before,
        amount,
        again.steps,
        new Status.UnderWay(),
        startedAt);
  }

  /**
   * A person pays the money back that a card does not take any more (R-CAP-09).
   *
   * @param paymentType how it was paid, as ECPay named it
   * @throws IllegalMoveException R-CAP-09 unless it stopped before its money, and none has moved
   */
  public Refund handedToAPerson(String paymentType) {
    boolean beforeMoney = next().map(RefundStep::isMoney).orElse(false);
    if (!(status instanceof Status.Stopped)
        || !beforeMoney
        || moneySteps().anyMatch(step -> step.state().isInDoubt())) {
      throw new IllegalMoveException(
          "R-CAP-09", "it does not wait for a person to pay it", "paying it by hand");
    }
    return replanned(List.of(new RefundAct.PayByHand(moneyLeft(), paymentType)))
        .with(new Status.UnderWay());
  }

  /** What its money steps that are not done were to give back; E alone gives nothing back. */
  private Money moneyLeft() {
    return Money.of(
        moneySteps()
            .filter(step -> !step.isDone() && !(step.act() instanceof RefundAct.CancelCapture))
            .mapToLong(step -> step.act().amount().twd())
            .sum());
  }

  /**
   * It is called off.
   *
   * @throws IllegalMoveException R-CAP-13 once money has moved or may have, or an invoice is void
   */
  public Refund cancelling() {
    if (!isOpen()) {
      throw new IllegalMoveException("R-CAP-13", "it is over", "cancelling");
    }
    if (moneySteps().anyMatch(step -> step.isDone() || step.state().isInDoubt())) {
      throw new IllegalMoveException("R-CAP-13", "its money has moved, or may have", "cancelling");
    }
    if (steps.stream().anyMatch(Refund::isFinal)) {
      throw new IllegalMoveException(
          "R-CAP-13", "an invoice of it is void or cancelled for good", "cancelling");
    }
    return with(new Status.Cancelling());
  }

  /** A void or a cancelled invoice does not come back, nor one that may be. */
  private static boolean isFinal(RefundStep step) {
    boolean begun = !(step.state() instanceof StepState.Due);
    return switch (step.act()) {
      case RefundAct.VoidInvoice _, RefundAct.CancelScheduledInvoice _ ->
          begun && !(step.state() instanceof StepState.Failed);
      case RefundAct.IssueAllowance _, RefundAct.Withhold _, RefundAct.OfMoney _ -> false;
    };
  }

  public Refund cancelled(Instant at) {
    return with(new Status.Cancelled(at));
  }

  public Refund done(Instant at) {
    return with(new Status.Done(at));
  }

  private Stream<RefundStep> moneySteps() {
    return steps.stream().filter(RefundStep::isMoney);
  }

  private Refund with(List<RefundStep> changed) {
    return new Refund(
        id,
        merchant,
        order,
        payment,
        reference,
        wish,
        ofOrder,
        everything,
        paid,
        before,
        amount,
        changed,
        status,
        startedAt);
  }

  private Refund with(Status changed) {
    return new Refund(
        id,
        merchant,
        order,
        payment,
        reference,
        wish,
        ofOrder,
        everything,
        paid,
        before,
        amount,
        steps,
        changed,
        startedAt);
  }
}
