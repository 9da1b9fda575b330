package ecpay.domain.rule;

import java.util.List;
import java.util.function.Supplier;

/** Tells which rules an input breaks. */
public final class Broken {
  private Broken() {}

  /** Everything that is wrong with what is built; empty when nothing is. */
  public static List<Violation> by(Supplier<?> input) {
    try {
      Object _ = input.get();
      return List.of();
    } catch (RuleViolationException broken) {
      return broken.violations();
    }
  }

  /** {@link #by}, each violation as its rule and field: {@code R-INV-04 amount}. */
  public static List<String> rules(Supplier<?> input) {
    return by(input).stream()
        .map(violation -> (violation.rule() + " " + violation.field()).strip())
        .toList();
  }

  /** The ids of the rules that the work breaks, in the order in which they are found. */
  public static List<String> rulesOf(Runnable work) {
    return by(
            () -> {
              work.run();
              return true;
            })
        .stream()
        .map(Violation::rule)
        .toList();
  }
}
