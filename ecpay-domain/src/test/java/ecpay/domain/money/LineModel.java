package ecpay.domain.money;

import java.math.BigDecimal;
import java.math.BigInteger;

/** What a storekeeper knows of one line: a heap of units and a purse of dollars. */
public final class LineModel {
  private static final int DECIMALS = 7;

  private BigInteger units;
  private long dollars;

  public LineModel(BigDecimal units, long dollars) {
    this.units = whole(units);
    this.dollars = dollars;
  }

  /** Ten-millionths of a unit, so that nothing is ever divided but to round. */
  private static BigInteger whole(BigDecimal units) {
    return units.movePointRight(DECIMALS).toBigIntegerExact();
  }

  public BigDecimal units() {
    return new BigDecimal(units, DECIMALS);
  }

  public long dollars() {
    return dollars;
  }

  public boolean isEmpty() {
    return units.signum() == 0 && dollars == 0;
  }

  public boolean holds(BigDecimal wanted) {
    return whole(wanted).compareTo(units) <= 0;
  }

  /** Twice the dollars and one half more, all rounded down: half up. */
  public long share(BigDecimal wanted) {
    if (whole(wanted).equals(units)) {
      return dollars;
    }
    BigInteger twice = BigInteger.valueOf(2 * dollars).multiply(whole(wanted)).add(units);
    return twice.divide(units.shiftLeft(1)).longValueExact();
  }

  public void take(BigDecimal wanted, long amount) {
    units = units.subtract(whole(wanted));
    dollars -= amount;
  }
}
