package ecpay.domain.check;

import ecpay.domain.rule.Violation;
import java.util.List;
import java.util.stream.Collectors;

/** Whether an invoice may be issued, as far as the tax authority knows its buyer. */
public sealed interface Verdict {

  /** Nothing speaks against it. */
  record Passed() implements Verdict {}

  /** Something does not exist (R-INV-14, R-INV-07, R-INV-15); all of it is told. */
  record Refused(List<Violation> violations) implements Verdict {
    public Refused {
      violations = List.copyOf(violations);
    }

    /** All of it in one line. */
    public String message() {
      return violations.stream().map(Violation::toString).collect(Collectors.joining("; "));
    }
  }

  /**
   * The authority could not be asked and the merchant wants to wait.
   *
   * @param reason for an operator
   */
  record Unavailable(String reason) implements Verdict {}
}
