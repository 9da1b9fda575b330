package ecpay.domain.boundcard;

import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.offer.MemberId;
import java.time.Instant;

/**
 * What stays the same through all states of a bound card.
 *
 * @param tradeNo MerchantTradeNo of the binding, under which ECPay is asked about it
 */
public record Binding(
    CardId id, MerchantId merchant, MemberId member, MerchantTradeNo tradeNo, Instant startedAt) {}
