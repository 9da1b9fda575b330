package ecpay.adapter.persistence.statement;

import static ecpay.adapter.persistence.row.Row.written;

import ecpay.adapter.persistence.transaction.JdbiTransactions;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.reconciliation.Difference.Subject;
import ecpay.domain.reconciliation.Report;
import ecpay.domain.reconciliation.StatementFile;
import java.time.Instant;

/** Ends the differences that are gone by themselves. */
final class JdbiSettling {
  /** A line that was left in the books, unread this time, differs as it did. */
  private static final String SETTLE_UNSEEN =
      """
      UPDATE statement_difference d SET state = 'SETTLED', ended_at = :now
      WHERE d.merchant_id = :merchant AND d.report_id = :report AND d.state = 'OPEN'
        AND d.run < :run
        AND NOT EXISTS (SELECT 1 FROM statement_line l
          WHERE l.merchant_id = d.merchant_id AND l.file = :file AND l.name = d.line AND %s)
      """
          .formatted(JdbiEarlierLines.IS_EARLIER);

  private static final String SETTLE_ARRIVED =
      """
      UPDATE statement_difference d SET state = 'SETTLED', ended_at = :now
      WHERE d.merchant_id = :merchant AND d.kind = 'MISSING_THERE' AND d.state = 'OPEN'
        AND d.line = ''
        AND EXISTS (SELECT 1 FROM statement_report r
          WHERE r.merchant_id = d.merchant_id AND r.id = d.report_id AND r.file = :file)
        AND EXISTS (SELECT 1 FROM statement_line l
          WHERE l.merchant_id = d.merchant_id AND l.payment_id = d.payment_id AND l.file = :file
            AND l.amount >= 0 AND l.status = 'PAID')
      """;

  /** As {@link JdbiUntoldRefunds} finds them. */
  private static final String SETTLE_TOLD_REFUNDS =
      """
      UPDATE statement_difference d SET state = 'SETTLED', ended_at = :now
      FROM statement_report p
      WHERE d.merchant_id = :merchant AND d.kind = 'MISSING_THERE' AND d.state = 'OPEN'
        AND d.line = :refund
        AND p.merchant_id = d.merchant_id AND p.id = d.report_id AND p.file = :file
        AND (SELECT coalesce(sum(b.amount), 0) FROM money_back b
            WHERE b.merchant_id = d.merchant_id AND b.payment_id = d.payment_id
              AND b.act = 'REFUND_CARD'
              AND b.done_at < (p.last_day + 1 - :days)::timestamp AT TIME ZONE 'Asia/Taipei')
          <= (SELECT coalesce(-sum(l.amount), 0) FROM statement_line l
            WHERE l.merchant_id = d.merchant_id AND l.payment_id = d.payment_id
              AND l.file = :file AND l.amount < 0)
      """;

  private final JdbiTransactions transactions;

  JdbiSettling(JdbiTransactions transactions) {
    this.transactions = transactions;
  }

  void unseen(Report report, Instant now) {
    JdbiEarlierLines.bind(transactions.writing().createUpdate(SETTLE_UNSEEN), report)
        .bind("now", written(now))
        .execute();
  }

  void arrived(MerchantId merchant, StatementFile file, Instant now) {
    transactions
        .writing()
        .createUpdate(SETTLE_ARRIVED)
        .bind("merchant", merchant.value())
        .bind("file", file.name())
        .bind("now", written(now))
        .execute();
    transactions
        .writing()
        .createUpdate(SETTLE_TOLD_REFUNDS)
        .bind("merchant", merchant.value())
        .bind("file", file.name())
        .bind("refund", Subject.REFUND)
        .bind("days", file.daysUntilBooked())
        .bind("now", written(now))
        .execute();
  }
}
