package ecpay.adapter.persistence.statement;

import ecpay.domain.money.Money;
import ecpay.domain.payment.Payment;
import ecpay.domain.reconciliation.Report;
import ecpay.domain.reconciliation.StatementBooks.ToldRefunds;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** What statement files tell to have gone back to cards, and our books do not. */
final class JdbiOvertoldRefunds {
  private static final String PAGE =
      """
      SELECT p.*, here.amount AS here, there.amount AS there
      FROM payment p
      CROSS JOIN LATERAL (SELECT coalesce(sum(b.amount), 0) AS amount FROM money_back b
        WHERE b.merchant_id = p.merchant_id AND b.payment_id = p.id
          AND b.act = 'REFUND_CARD') here
      CROSS JOIN LATERAL (SELECT -sum(l.amount) AS amount FROM statement_line l
        WHERE l.merchant_id = p.merchant_id AND l.payment_id = p.id AND l.file = :file
          AND l.amount < 0) there
      WHERE p.merchant_id = :merchant AND p.id > :after
        AND p.id IN (SELECT l.payment_id FROM statement_line l
          WHERE l.merchant_id = :merchant AND l.report_id = :report AND l.amount < 0)
        AND there.amount > here.amount
      ORDER BY p.id LIMIT :most
      """;

  private JdbiOvertoldRefunds() {}

  static List<ToldRefunds> page(
      Handle handle,
      RowMapper<Payment> payments,
      Report report,
      Optional<ToldRefunds> after,
      int most) {
    return handle
        .createQuery(PAGE)
        .bind("merchant", report.merchant().value())
        .bind("file", report.file().name())
        .bind("report", report.id().value())
        .bind("after", after.map(last -> last.payment().id().value()).orElse(""))
        .bind("most", most)
        .map((columns, context) ->
            new ToldRefunds(
                payments.map(columns, context),
                Money.of(columns.getLong("here")),
                Money.of(columns.getLong("there"))))
        .list();
  }
}
