package ecpay.app;

import ecpay.domain.event.DomainEvent;
import ecpay.domain.event.DomainEvent.ApiKeyAdded;
import ecpay.domain.event.DomainEvent.ApiKeyWithdrawn;
import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.event.EventLog;
import ecpay.domain.event.Fact;
import ecpay.domain.event.RecordedEvent;
import ecpay.domain.merchant.ApiKeyId;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The event log; each incident is a line of the log and counts in a meter as well, so that it
 * reaches somebody who does not ask; each change of the API keys is a line too. Told when it is
 * appended: one whose transaction is rolled back was told for nothing.
 */
final class ToldEvents implements EventLog {
  private static final Logger LOG = LoggerFactory.getLogger(ToldEvents.class);

  private final EventLog kept;
  private final MeterRegistry meters;

  ToldEvents(EventLog kept, MeterRegistry meters) {
    this.kept = kept;
    this.meters = meters;
  }

  @Override
  public void append(MerchantId merchant, Optional<OrderId> order, Instant at, DomainEvent event) {
    kept.append(merchant, order, at, event);
    if (event instanceof IncidentRaised incident) {
      tell(merchant, order, incident);
    }
    if (event instanceof ApiKeyAdded(ApiKeyId key, Optional<ApiKeyId> by)) {
      LOG.info("API key {} of {} was added by {}", key, merchant, asking(by));
    }
    if (event instanceof ApiKeyWithdrawn(ApiKeyId key, Optional<ApiKeyId> by)) {
      LOG.info("API key {} of {} was withdrawn by {}", key, merchant, asking(by));
    }
  }

  @Override
  public boolean appendOnce(
      MerchantId merchant,
      Optional<OrderId> order,
      Instant at,
      IncidentRaised incident,
      Fact fact) {
    boolean isNew = kept.appendOnce(merchant, order, at, incident, fact);
    if (isNew) {
      tell(merchant, order, incident);
    }
    return isNew;
  }

  /** Neither subject nor advice, which may quote ECPay and so the buyer (R-TRN-07). */
  private void tell(MerchantId merchant, Optional<OrderId> order, IncidentRaised incident) {
    LOG.warn(
        "a person must look: {} merchant={} order={}",
        incident.kind(),
        merchant,
        order.map(OrderId::value).orElse("none"));
    meters.counter("ecpay.incidents", "kind", incident.kind()).increment();
  }

  private static String asking(Optional<ApiKeyId> key) {
    return key.map(id -> "key " + id).orElse("an operator");
  }

  @Override
  public List<RecordedEvent> ofOrder(MerchantId merchant, OrderId order) {
    return kept.ofOrder(merchant, order);
  }

  @Override
  public List<RecordedEvent> incidents(MerchantId merchant, long before, int most) {
    return kept.incidents(merchant, before, most);
  }
}
