package ecpay.domain.invoice;

import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;

/** Port: which orders may not be invoiced any more, for their money has gone back (R-CAP-13). */
public interface Withheld {
  /** Whether money of the order goes back or has gone back. Hold the order's lock. */
  boolean isWithheld(MerchantId merchant, OrderId order);
}
