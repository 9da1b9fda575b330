package ecpay.sandbox.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that wait for a call to strike; each strikes a set number of times, oldest first. */
public final class Faults {
  /** The most faults that may wait at once. */
  public static final int CAPACITY = 1_000;

  /**
   * One planned fault.
   *
   * @param operation ECPay's name of the operation, or {@code *} for any
   * @param times how many calls it still strikes, 1 to 1,000,000
   * @param delayMillis how long the call waits first, 0 to 120,000 milliseconds
   */
  public record Fault(String operation, FaultKind kind, int times, long delayMillis) {
    public Fault {
      if (times < 1 || times > 1_000_000) {
        throw new IllegalArgumentException("times must be from 1 to 1000000");
      }
      if (delayMillis < 0 || delayMillis > 120_000) {
        throw new IllegalArgumentException("delayMillis must be from 0 to 120000");
      }
    }

    private Fault once() {
      return new Fault(operation, kind, times - 1, delayMillis);
    }

    private boolean strikes(String name) {
      return operation.equals("*") || operation.equals(name);
    }
  }

  private final List<Fault> waiting = new ArrayList<>();

  /**
   * Adds a fault behind those that wait.
   *
   * @throws IllegalArgumentException when too many wait already
   */
  public synchronized void add(Fault fault) {
    if (waiting.size() >= CAPACITY) {
      throw new IllegalArgumentException("too many faults wait already");
    }
    waiting.add(fault);
  }

  public synchronized List<Fault> list() {
    return List.copyOf(waiting);
  }

  public synchronized void clear() {
    waiting.clear();
  }

  /** Takes one strike of the oldest fault for this operation. */
  synchronized Optional<Fault> take(String operation) {
    for (int i = 0; i < waiting.size(); i++) {
      var fault = waiting.get(i);
      if (fault.strikes(operation)) {
        if (fault.times() == 1) {
          waiting.remove(i);
        } else {
          waiting.set(i, fault.once());
        }
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }
}
