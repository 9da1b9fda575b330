package ecpay.domain.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * How an amount is written as price times count on a document, within one dollar (R-INV-04,
 * R-ALW-07).
 *
 * @param amount whole TWD with tax, what the line stands for
 * @param lot whether the units could not be kept, so that the amount is written as one lot
 */
public record PricedCount(UnitPrice price, Quantity count, Money amount, boolean lot) {
  private static final String LOT = "式";
  private static final int DECIMALS_OF_A_PRICE = 7;

  /** How many digits a line of a document may have. */
  public enum Limits {
    /** Count 8 and 7 digits, price 10 and 7 (R-INV-05). */
    INVOICE(7, 10, 999_999_999_999L),
    /** Count 8 and 2 digits (R-ALW-08), price 8 and 7 (R-ALW-09), amount 8 (R-ALW-10). */
    ALLOWANCE(2, 8, 99_999_999L);

    private final int countDecimals;
    private final int priceDigits;
    private final long mostTwd;

    Limits(int countDecimals, int priceDigits, long mostTwd) {
      this.countDecimals = countDecimals;
      this.priceDigits = priceDigits;
      this.mostTwd = mostTwd;
    }

    private boolean takeCount(BigDecimal count) {
      return count.signum() > 0 && Digits.fit(count, 8, countDecimals);
    }

    private boolean takePrice(BigDecimal price) {
      return Digits.fit(price, priceDigits, DECIMALS_OF_A_PRICE);
    }
  }

  /**
   * One line for that amount: the price as sold if it fits, else the price that the amount gives,
   * else, where seven decimals are too few or there are no units, one lot.
   *
   * @param units not negative; none for an amount that stands for no goods
   * @param amount at most what one line of the document takes
   */
  public static PricedCount of(UnitPrice sold, BigDecimal units, Money amount, Limits limits) {
    if (!limits.takeCount(units)) {
      return lot(amount, limits);
    }
    Quantity count = new Quantity(units);
    if (limits.takePrice(sold.value()) && Rounding.agree(sold, count, amount)) {
      return new PricedCount(sold, count, amount, false);
    }
    BigDecimal price =
        BigDecimal.valueOf(amount.twd())
            .divide(count.value(), DECIMALS_OF_A_PRICE, RoundingMode.HALF_UP);
    if (limits.takePrice(price) && Rounding.agree(new UnitPrice(price), count, amount)) {
      return new PricedCount(new UnitPrice(price), count, amount, false);
    }
    return lot(amount, limits);
  }

  /** {@link #of}, or several lots where the amount is more than one line of the document takes. */
  public static List<PricedCount> cut(
      UnitPrice sold, BigDecimal units, Money amount, Limits limits) {
    if (amount.twd() <= limits.mostTwd) {
      return List.of(of(sold, units, amount, limits));
    }
    List<PricedCount> lots = new ArrayList<>();
    for (long left = amount.twd(); left > 0; left -= limits.mostTwd) {
      lots.add(lot(Money.of(Math.min(left, limits.mostTwd)), limits));
    }
    return List.copyOf(lots);
  }

  /** Counted as 1, or as 10, 100 ... where the price would have too many digits otherwise. */
  private static PricedCount lot(Money amount, Limits limits) {
    BigDecimal price = BigDecimal.valueOf(amount.twd());
    BigDecimal count = BigDecimal.ONE;
    while (!limits.takePrice(price)) {
      price = price.movePointLeft(1);
      count = count.movePointRight(1);
    }
    return new PricedCount(new UnitPrice(price), new Quantity(count), amount, true);
  }

  /** What is counted: the unit as sold, or 式 for a lot. */
  public String unit(String sold) {
    return lot ? LOT : sold;
  }
}
