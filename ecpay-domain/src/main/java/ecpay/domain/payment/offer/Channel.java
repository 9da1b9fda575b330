package ecpay.domain.payment.offer;

/** Where the buyer enters how to pay. */
public enum Channel {
  /** On our own page, in ECPay's embedded form (ECPG, in-site payment 2.0). */
  EMBEDDED,
  /** On ECPay's page, to which the buyer's browser posts a signed form (AIO). */
  HOSTED
}
