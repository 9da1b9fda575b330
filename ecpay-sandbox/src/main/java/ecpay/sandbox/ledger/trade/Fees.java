package ecpay.sandbox.ledger.trade;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What ECPay keeps of a payment: 2.75 %, to the cent (R-PAY-15). */
public final class Fees {
  private static final BigDecimal RATE = new BigDecimal("0.0275");

  private Fees() {}

  /** The fee of an amount in whole TWD; negative for a refund. */
  public static BigDecimal of(long amount) {
    return BigDecimal.valueOf(amount).multiply(RATE).setScale(2, RoundingMode.HALF_UP);
  }
}
