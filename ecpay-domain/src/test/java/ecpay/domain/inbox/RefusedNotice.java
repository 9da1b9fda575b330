package ecpay.domain.inbox;

import ecpay.domain.merchant.MerchantId;
import java.time.Instant;

/**
 * Evidence of a notice that was not authentic.
 *
 * @param bodyLength how many bytes of it are kept
 * @param at when it came last
 */
public record RefusedNotice(
    MerchantId merchant, String callback, String reason, int bodyLength, Instant at) {}
