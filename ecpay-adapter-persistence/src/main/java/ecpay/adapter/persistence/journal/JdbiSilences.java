package ecpay.adapter.persistence.journal;

import static ecpay.adapter.persistence.row.Row.written;

import ecpay.adapter.persistence.row.Row;
import ecpay.adapter.persistence.transaction.JdbiTransactions;
import ecpay.domain.journal.Silences;
import java.time.Instant;
import java.util.Optional;

final class JdbiSilences implements Silences {
  private static final String UNTIL = "SELECT until FROM silence WHERE lane = :lane";
  private static final String KEEP =
      """
      INSERT INTO silence (lane, until) VALUES (:lane, :until)
      ON CONFLICT (lane) DO UPDATE SET until = excluded.until
      """;

  private final JdbiTransactions transactions;

  JdbiSilences(JdbiTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<Instant> until(String lane) {
    return transactions.read(handle ->
        handle
            .createQuery(UNTIL)
            .bind("lane", lane)
            .map((columns, _) -> new Row(columns).time("until"))
            .findOne());
  }

  @Override
  public void keep(String lane, Instant until) {
    transactions.run(() ->
        transactions
            .writing()
            .createUpdate(KEEP)
            .bind("lane", lane)
            .bind("until", written(until))
            .execute());
  }
}
