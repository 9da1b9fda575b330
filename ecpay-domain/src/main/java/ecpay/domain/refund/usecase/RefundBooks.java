package ecpay.domain.refund.usecase;

import ecpay.domain.event.DomainEvent;
import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.event.DomainEvent.RefundCancelled;
import ecpay.domain.event.DomainEvent.RefundCompleted;
import ecpay.domain.event.DomainEvent.RefundStepDone;
import ecpay.domain.event.DomainEvent.RefundStopped;
import ecpay.domain.event.EventLog;
import ecpay.domain.event.Fact;
import ecpay.domain.followup.FollowUp.IssueInvoice;
import ecpay.domain.followup.FollowUps;
import ecpay.domain.followup.Progress;
import ecpay.domain.invoice.usecase.settle.WithholdInvoices;
import ecpay.domain.order.OrderId;
import ecpay.domain.order.Orders;
import ecpay.domain.refund.Refund;
import ecpay.domain.refund.RefundIncident;
import ecpay.domain.refund.RefundStep;
import ecpay.domain.refund.Refunds;
import ecpay.domain.refund.StepState;
import ecpay.domain.rule.IllegalMoveException;
import ecpay.domain.rule.RuleViolationException;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Enters into the books how far a refund has come, each move in a transaction of its own. A refund
 * that somebody else moved meanwhile is left as it is and looked at afresh.
 */
public final class RefundBooks {
  /** Longer than any row of bank holidays. */
  private static final Duration LONG = Duration.ofDays(10);

  private final Transactions transactions;
  private final Orders orders;
  private final Refunds refunds;
  private final WithholdInvoices withhold;
  private final FollowUps followUps;
  private final EventLog events;
  private final Clock clock;

  public RefundBooks(
      Transactions transactions,
      Orders orders,
      Refunds refunds,
      WithholdInvoices withhold,
      FollowUps followUps,
      EventLog events,
      Clock clock) {
    this.transactions = transactions;
    this.orders = orders;
    this.refunds = refunds;
    this.withhold = withhold;
    this.followUps = followUps;
    this.events = events;
    this.clock = clock;
  }

  /** The refund as it is once nobody else can change it. In a transaction. */
  Refund lock(Refund seen) {
    orders.lock(seen.merchant(), seen.order());
    return refunds.find(seen.merchant(), seen.id()).orElseThrow();
  }

  /** In a transaction. */
  void save(Refund refund) {
    refunds.save(refund);
  }

  Instant now() {
    return Instant.now(clock);
  }

  /** The step is done; what follows may be done at once. */
  Progress done(Refund seen, RefundStep step) {
    return move(seen, now -> finish(seen, step, now));
  }

  /** {@link #done} inside of a transaction that holds the refund as it was seen. */
  Progress finish(Refund held, RefundStep step, Instant now) {
    refunds.save(held.with(step, new StepState.Done(now, Optional.empty())));
    append(
        held,
        now,
        new RefundStepDone(
            held.id(), step.act().getClass().getSimpleName(), step.act().amount(), step.isMoney()));
    return new Progress.WaitUntil(now);
  }

  /** All steps are done. */
  Progress completed(Refund seen) {
    return move(
        seen,
        now -> {
          refunds.save(seen.done(now));
          append(seen, now, new RefundCompleted(seen.id(), seen.payment(), seen.amount()));
          return Progress.DONE;
        });
  }

  Progress cancelled(Refund seen) {
    return move(
        seen,
        now -> {
          refunds.save(seen.cancelled(now));
          if (seen.ofOrder() && seen.everything()) {
            withhold.release(seen.merchant(), seen.order(), now);
            followUps.schedule(new IssueInvoice(seen.merchant(), seen.order()), now);
          }
          append(seen, now, new RefundCancelled(seen.id()));
          return Progress.DONE;
        });
  }

  /**
   * Makes sure that a step of it may still begin. In a transaction that holds the order's lock.
   *
   * @throws IllegalMoveException R-CAP-13 if it was called off or ended meanwhile
   */
  void demandUnderWay(Refund seen) {
    Refund known = refunds.find(seen.merchant(), seen.id()).orElseThrow();
    if (!(known.status() instanceof Refund.Status.UnderWay)) {
      throw new IllegalMoveException("R-CAP-13", "its refund is not under way", "asking for it");
    }
  }

  /** Writes down what the step waits for, once. */
  Progress waits(Refund seen, RefundStep step, String on, Progress until) {
    return isWaiting(step, on)
        ? until
        : move(
            seen,
            now -> {
              refunds.save(seen.with(step, waiting(step, on, now)));
              return until;
            });
  }

  /** {@link #waits} until the bank has moved the card; a person is told once if it takes long. */
  Progress waitsForTheBank(Refund seen, RefundStep step, String on, Progress until) {
    if (step.state() instanceof StepState.Waiting(String _, Instant since)
        && !now().isBefore(since.plus(LONG))) {
      transactions.run(() -> {
        lock(seen);
        raiseOnce(seen, RefundIncident.REFUND_WAITS, since);
      });
    }
    return waits(seen, step, on, until);
  }

  private static boolean isWaiting(RefundStep step, String on) {
    return step.state() instanceof StepState.Waiting known && known.on().equals(on);
  }

  private static StepState.Waiting waiting(RefundStep step, String on, Instant now) {
    return new StepState.Waiting(
        on, step.state() instanceof StepState.Waiting before ? before.since() : now);
  }

  /** A person is to pay it back, and is told so once. */
  Progress byHand(Refund seen, RefundStep step) {
    String on = "a person who pays it back";
    return isWaiting(step, on)
        ? Progress.DONE
        : move(
            seen,
            now -> {
              refunds.save(seen.with(step, waiting(step, on, now)));
              raise(seen, RefundIncident.PAY_BY_HAND, now);
              return Progress.DONE;
            });
  }

  Progress stopped(Refund seen, RefundStep step, String code, String message) {
    return move(seen, now -> stop(seen, step, code, message, now));
  }

  Progress stopped(Refund seen, RefundStep step, RuleViolationException broken) {
    var first = broken.violations().getFirst();
    return stopped(seen, step, first.rule(), first.message());
  }

  /** {@link #stopped} inside of a transaction that holds the refund as it was seen. */
  Progress stop(Refund held, RefundStep step, String code, String message, Instant now) {
    refunds.save(held.stopped(step, code, message));
    append(
        held,
        now,
        new RefundStopped(held.id(), step.act().getClass().getSimpleName(), code, message));
    raise(held, RefundIncident.REFUND_STOPPED, now);
    return Progress.DONE;
  }

  /** In a transaction. */
  void raise(Refund refund, RefundIncident incident, Instant now) {
    append(refund, now, raised(refund, incident));
  }

  private void raiseOnce(Refund refund, RefundIncident incident, Instant since) {
    IncidentRaised raised = raised(refund, incident);
    Optional<OrderId> order = Optional.of(refund.order());
    events.appendOnce(refund.merchant(), order, now(), raised, Fact.of(order, raised).since(since));
  }

  private static IncidentRaised raised(Refund refund, RefundIncident incident) {
    return new IncidentRaised(incident.name(), refund.id().value(), incident.advice());
  }

  Progress move(Refund seen, Move move) {
    return transactions.inTransaction(() -> {
      Instant now = now();
      return lock(seen).equals(seen) ? move.make(now) : new Progress.WaitUntil(now);
    });
  }

  void append(Refund refund, Instant now, DomainEvent event) {
    events.append(refund.merchant(), refund.order(), now, event);
  }

  /** What is written while the refund is held as it was seen. */
  interface Move {
    Progress make(Instant now);
  }
}
