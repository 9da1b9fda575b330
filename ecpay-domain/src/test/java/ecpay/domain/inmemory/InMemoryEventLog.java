package ecpay.domain.inmemory;

import ecpay.domain.event.DomainEvent;
import ecpay.domain.event.EventLog;
import ecpay.domain.event.RecordedEvent;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class InMemoryEventLog implements EventLog {
  final Table<Long, RecordedEvent> table;

  InMemoryEventLog(InMemoryBooks books) {
    this.table = new Table<>(books, List.of());
  }

  @Override
  public void append(MerchantId merchant, Optional<OrderId> order, Instant at, DomainEvent event) {
    long sequence = table.size() + 1L;
    table.add(sequence, new RecordedEvent(sequence, merchant, order, at, event));
  }

  @Override
  public List<RecordedEvent> ofOrder(MerchantId merchant, OrderId order) {
    return table.where(recorded ->
        recorded.merchant().equals(merchant) && recorded.order().equals(Optional.of(order)));
  }

  @Override
  public List<RecordedEvent> incidents(MerchantId merchant, long before, int most) {
    return table
        .where(recorded ->
            recorded.merchant().equals(merchant)
                && recorded.sequence() < before
                && recorded.event() instanceof DomainEvent.IncidentRaised)
        .reversed()
        .stream()
        .limit(most)
        .toList();
  }
}
