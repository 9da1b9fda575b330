package ecpay.domain.money;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Whole dollars for each of several exact amounts, by largest remainder. */
public final class Shares {
  private Shares() {}

  /**
   * The whole dollars of each amount; together they are the one rounding of the sum. An amount that
   * is whole already keeps its dollars.
   *
   * @param exact not negative
   */
  public static List<Money> of(List<BigDecimal> exact) {
    return of(sum(exact), exact);
  }

  /**
   * Deals {@code worth} out in the proportion of the weights: each gets its exact share rounded
   * down, or up to the next dollar where its remainder is among the largest (the first of equal
   * ones), so that all of them are the one rounding of {@code worth}.
   *
   * @param worth not negative, TWD
   * @param weights not negative; all shares are zero when all weights are
   */
  public static List<Money> of(BigDecimal worth, List<BigDecimal> weights) {
    BigDecimal whole = sum(weights);
    if (whole.signum() == 0) {
      return weights.stream().map(_ -> Money.ZERO).toList();
    }
    List<BigDecimal[]> shares =
        weights.stream().map(weight -> weight.multiply(worth).divideAndRemainder(whole)).toList();
    long[] dollars = shares.stream().mapToLong(share -> share[0].longValueExact()).toArray();
    long dealt = LongStream.of(dollars).sum();
    IntStream.range(0, dollars.length)
        .boxed()
        .sorted(comparing((Integer i) -> shares.get(i)[1]).reversed())
        .limit(Rounding.toWholeDollars(worth).twd() - dealt)
        .forEach(i -> dollars[i]++);
    return LongStream.of(dollars).mapToObj(Money::of).toList();
  }

  private static BigDecimal sum(List<BigDecimal> amounts) {
    return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
