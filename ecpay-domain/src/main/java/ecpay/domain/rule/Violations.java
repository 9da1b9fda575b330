package ecpay.domain.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with one input, so that its sender learns everything at once.
 *
 * <p>Use: check, take parts, then {@link #throwIfAny()}; only after that may parts be read.
 */
public final class Violations {
  private final List<Violation> found = new ArrayList<>();

  /** Reports {@code rule} unless it holds, and tells whether it holds. */
  public boolean require(boolean holds, String rule, String field, String message) {
    if (!holds) {
      found.add(new Violation(rule, field, message));
    }
    return holds;
  }

  /** Builds a part of the input; its violations are reported under {@code path}. */
  public <T> Part<T> part(String path, Supplier<T> build) {
    try {
      return new Part<>(build.get());
    } catch (RuleViolationException broken) {
      broken.violations().forEach(violation -> found.add(violation.within(path)));
      return new Part<>(null);
    }
  }

  /**
   * Ends the collection.
   *
   * @throws RuleViolationException with everything found, if anything was
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new RuleViolationException(found);
    }
  }

  /** Throws a single violation unless it holds. */
  public static void demand(boolean holds, String rule, String field, String message) {
    if (!holds) {
      throw new RuleViolationException(List.of(new Violation(rule, field, message)));
    }
  }

  /** A part that exists only if it broke no rule. */
  public static final class Part<T> {
    private final @Nullable T value;

    private Part(@Nullable T value) {
      this.value = value;
    }

    /** The part; to be called after {@link Violations#throwIfAny()}. */
    public T get() {
      if (value == null) {
        throw new IllegalStateException("a part was read before its violations were thrown");
      }
      return value;
    }

    /** Whether the part broke no rule, for checks across parts. */
    public boolean isSound() {
      return value != null;
    }
  }
}
