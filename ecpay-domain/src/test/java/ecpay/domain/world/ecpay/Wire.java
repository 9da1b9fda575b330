package ecpay.domain.world.ecpay;

import ecpay.domain.answer.Answer;
import ecpay.domain.transaction.Transactions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;

/**
 * The line to ECPay: counts the calls, breaks them by script, and is never used in a transaction.
 */
public final class Wire {
  private final Transactions transactions;
  private final List<String> calls = new ArrayList<>();
  private final Map<String, Queue<Fault>> script = new HashMap<>();
  private final Map<String, Runnable> others = new HashMap<>();

  public Wire(Transactions transactions) {
    this.transactions = transactions;
  }

  /** What happens to the next calls of an operation; those after them go well. */
  public void script(String operation, Fault... faults) {
    script.computeIfAbsent(operation, _ -> new ArrayDeque<>()).addAll(Arrays.asList(faults));
  }

  /** What another request does while the next call of an operation is on its way. */
  public void meanwhile(String operation, Runnable other) {
    others.put(operation, other);
  }

  /** How often an operation was called. */
  public int count(String operation) {
    return Collections.frequency(calls, operation);
  }

  public <T> Answer<T> call(String operation, Supplier<Answer<T>> act) {
    if (isInTransaction()) {
      throw new AssertionError(operation + " is called inside a transaction");
    }
    calls.add(operation);
    Optional.ofNullable(others.remove(operation)).ifPresent(Runnable::run);
    Queue<Fault> faults = script.getOrDefault(operation, new ArrayDeque<>());
    Fault fault = faults.isEmpty() ? Fault.NONE : faults.remove();
    return switch (fault) {
      case NONE -> act.get();
      case REFUSED -> new Answer.Refused<>("10200047", "scripted refusal");
      case NOT_SENT -> new Answer.NotSent<>("scripted: no connection");
      case LOST -> new Answer.Unknown<>("scripted: time-out", true);
      case DONE_BUT_LOST ->
          act.get() instanceof Answer.Refused<T> refused
              ? refused
              : new Answer.Unknown<>("scripted: time-out", true);
      case HTTP_500 -> new Answer.Unknown<>("scripted: HTTP 500", false);
      case DONE_BUT_HTTP_500 ->
          act.get() instanceof Answer.Refused<T> refused
              ? refused
              : new Answer.Unknown<>("scripted: HTTP 500", false);
    };
  }

  private boolean isInTransaction() {
    try {
      transactions.run(() -> {});
      return false;
    } catch (IllegalStateException nested) {
      return true;
    }
  }
}
