package ecpay.domain.invoice;

import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;

/** Port: which orders may not be invoiced any more, for their money has gone back (R-CAP-13). */
public interface Withheld {
  /**
   * Whether all that is left of the order's money goes back or has gone back. A refund in part goes
   * back on an invoice, and leaves the rest to be invoiced (R-INV-34). Hold the order's lock.
   */
  boolean isWithheld(MerchantId merchant, OrderId order);
}
