package ecpay.domain.property;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Something that holds for every random case. {@code -Decpay.seed} and {@code -Decpay.runs} choose
 * other cases; a case that failed once is kept in the test and runs first for ever.
 */
public final class Property {
  private static final long SEED = Long.getLong("ecpay.seed", 20_261_121L);
  private final int runs;
  private final List<Long> kept;

  private Property(int runs, List<Long> kept) {
    this.runs = Integer.getInteger("ecpay.runs", runs);
    this.kept = kept;
  }

  /** One case. */
  public interface Case {
    void check(RandomGenerator random);
  }

  /**
   * A property to be checked with so many fresh cases.
   *
   * @param keptCases the cases that once failed
   */
  public static Property of(int runs, Long... keptCases) {
    return new Property(runs, List.of(keptCases));
  }

  /**
   * Checks all cases.
   *
   * @throws AssertionError with the seed and number of the first case that fails
   */
  public void holds(Case property) {
    kept.forEach(seed -> check(property, seed, "kept case"));
    SplittableRandom seeds = new SplittableRandom(SEED);
    IntStream.range(0, runs)
        .forEach(number ->
            check(property, seeds.nextLong(), "-Decpay.seed=" + SEED + " case " + number));
  }

  private static void check(Case property, long seed, String name) {
    try {
      property.check(new SplittableRandom(seed));
    } catch (AssertionError | RuntimeException broken) {
      throw new AssertionError(
          name + ", to be kept as " + seed + "L: " + broken.getMessage(), broken);
    }
  }
}
