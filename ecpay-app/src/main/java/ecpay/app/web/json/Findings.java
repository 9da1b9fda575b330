package ecpay.app.web.json;

import ecpay.domain.rule.RuleViolationException;
import ecpay.domain.rule.Violation;
import ecpay.domain.rule.Violations;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Everything that is wrong with one request, under the paths of its JSON. */
public final class Findings {
  /** For what the contract forbids before any rule of ECPay's is asked. */
  static final String CONTRACT = "openapi";

  /** Nobody reads more; and a large body could earn an answer of many megabytes. */
  private static final int MOST_TOLD = 100;

  private final List<Violation> found = new ArrayList<>();

  public int count() {
    return found.size();
  }

  public void add(String rule, String path, String message) {
    found.add(new Violation(rule, path, message));
  }

  /**
   * Builds a thing of the domain. What it refuses is reported under {@code path}, and a stand-in
   * takes its place, so that the rest of the request can be checked as well.
   */
  public <T> T check(String path, Supplier<T> build, T standIn) {
    try {
      return build.get();
    } catch (RuleViolationException broken) {
      broken.violations().forEach(one -> add(one.rule(), join(path, one.field()), one.message()));
      return standIn;
    }
  }

  /** {@link #check} for a single value, which has no fields of its own. */
  public <T> T checkValue(String path, Supplier<T> build, T standIn) {
    try {
      return build.get();
    } catch (RuleViolationException broken) {
      broken.violations().forEach(one -> add(one.rule(), path, one.message()));
      return standIn;
    }
  }

  public static String join(String path, String field) {
    if (path.isEmpty() || field.isEmpty() || field.startsWith("[")) {
      return path + field;
    }
    return path + "." + field;
  }

  public void throwIfAny() {
    Violations violations = new Violations();
    found.stream()
        .limit(MOST_TOLD)
        .forEach(one -> violations.require(false, one.rule(), one.field(), one.message()));
    violations.throwIfAny();
  }
}
