package ecpay.domain.reconciliation;

import java.util.List;

/** A statement file that is being read. It is never in memory as a whole. To be closed. */
public interface StatementLines extends AutoCloseable {

  /**
   * The next rows, in the order of the file; none at its end.
   *
   * @param most at least 1
   * @throws BrokenStatementException when the file is none, or cannot be read on
   */
  List<StatementEntry> next(int most);

  @Override
  void close();
}
