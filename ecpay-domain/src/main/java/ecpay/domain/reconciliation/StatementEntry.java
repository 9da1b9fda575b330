package ecpay.domain.reconciliation;

/** What a row of a statement file came to. */
public sealed interface StatementEntry permits StatementLine, StatementEntry.Unreadable {
  /** Where it stands in the file; the header row is row 1. */
  long row();

  /**
   * A row that says nothing that can be used. It is counted and told of, and the others are read.
   *
   * @param reason what is wrong with which column; never the row itself
   */
  record Unreadable(long row, String reason) implements StatementEntry {}
}
