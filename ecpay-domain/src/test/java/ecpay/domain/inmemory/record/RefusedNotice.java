package ecpay.domain.inmemory.record;

import ecpay.domain.merchant.MerchantId;
import java.time.Instant;

/** Evidence of a notice that was not authentic. */
public record RefusedNotice(
    MerchantId merchant, String callback, String reason, int bodyLength, Instant at) {}
