package ecpay.sandbox.merchant;

/** The two services whose keys never work for each other (reference README section 4). */
public enum Service {
  /** In-site payment: {@code /Merchant/*} and {@code /1.0.0/*}. */
  PAYMENT,
  /** B2C e-invoice: {@code /B2CInvoice/*}. */
  INVOICE
}
