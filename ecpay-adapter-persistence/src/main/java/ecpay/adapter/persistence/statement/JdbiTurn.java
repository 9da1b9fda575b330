package ecpay.adapter.persistence.statement;

import static ecpay.adapter.persistence.row.Row.written;

import ecpay.adapter.persistence.transaction.JdbiTransactions;
import ecpay.domain.reconciliation.StatementSource;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** One row for all nodes, changed in a short transaction before each file is asked for. */
final class JdbiTurn implements StatementSource.Turn {
  private static final String TAKE =
      """
      INSERT INTO statement_turn AS turn (taken_at) VALUES (:now)
      ON CONFLICT (only_row) DO UPDATE SET taken_at = excluded.taken_at
      WHERE turn.taken_at <= :before OR turn.taken_at > :ahead
      """;
  private static final String TAKEN_AT = "SELECT taken_at FROM statement_turn";

  private final JdbiTransactions transactions;

  JdbiTurn(JdbiTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<Instant> take(Instant now, Duration spacing) {
    return transactions.inTransaction(() -> take(transactions.writing(), now, spacing));
  }

  private static Optional<Instant> take(Handle handle, Instant now, Duration spacing) {
    Instant latest = now.plus(spacing);
    int taken =
        handle
            .createUpdate(TAKE)
            .bind("now", written(now))
            .bind("before", written(now.minus(spacing)))
            .bind("ahead", written(latest))
            .execute();
    if (taken == 1) {
      return Optional.empty();
    }
    Instant free =
        handle
            .createQuery(TAKEN_AT)
            .map((columns, _) -> columns.getObject(1, OffsetDateTime.class).toInstant())
            .one()
            .plus(spacing);
    return Optional.of(free.isBefore(latest) ? free : latest);
  }
}
