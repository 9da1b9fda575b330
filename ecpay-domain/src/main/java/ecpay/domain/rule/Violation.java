package ecpay.domain.rule;

import java.util.Objects;

/**
 * One broken rule.
 *
 * @param rule id of the rule in {@code docs/rules.md}, such as {@code R-ALW-03}
 * @param field path of the offending input, such as {@code lines[2].amount}; empty for the whole
 * @param message what is wrong and what would be right, for a person
 */
public record Violation(String rule, String field, String message) {
  public Violation {
    Objects.requireNonNull(rule);
    Objects.requireNonNull(field);
    Objects.requireNonNull(message);
  }

  /** The same violation seen from an enclosing input. */
  Violation within(String path) {
    if (path.isEmpty()) {
      return this;
    }
    String inner = field.isEmpty() || field.startsWith("[") ? field : "." + field;
    return new Violation(rule, path + inner, message);
  }

  @Override
  public String toString() {
    return rule + " " + field + ": " + message;
  }
}
