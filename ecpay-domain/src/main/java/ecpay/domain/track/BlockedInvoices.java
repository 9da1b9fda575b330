package ecpay.domain.track;

import ecpay.domain.merchant.MerchantId;

/** Port: the invoices that could not be issued for want of a number. */
public interface BlockedInvoices {

  /**
   * Has the oldest tried again, as there are numbers now; called outside a transaction, and again
   * and again while there are numbers.
   *
   * @param most how many at most
   * @return how many were woken; 0 where none is blocked
   */
  int wake(MerchantId merchant, long most);
}
