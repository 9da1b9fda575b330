package ecpay.domain.journal.usecase;

import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.event.EventLog;
import ecpay.domain.event.Fact;
import ecpay.domain.followup.Patience;
import ecpay.domain.journal.CallJournal;
import ecpay.domain.journal.CallJournal.Call;
import ecpay.domain.journal.CallJournal.Operation;
import ecpay.domain.order.OfOrder;
import ecpay.domain.order.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Bounds what is sent again and again to an operation of ECPay that never answers, while its
 * queries do and say that nothing happened: after two lost calls of an order in a row the pauses
 * grow from 5 minutes to 6 hours, and after {@value #PATIENT_CALLS} a person is told, once.
 */
public final class LostCalls {
  static final String INCIDENT = "CALLS_UNANSWERED";
  static final String ADVICE =
      "ECPay leaves this operation unanswered again and again, and its records show that nothing"
          + " happened; it is tried every 6 hours from now on. Ask ECPay whether its service is"
          + " down, and look whether a proxy drops our calls. What cannot wait can be done in"
          + " ECPay's back office: it is found there before the next call leaves (R-PAY-13)";

  private static final int PATIENT_CALLS = 8;
  private static final int FREE_CALLS = 2;
  private static final Duration FIRST = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofHours(6);

  /** Calls that lie so far apart are about different things. */
  private static final Duration APART = Duration.ofDays(1);

  private final CallJournal journal;
  private final EventLog events;
  private final Patience patience;

  public LostCalls(CallJournal journal, EventLog events, Patience patience) {
    this.journal = journal;
    this.events = events;
    this.patience = patience;
  }

  /**
   * Until when nothing may leave; empty if it may now. Tells a person where it has gone on for too
   * long. In a transaction.
   */
  Optional<Instant> pause(OfOrder about, Operation operation, Instant now) {
    Optional<Row> row = row(about, operation, now);
    row.filter(lost -> lost.calls >= PATIENT_CALLS)
        .ifPresent(lost -> tell(about, operation, lost, now));
    return row.filter(lost -> lost.calls >= FREE_CALLS)
        .map(lost -> lost.last.plus(pauseAfter(lost.calls)))
        .filter(now::isBefore);
  }

  /**
   * Lost calls in a row.
   *
   * @param calls from 1
   */
  private record Row(int calls, Instant first, Instant last) {
    static Row of(Call call) {
      return new Row(1, call.openedAt(), call.openedAt());
    }

    Row and(Call call) {
      return call.openedAt().isAfter(last.plus(APART))
          ? of(call)
          : new Row(calls + 1, first, call.openedAt());
    }
  }

  /** The lost calls since the latest one that ECPay answered. */
  private Optional<Row> row(OfOrder about, Operation operation, Instant now) {
    Optional<Row> row = Optional.empty();
    for (Call call : journal.ofOrder(about.merchant(), about.order())) {
      if (call.operation() != operation) {
        continue;
      }
      if (isLost(call, now)) {
        row = Optional.of(row.map(before -> before.and(call)).orElseGet(() -> Row.of(call)));
      } else if (call.isAnswered()) {
        row = Optional.empty();
      }
    }
    return row;
  }

  /** Also one whose caller was killed; but not one that may still be under way. */
  private boolean isLost(Call call, Instant now) {
    return call.isUnknown()
        || (call.closedAt().isEmpty() && !now.isBefore(patience.after(call.openedAt())));
  }

  private static Duration pauseAfter(int calls) {
    Duration doubled = FIRST.multipliedBy(1L << Math.min(calls - FREE_CALLS, 10));
    return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }

  private void tell(OfOrder about, Operation operation, Row lost, Instant now) {
    IncidentRaised raised = new IncidentRaised(INCIDENT, operation.name(), ADVICE);
    Optional<OrderId> order = Optional.of(about.order());
    events.appendOnce(
        about.merchant(), order, now, raised, Fact.of(order, raised).since(lost.first));
  }
}
