package ecpay.domain.boundcard;

import ecpay.domain.merchant.EcpayMerchantId;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.report.PaymentFailure;

/** What the member's browser brings back from a binding (CB-04): a claim, to be confirmed. */
public sealed interface BindResult {
  EcpayMerchantId merchantId();

  MerchantTradeNo tradeNo();

  record Claimed(EcpayMerchantId merchantId, MerchantTradeNo tradeNo, BindCardId card)
      implements BindResult {}

  record Refused(EcpayMerchantId merchantId, MerchantTradeNo tradeNo, PaymentFailure failure)
      implements BindResult {}
}
