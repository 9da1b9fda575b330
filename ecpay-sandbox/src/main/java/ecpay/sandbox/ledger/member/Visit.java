package ecpay.sandbox.ledger.member;

import java.time.Instant;

/**
 * A member who may look at the own cards for a while.
 *
 * @param expiry from then on the page is gone
 */
public record Visit(String merchantId, String memberId, Instant expiry) {}
