package ecpay.domain.event;

import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Port: the append-only log. Append only inside the transaction that makes the event true. */
public interface EventLog {
  void append(MerchantId merchant, Optional<OrderId> order, Instant at, DomainEvent event);

  /** {@link #append} for the usual event, which belongs to an order. */
  default void append(MerchantId merchant, OrderId order, Instant at, DomainEvent event) {
    append(merchant, Optional.of(order), at, event);
  }

  /** All events of an order, oldest first. */
  List<RecordedEvent> ofOrder(MerchantId merchant, OrderId order);

  /**
   * What a person must look at, whether it belongs to an order or not, newest first.
   *
   * @param before only those with a lesser sequence
   * @param most how many at most, 1 to 1000
   */
  List<RecordedEvent> incidents(MerchantId merchant, long before, int most);
}
