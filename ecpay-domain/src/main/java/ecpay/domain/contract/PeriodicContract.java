package ecpay.domain.contract;

import ecpay.domain.answer.Delivery;
import ecpay.domain.contract.Charge.Result;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.OfOrder;
import ecpay.domain.order.OrderId;
import ecpay.domain.payment.report.PaymentFailure;
import ecpay.domain.rule.IllegalMoveException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A periodic contract. It begins when its first charge is paid. What state it is in follows from
 * its charges alone, so that it does not matter in which order they are told (R-CBK-04).
 *
 * @param charges by turn, later attempts of a turn behind earlier ones; the first is there
 * @param lookedAt when ECPay was last asked and answered; what was to be charged a day before that
 *     is settled
 * @param triedAgainAt when the latest refused charge was last tried again; a day later ECPay is
 *     asked what came of it, for its one notice may be lost
 * @param pending what the merchant wants and ECPay has not done yet
 * @param ending set once ECPay has said that it ended
 */
public record PeriodicContract(
    Agreement agreement,
    List<Charge> charges,
    Instant lookedAt,
    Optional<Instant> triedAgainAt,
    Optional<PendingAction> pending,
    Optional<Ending> ending)
    implements OfOrder {
  /** After so many turns without money it is treated as stopped (R-PAY-18). */
  private static final int FAILURES_UNTIL_STOP = 6;

  /** Whether it goes on. */
  public enum State {
    RUNNING,
    /** Cancelled, or refused six times in a row: it charges no more. */
    STOPPED,
    /** All its times are over. */
    FINISHED
  }

  public PeriodicContract {
    charges = charges.stream().sorted(Charge.ORDER).toList();
  }

  /** Begins with its first charge. */
  public static PeriodicContract begin(
      Agreement agreement, long authorizationId, String ecpayTradeNo) {
    Charge first =
        new Charge(
            0,
            authorizationId,
            ecpayTradeNo,
            agreement.begunAt(),
            new Result.Charged(1, agreement.order()));
    return new PeriodicContract(
        agreement,
        List.of(first),
        agreement.begunAt(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public State state() {
    if (ending.isPresent()) {
      return ending.get().state();
    }
    if (failuresInARow() >= FAILURES_UNTIL_STOP) {
      return State.STOPPED;
    }
    return isPaidInFull() || turns().areAllTried() ? State.FINISHED : State.RUNNING;
  }

  /** Whether ECPay charges no more, by its own word or count and not by our conclusion. */
  public boolean isOver() {
    return ending.isPresent() || isPaidInFull();
  }

  private boolean isPaidInFull() {
    return successes() >= agreement.terms().times();
  }

  private Turns turns() {
    return new Turns(agreement, charges);
  }

  public boolean isRunning() {
    return state() == State.RUNNING;
  }

  @Override
  public MerchantId merchant() {
    return agreement.merchant();
  }

  /** The order that its first charge pays. */
  @Override
  public OrderId order() {
    return agreement.order();
  }

  public MerchantTradeNo tradeNo() {
    return agreement.tradeNo();
  }

  /** Whether the merchant wants it stopped and ECPay has not said that it is. */
  public boolean isBeingCancelled() {
    return pending.filter(known -> known.action() == ContractAction.CANCEL).isPresent();
  }

  /** TotalSuccessTimes as far as it is known; it never decreases (R-PAY-17). */
  public int successes() {
    return charges.stream().mapToInt(Charge::number).max().orElse(0);
  }

  /** For how many turns in a row, up to the latest, no money came. */
  public int failuresInARow() {
    return turns().failuresInARow();
  }

  /** The charge with which money came for the n-th time. */
  public Optional<Charge> charged(int number) {
    return find(charge -> charge.number() == number);
  }

  /** The charge of which a report speaks, if it is in the books. */
  public Optional<Charge> told(ChargeReport report) {
    return find(charge -> charge.isToldBy(report));
  }

  /** The smallest number of a charge that must have come and is not in the books. */
  public Optional<Integer> missing(int successes) {
    return IntStream.rangeClosed(1, Math.min(successes, agreement.terms().times()))
        .filter(number -> charged(number).isEmpty())
        .boxed()
        .findFirst();
  }

  /** How many charges ECPay made, or tried, after it had said that it ended. */
  public long chargesAfterEnd() {
    return ending.map(end -> charges.stream().filter(end::isBefore).count()).orElse(0L);
  }

  /** When there will be something to ask ECPay; empty once a turn after its end was quiet. */
  public Optional<Instant> nextLook() {
    Optional<Instant> ofTurns =
        turns()
            .lookAfter(lookedAt)
            .filter(look ->
                isRunning()
                    || turns().haveOpenDetailsSince(lookedAt)
                    || ending.filter(end -> turns().isOfTheEnd(look, end.at())).isPresent());
    Optional<Instant> ofTrial =
        triedAgainAt.map(at -> at.plus(Turns.GRACE)).filter(look -> look.isAfter(lookedAt));
    return Stream.of(ofTurns, ofTrial).flatMap(Optional::stream).min(Comparator.naturalOrder());
  }

  /** With a charge that brought money. */
  public PeriodicContract withCharged(ChargeReport report, int number, OrderId order, Instant now) {
    return withCharge(Charge.told(report, agreement, now, new Result.Charged(number, order)));
  }

  /** With a charge that ECPay counts and of which it tells nothing else. */
  public PeriodicContract withCounted(int number, OrderId order, Instant now) {
    int latest = Math.max(1, agreement.turnOf(now));
    int turn = turns().firstOpen(latest);
    return withCharge(
        new Charge(turn, 0, "", agreement.expected(turn), new Result.Charged(number, order)));
  }

  /** With a charge that the bank refused. */
  public PeriodicContract withFailure(ChargeReport report, PaymentFailure failure, Instant now) {
    return withCharge(Charge.told(report, agreement, now, new Result.Failed(failure)));
  }

  /** What is known takes the place of what was concluded for the same turn. */
  private PeriodicContract withCharge(Charge charge) {
    List<Charge> next = new ArrayList<>(charges);
    next.removeIf(
        known -> known.turn() == charge.turn() && known.isInferred() && !known.isCharged());
    next.add(charge);
    return withCharges(next);
  }

  /** With what a report knows of a charge and the books did not. */
  public PeriodicContract completed(Charge known, ChargeReport report) {
    List<Charge> next = new ArrayList<>(charges);
    next.remove(known);
    next.add(known.completedBy(report, report.at().map(agreement::turnOf).orElse(known.turn())));
    return withCharges(next);
  }

  private PeriodicContract withCharges(List<Charge> next) {
    return new PeriodicContract(agreement, next, lookedAt, triedAgainAt, pending, ending);
  }

  /** ECPay has answered at that time: what was due a day before and did not come has failed. */
  public PeriodicContract looked(Instant at) {
    List<Charge> next = new ArrayList<>(charges);
    if (isRunning()) {
      turns()
          .overdue(at)
          .mapToObj(turn -> Charge.missing(turn, agreement.expected(turn)))
          .forEach(next::add);
    }
    return new PeriodicContract(agreement, next, at, triedAgainAt, pending, ending);
  }

  /** How many turns came to nothing without a word of ECPay. */
  public int overdueAt(Instant at) {
    return isRunning() ? (int) turns().overdue(at).count() : 0;
  }

  /** When the next charge is to come; empty once it has ended. */
  public Optional<Instant> nextCharge() {
    return turns().next().filter(_ -> isRunning());
  }

  /** Whether the charge of a report was concluded to have failed before it was told. */
  public boolean isForeseen(ChargeReport report, Instant now) {
    int turn = agreement.turnOf(report.at().orElse(now));
    return charges.stream()
        .anyMatch(charge -> charge.turn() == turn && charge.isInferred() && !charge.isCharged());
  }

  /**
   * Wants it to be stopped for good, or its latest refused charge to be tried again.
   *
   * @throws IllegalMoveException while something else is under way, where there is nothing to try
   *     again, or while nobody knows what came of the last time
   */
  public PeriodicContract wanting(ContractAction action, Instant at) {
    if (pending.filter(known -> known.action() != action).isPresent()) {
      throw new IllegalMoveException("R-CAP-10", "another action is under way", action.word());
    }
    if (action == ContractAction.REAUTHORIZE) {
      Retrial.demand(this);
    }
    return pending.isPresent() ? this : withPending(Optional.of(new PendingAction(action, at)));
  }

  /** With that delivery of what is wanted. */
  public PeriodicContract delivering(Delivery delivery) {
    return withPending(pending.map(known -> known.with(delivery)));
  }

  /** Nothing is wanted any more. */
  public PeriodicContract settled() {
    return withPending(Optional.empty());
  }

  /** Its latest refused charge was, or may have been, tried again; nothing is wanted any more. */
  public PeriodicContract triedAgain(Instant at) {
    return new PeriodicContract(
        agreement,
        charges,
        lookedAt,
        Optional.of(Retrial.timeOf(this, at)),
        Optional.empty(),
        ending);
  }

  private PeriodicContract withPending(Optional<PendingAction> next) {
    return new PeriodicContract(agreement, charges, lookedAt, triedAgainAt, next, ending);
  }

  /** ECPay says that it ended; the first word stays. Nothing is wanted any more. */
  public PeriodicContract ended(State state, Instant at) {
    return new PeriodicContract(
        agreement,
        charges,
        lookedAt,
        triedAgainAt,
        Optional.empty(),
        ending.or(() -> Optional.of(new Ending(state, at))));
  }

  private Optional<Charge> find(Predicate<Charge> wanted) {
    return charges.stream().filter(wanted).findFirst();
  }
}
