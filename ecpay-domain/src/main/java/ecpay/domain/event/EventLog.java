package ecpay.domain.event;

import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Port: the append-only log. Append only inside the transaction that makes the event true. */
public interface EventLog {
  /**
   * Appends what is true because of a change of this transaction, which nobody can make twice: its
   * lock or its unique key sees to that.
   *
   * @throws IllegalStateException outside of a transaction
   */
  void append(MerchantId merchant, Optional<OrderId> order, Instant at, DomainEvent event);

  /** {@link #append} for the usual event, which belongs to an order. */
  default void append(MerchantId merchant, OrderId order, Instant at, DomainEvent event) {
    append(merchant, Optional.of(order), at, event);
  }

  /**
   * Appends what anybody may come upon by looking, unless the fact is told already. The books see
   * to it: who tells the same fact at the same moment waits for the other one to end, and then
   * tells nothing, or tells it because the other one has failed.
   *
   * @return whether it was appended
   * @throws IllegalStateException outside of a transaction
   */
  boolean appendOnce(
      MerchantId merchant, Optional<OrderId> order, Instant at, IncidentRaised incident, Fact fact);

  /** {@link #appendOnce} of what an incident says of an order, told once for ever. */
  default boolean appendOnce(
      MerchantId merchant, OrderId order, Instant at, IncidentRaised incident) {
    return appendOnce(
        merchant, Optional.of(order), at, incident, Fact.of(Optional.of(order), incident));
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
