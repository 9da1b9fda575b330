package ecpay.domain.rule;

/** A state machine was asked for a move that does not exist from where it is. */
public final class IllegalMoveException extends RuntimeException {
  private final String rule;
  private final String reason;

  /**
   * @param rule the rule that the move would break
   * @param from the state as a person calls it
   * @param move what was asked for
   */
  public IllegalMoveException(String rule, String from, String move) {
    String reason = move + " is not possible while " + from;
    super(rule + ": " + reason);
    this.rule = rule;
    this.reason = reason;
  }

  /** The rule that the move would break, such as {@code R-ALW-24}. */
  public String rule() {
    return rule;
  }

  /** The message without the rule, for where the rule stands beside it. */
  public String reason() {
    return reason;
  }
}
