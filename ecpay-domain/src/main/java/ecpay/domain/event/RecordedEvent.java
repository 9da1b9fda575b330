package ecpay.domain.event;

import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;
import java.time.Instant;
import java.util.Optional;

/**
 * An event in its place in the log.
 *
 * @param sequence grows with every event; gaps are possible
 * @param order empty for what belongs to no order: some incidents, and the API keys
 */
public record RecordedEvent(
    long sequence, MerchantId merchant, Optional<OrderId> order, Instant at, DomainEvent event) {}
