package ecpay.crypto;

/**
 * How the text under a CheckMacValue writes a space. AIO always writes {@link #PLUS}; the allowance
 * callback has been seen with both (D-06).
 */
public enum SpaceEncoding {
  /** {@code +}, the rule. */
  PLUS,
  /** {@code %20}, seen in the allowance callback of seed 004. */
  PERCENT20
}
