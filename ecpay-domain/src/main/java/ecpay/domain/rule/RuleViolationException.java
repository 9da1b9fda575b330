package ecpay.domain.rule;

import java.util.List;
import java.util.stream.Collectors;

/** An input broke at least one rule; carries every violation that was found in it. */
public final class RuleViolationException extends RuntimeException {
  private final transient List<Violation> violations;

  RuleViolationException(List<Violation> violations) {
    super(violations.stream().map(Violation::toString).collect(Collectors.joining("; ")));
    this.violations = List.copyOf(violations);
  }

  /** All violations, in the order in which they were found; never empty. */
  public List<Violation> violations() {
    return violations;
  }
}
