package ecpay.sandbox.field;

/**
 * The RtnCodes a service uses for fields in general.
 *
 * @param missing a required field or object is absent or empty
 * @param malformed a field has a wrong format or breaks a rule with other fields
 */
public record Codes(int missing, int malformed) {
  /** ECPG: 5100010 and 5100011 (errors.md section 3). */
  public static final Codes PAYMENT = new Codes(5100010, 5100011);

  /**
   * E-invoice: 10000002 for a missing field (errors.md section 4). For every other broken field
   * rule the reference has no code (U-09), so 10000003 is the sandbox's own stand-in; a client must
   * treat it as it treats any code it does not know.
   */
  public static final Codes INVOICE = new Codes(10000002, 10000003);

  /** Data has no MerchantID (reference README section 6). */
  public static final int NO_MERCHANT = 5000220;

  /** Data names another MerchantID than the envelope (reference README section 6). */
  public static final int OTHER_MERCHANT = 5000261;

  /** The same on the {@code ecpayment} host (errors.md section 3). */
  public static final int OTHER_MERCHANT_AT_ECPAYMENT = 5100074;

  /**
   * RelateNumber was used before, in whatever case. The reference has two codes, 10000009 and
   * 5070357; the sandbox answers the one seen in the field.
   */
  public static final int RELATE_NUMBER_USED = 5070357;

  /** No such invoice (errors.md section 4). */
  public static final int NO_INVOICE = 2;

  /** No such allowance (errors.md section 4). */
  public static final int NO_ALLOWANCE = 2000039;

  /** Nothing to list (errors.md section 4). */
  public static final int NO_DATA = 7;

  /**
   * A document of the e-invoice is in a state, or its time is past, in which it cannot be done. The
   * reference has no code for it (U-09); this is the sandbox's own stand-in.
   */
  public static final int FORBIDDEN_BY_STATE = 10000004;

  /** MerchantTradeNo was used before (D-31). */
  public static final int NUMBER_USED = 10200047;

  /** The bank refused the card. */
  public static final int CARD_REFUSED = 10200058;

  /** 3-D Secure failed or was cancelled. */
  public static final int AUTHENTICATION_FAILED = 10200043;

  /** The bank did not answer in time. */
  public static final int CARD_TIMED_OUT = 10200115;

  /** Order or authorization not found on the {@code ecpayment} host (errors.md section 3). */
  public static final int NO_TRADE = 10000185;

  /** A periodic contract has stopped already (errors.md section 3). */
  public static final int CONTRACT_STOPPED = 100006;

  /**
   * DoAction or ReAuth is refused; RtnMsg says why, as in {@code error_amount_R}. The reference has
   * no number for it on ECPG (U-09); this is the sandbox's own stand-in.
   */
  public static final int CARD_ACTION_REFUSED = 10200999;

  /** The edge filter met a forbidden word or an HTML tag (payments-aio.md section 8). */
  public static final int FORBIDDEN_TEXT = 10400011;
}
