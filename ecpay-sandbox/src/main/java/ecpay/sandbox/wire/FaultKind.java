package ecpay.sandbox.wire;

/** The ways in which one call to ECPay can go wrong on purpose. */
public enum FaultKind {
  /** The operation acts, then the connection breaks without an answer. */
  LOST_ANSWER,
  /** The connection breaks before the operation acts. */
  LOST_REQUEST,
  /** The operation acts and answers, but only after the delay. */
  DELAY,
  /** HTTP 403 as for a caller that is too fast; nothing acts. */
  HTTP_403,
  /** HTTP 500; nothing acts. */
  HTTP_500,
  /** HTTP 200 with an HTML page instead of an envelope; nothing acts. */
  GARBAGE,
  /** An envelope with TransCode 0 and no Data; nothing acts. */
  TRANS_CODE,
  /** An envelope with TransCode 1 and empty Data; nothing acts. */
  EMPTY_DATA
}
