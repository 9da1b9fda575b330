package ecpay.sandbox.ledger;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What is to happen later, by the sandbox's clock and under the ledger's lock. */
public final class Agenda {
  private record Moment(LocalDateTime due, long number, Runnable action) {}

  private final PriorityQueue<Moment> moments =
      new PriorityQueue<>(Comparator.comparing(Moment::due).thenComparingLong(Moment::number));
  private long numbers;

  /** Runs the action once, at that time in Taipei. */
  public void at(LocalDateTime due, Runnable action) {
    if (moments.size() >= Ledger.CAPACITY) {
      throw new IllegalStateException("the ledger is full; start the sandbox anew");
    }
    moments.add(new Moment(due, numbers++, action));
  }

  void runDue(LocalDateTime now) {
    while (!moments.isEmpty() && !moments.element().due().isAfter(now)) {
      moments.remove().action().run();
    }
  }
}
