package ecpay.domain.allowance;

/** Port: which allowances belong to money that went back, or goes back (R-CAP-13). */
public interface BoundAllowances {
  /**
   * Whether it is the document of a refund that is not called off; without it, money and documents
   * would not agree any more. Hold the order's lock.
   */
  boolean isBound(Allowance allowance);
}
