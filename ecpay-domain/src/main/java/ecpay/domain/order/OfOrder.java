package ecpay.domain.order;

import ecpay.domain.merchant.MerchantId;

/** What belongs to one order, whose lock guards it. */
public interface OfOrder {
  MerchantId merchant();

  OrderId order();
}
