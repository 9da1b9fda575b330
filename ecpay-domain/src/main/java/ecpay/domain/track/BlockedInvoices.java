package ecpay.domain.track;

import ecpay.domain.merchant.MerchantId;

/** Port: the invoices that could not be issued for want of a number. */
public interface BlockedInvoices {

  /**
   * Has them tried again, as there are numbers now; called outside a transaction, and again and
   * again while there are numbers. Without blocked invoices it does nothing.
   */
  void wake(MerchantId merchant);
}
