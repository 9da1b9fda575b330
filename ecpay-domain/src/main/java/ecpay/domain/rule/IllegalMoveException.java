package ecpay.domain.rule;

/** A state machine was asked for a move that does not exist from where it is. */
public final class IllegalMoveException extends RuntimeException {
  private final String rule;

  /**
   * @param rule the rule that the move would break
   * @param from the state as a person calls it
   * @param move what was asked for
   */
  public IllegalMoveException(String rule, String from, String move) {
    super(rule + ": " + move + " is not possible while " + from);
    this.rule = rule;
  }

  /** The rule that the move would break, such as {@code R-ALW-24}. */
  public String rule() {
    return rule;
  }
}
