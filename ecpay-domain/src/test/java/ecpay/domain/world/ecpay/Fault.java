package ecpay.domain.world.ecpay;

/** What may happen to a call. */
public enum Fault {
  NONE,
  REFUSED,
  NOT_SENT,
  /** It never arrives and nobody knows. */
  LOST,
  /** ECPay acts; its answer is lost. */
  DONE_BUT_LOST,
  /** ECPay answers 500 and has done nothing. */
  HTTP_500,
  /** ECPay answers 500 although it acted. */
  DONE_BUT_HTTP_500
}
