package ecpay.domain.payment.usecase;

import ecpay.domain.order.OrderId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When buyers tried to pay again, so that the questions to ECPay which precede an attempt are
 * bounded also when no attempt comes of them. It is kept by each node for itself, for the orders
 * tried last; the attempts are counted in the books ({@link AttemptPace}).
 */
final class RecentTries {
  private static final int MOST_ORDERS = 10_000;

  private final Map<OrderId, List<Instant>> tries = new LinkedHashMap<>();

  /** Enters a try, or gives the time from which on one is taken. */
  synchronized Optional<Instant> enter(OrderId order, Instant now) {
    List<Instant> known = tries.getOrDefault(order, List.of());
    Optional<Instant> later =
        AttemptPace.later(known, AttemptPace.MOST_AT_ONCE, AttemptPace.A_WHILE, now);
    if (later.isEmpty()) {
      tries.remove(order); // so that it is the newest one
      tries.put(
          order,
          Stream.concat(Stream.of(now), known.stream()).limit(AttemptPace.MOST_AT_ONCE).toList());
      if (tries.size() > MOST_ORDERS) {
        tries.remove(tries.keySet().iterator().next());
      }
    }
    return later;
  }
}
