package ecpay.sandbox.field;

import java.util.Collection;
import java.util.List;

/**
 * The names that a control call or a buyer's form knows. A misspelt one is refused, so that nobody
 * believes he has set what he has not.
 */
public final class Names {
  private Names() {}

  /**
   * Refuses a name that is not known.
   *
   * @param what it is, in the words of the refusal
   * @throws IllegalArgumentException with the unknown name and the known ones
   */
  public static void check(String what, Collection<String> sent, List<String> known) {
    sent.stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .ifPresent(unknown -> {
          throw new IllegalArgumentException(
              "unknown %s %s; known here: %s"
                  .formatted(what, unknown, known.isEmpty() ? "none" : String.join(", ", known)));
        });
  }

  /** The name itself, which the call must have declared: else who sends it would be refused. */
  public static String declared(String name, List<String> known) {
    if (!known.contains(name)) {
      throw new IllegalStateException(name + " is read but not among " + known);
    }
    return name;
  }
}
