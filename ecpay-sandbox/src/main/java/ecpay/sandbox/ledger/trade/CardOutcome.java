package ecpay.sandbox.ledger.trade;

/** What a test card leads to once its holder has passed 3-D Secure. */
public enum CardOutcome {
  /** Approved after 3-D Secure. */
  APPROVED,
  /** Approved at once, without 3-D Secure (seed 001, third variant). */
  APPROVED_WITHOUT_3D,
  /** The bank says no: 10200058. */
  REFUSED,
  /** 3-D Secure itself fails: 10200043. */
  AUTHENTICATION_FAILED,
  /** No answer comes, and nothing has happened: 10200115 where an answer has to be given. */
  TIMED_OUT,
  /** No answer comes; five minutes later it is approved, and ten more later the shop is told. */
  APPROVED_LATE
}
