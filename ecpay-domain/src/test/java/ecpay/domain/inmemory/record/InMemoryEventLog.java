package ecpay.domain.inmemory.record;

import ecpay.domain.event.DomainEvent;
import ecpay.domain.event.EventLog;
import ecpay.domain.event.Fact;
import ecpay.domain.event.RecordedEvent;
import ecpay.domain.inmemory.table.Table;
import ecpay.domain.inmemory.table.Tables;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

public final class InMemoryEventLog implements EventLog {
  private final Table<Long, RecordedEvent> table;
  private final Table<ToldFact, Instant> told;

  public InMemoryEventLog(Tables tables) {
    this.table = tables.table(List.of());
    this.told = tables.table(List.of());
  }

  private record ToldFact(MerchantId merchant, String name) {}

  @Override
  public void append(MerchantId merchant, Optional<OrderId> order, Instant at, DomainEvent event) {
    long sequence = table.size() + 1L;
    table.add(sequence, new RecordedEvent(sequence, merchant, order, at, event));
  }

  @Override
  public boolean appendOnce(
      MerchantId merchant,
      Optional<OrderId> order,
      Instant at,
      DomainEvent.IncidentRaised incident,
      Fact fact) {
    ToldFact key = new ToldFact(merchant, fact.name());
    if (told.find(key).filter(fact::isTold).isPresent()) {
      return false;
    }
    told.remove(key);
    told.add(key, at);
    append(merchant, order, at, incident);
    return true;
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

  /** The events that belong to no order, oldest first. */
  public List<DomainEvent> orderless() {
    return table.where(recorded -> recorded.order().isEmpty()).stream()
        .map(RecordedEvent::event)
        .toList();
  }
}
