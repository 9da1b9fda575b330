package ecpay.sandbox.wire;

/** The operation is over, and the connection breaks without an answer. What was done stays done. */
public final class NoAnswer extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Breaks the connection.
   *
   * @param reason for the journal
   */
  public NoAnswer(String reason) {
    super(reason, null, false, false);
  }

  String reason() {
    var reason = getMessage();
    return reason == null ? "" : reason;
  }
}
