package ecpay.domain.reconciliation;

/** What was taken for a statement file is none, lacks a column, or ends before its end. */
public final class BrokenStatementException extends RuntimeException {
  /**
   * @param message what is wrong and where, for an operator; no row of the file
   */
  public BrokenStatementException(String message) {
    super(message);
  }
}
