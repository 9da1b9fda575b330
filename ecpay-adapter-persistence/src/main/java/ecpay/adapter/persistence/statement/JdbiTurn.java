package ecpay.adapter.persistence.statement;

import ecpay.adapter.persistence.transaction.JdbiTransactions;
import ecpay.domain.reconciliation.StatementSource;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * One row for all nodes, changed in a short transaction before each file is asked for, by the
 * database's clock, whatever time the nodes go by.
 */
final class JdbiTurn implements StatementSource.Turn {
  private static final String TAKE =
      """
      INSERT INTO statement_turn AS turn (taken_at) VALUES (clock_timestamp())
      ON CONFLICT (only_row) DO UPDATE SET taken_at = excluded.taken_at
      WHERE turn.taken_at <= excluded.taken_at - make_interval(secs => :spacing)
        OR turn.taken_at > excluded.taken_at + make_interval(secs => :spacing)
      """;
  private static final String TAKEN_AGO =
      "SELECT extract(epoch FROM clock_timestamp() - taken_at) FROM statement_turn";

  private final JdbiTransactions transactions;

  JdbiTurn(JdbiTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<Duration> take(Duration spacing) {
    return transactions.inTransaction(() -> take(transactions.writing(), spacing));
  }

  private static Optional<Duration> take(Handle handle, Duration spacing) {
    int taken = handle.createUpdate(TAKE).bind("spacing", spacing.toMillis() / 1e3).execute();
    if (taken == 1) {
      return Optional.empty();
    }
    double ago = handle.createQuery(TAKEN_AGO).mapTo(Double.class).one();
    Duration left = spacing.minusMillis(Math.round(ago * 1e3));
    return Optional.of(
        left.isNegative() ? Duration.ZERO : left.compareTo(spacing) < 0 ? left : spacing);
  }
}
