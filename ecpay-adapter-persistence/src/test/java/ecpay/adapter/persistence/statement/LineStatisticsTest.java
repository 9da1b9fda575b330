package ecpay.adapter.persistence.statement;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.adapter.persistence.PostgresBooks;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** A merchant's first large file comes in faster than autovacuum looks at it. */
class LineStatisticsTest {
  @Test
  void theDatabaseLooksAtTheLinesEachTimeTheyHaveGrownTenfold() {
    PostgresBooks.empty();
    PostgresBooks.jdbi()
        .useTransaction(handle -> {
          keepAutovacuumAway(handle);
          handle.execute("ANALYZE statement_line");
          lines(handle, 1_500);

          LineStatistics.refresh(handle, 500, 999);
          assertThat(linesThatAreKnownOf(handle)).isZero();
          LineStatistics.refresh(handle, 1_000, 1_500);
          assertThat(linesThatAreKnownOf(handle)).isZero();
          LineStatistics.refresh(handle, 999, 1_499);
          assertThat(linesThatAreKnownOf(handle)).isEqualTo(1_500);
        });
    PostgresBooks.empty();
  }

  /** It may look at the lines at any moment, and while it does so nobody else can. */
  private static void keepAutovacuumAway(Handle handle) {
    handle.execute("LOCK TABLE statement_line IN SHARE UPDATE EXCLUSIVE MODE");
  }

  private static void lines(Handle handle, int count) {
    handle.execute(
        """
        INSERT INTO statement_report (merchant_id, id, file, first_day, last_day, stage, since,
          trouble, run, lines, paid, refunded, fees, unreadable, examples)
        VALUES ('SHOP', 'R1', 'TradeNoAio', date '2026-11-01', date '2026-11-01', 'REQUESTED',
          now(), '', 1, 0, 0, 0, 0, 0, '[]')
        """);
    handle
        .createUpdate(
            """
            INSERT INTO statement_line (merchant_id, file, name, identity, report_id, run, trade_no,
              amount, status, method)
            SELECT 'SHOP', 'TradeNoAio', 'N' || n, 'I' || n, 'R1', 1, 'T' || n, 100, 'PAID', ''
            FROM generate_series(1, :count) AS n
            """)
        .bind("count", count)
        .execute();
  }

  private static long linesThatAreKnownOf(Handle handle) {
    return handle
        .createQuery("SELECT reltuples FROM pg_class WHERE oid = 'statement_line'::regclass")
        .mapTo(Long.class)
        .one();
  }
}
