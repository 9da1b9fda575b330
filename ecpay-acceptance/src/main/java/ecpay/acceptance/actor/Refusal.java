package ecpay.acceptance.actor;

import java.util.List;

/** The platform refused what an actor wanted, and said which rules it breaks. */
public final class Refusal extends StoryFailure {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final List<String> rules;

  Refusal(String message, int status, List<String> rules) {
    super(message, null);
    this.status = status;
    this.rules = List.copyOf(rules);
  }

  /**
   * How the platform refuses that.
   *
   * @return the rules that it would break, in the order they were named; the HTTP status where no
   *     rule was named; "accepted" if it is not refused
   */
  public static String of(Runnable wish) {
    try {
      wish.run();
      return "accepted";
    } catch (Refusal refusal) {
      return refusal.rules.isEmpty()
          ? Integer.toString(refusal.status)
          : String.join(" ", refusal.rules);
    }
  }
}
