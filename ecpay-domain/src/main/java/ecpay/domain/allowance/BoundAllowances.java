package ecpay.domain.allowance;

import ecpay.domain.merchant.MerchantId;
import ecpay.domain.money.Money;
import ecpay.domain.order.OrderId;

/** Port: which allowances belong to money that went back, or goes back (R-CAP-13). */
public interface BoundAllowances {
  /**
   * Whether it is the document of a refund that is not called off; without it, money and documents
   * would not agree any more. Hold the order's lock.
   */
  boolean isBound(Allowance allowance);

  /**
   * What refunds of the order that are not called off gave back on account of allowances that are
   * not their own documents, TWD. Hold the order's lock.
   */
  Money onOthers(MerchantId merchant, OrderId order);
}
