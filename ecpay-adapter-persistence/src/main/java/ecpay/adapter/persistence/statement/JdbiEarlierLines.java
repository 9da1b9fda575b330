package ecpay.adapter.persistence.statement;

import ecpay.domain.reconciliation.Report;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The lines that an earlier run of a report told of, whichever report told of them since. */
final class JdbiEarlierLines {
  /**
   * Whether an earlier run of the report told of the line {@code l}, and the present one has not. A
   * line that a report of other days tells of is theirs: ECPay moved it.
   */
  static final String IS_EARLIER =
      """
      ((l.report_id = :report AND l.run < :run
          OR l.report_id <> :report AND EXISTS (SELECT 1 FROM statement_line_before b
            WHERE b.merchant_id = l.merchant_id AND b.file = l.file AND b.name = l.name
              AND b.report_id = :report AND b.run < :run))
        AND NOT EXISTS (SELECT 1
          FROM (SELECT l.report_id AS id
            UNION ALL SELECT b.report_id FROM statement_line_before b
            WHERE b.merchant_id = l.merchant_id AND b.file = l.file AND b.name = l.name) told
          JOIN statement_report o ON o.merchant_id = l.merchant_id AND o.id = told.id
          WHERE o.last_day < :first OR o.first_day > :last))\
      """;

  private static final String TAKE_OVER =
      """
      INSERT INTO statement_line_before (merchant_id, file, name, report_id, run)
      SELECT merchant_id, file, name, report_id, run FROM statement_line
      WHERE merchant_id = :merchant AND file = :file AND name = ANY(:names)
        AND report_id <> :report
      ON CONFLICT (merchant_id, file, name, report_id) DO UPDATE SET run = excluded.run
      """;

  private static final String REMOVE =
      """
      DELETE FROM statement_line l
      WHERE l.merchant_id = :merchant AND l.file = :file
        AND l.name IN (
          SELECT name FROM statement_line
          WHERE merchant_id = :merchant AND report_id = :report AND run < :run
          UNION ALL
          SELECT name FROM statement_line_before
          WHERE merchant_id = :merchant AND report_id = :report AND run < :run)
        AND %s
      """
          .formatted(IS_EARLIER);

  /** What is left to the report after {@link #REMOVE} is told by a report of other days as well. */
  private static final String HAND_OVER =
      """
      UPDATE statement_line l SET (report_id, run) = (
        SELECT b.report_id, b.run FROM statement_line_before b
        JOIN statement_report o ON o.merchant_id = b.merchant_id AND o.id = b.report_id
        WHERE b.merchant_id = l.merchant_id AND b.file = l.file AND b.name = l.name
          AND (o.last_day < :first OR o.first_day > :last)
        ORDER BY b.report_id DESC LIMIT 1)
      WHERE l.merchant_id = :merchant AND l.file = :file AND l.report_id = :report AND l.run < :run
      """;

  private static final String FORGET =
      """
      DELETE FROM statement_line_before
      WHERE merchant_id = :merchant AND file = :file AND report_id = :report AND run < :run
      """;

  private JdbiEarlierLines() {}

  static <S extends SqlStatement<S>> S bind(S statement, Report report) {
    return statement
        .bind("merchant", report.merchant().value())
        .bind("file", report.file().name())
        .bind("report", report.id().value())
        .bind("run", report.run())
        .bind("first", report.period().first())
        .bind("last", report.period().last());
  }

  /** The report tells of those lines now; what others told of them is kept. */
  static void takeOver(Handle handle, Report report, Collection<String> names) {
    handle
        .createUpdate(TAKE_OVER)
        .bind("merchant", report.merchant().value())
        .bind("file", report.file().name())
        .bind("report", report.id().value())
        .bindArray("names", String.class, List.copyOf(names))
        .execute();
  }

  /** The report tells of those lines no more: they go, or are left to reports of other days. */
  static void remove(Handle handle, Report report) {
    for (String change : List.of(REMOVE, HAND_OVER, FORGET)) {
      bind(handle.createUpdate(change), report).execute();
    }
  }
}
