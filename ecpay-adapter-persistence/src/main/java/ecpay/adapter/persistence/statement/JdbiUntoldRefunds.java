package ecpay.adapter.persistence.statement;

import static ecpay.adapter.persistence.row.Row.written;

import ecpay.domain.merchant.MerchantId;
import ecpay.domain.money.Money;
import ecpay.domain.payment.Payment;
import ecpay.domain.reconciliation.StatementBooks.UntoldRefund;
import ecpay.domain.reconciliation.StatementFile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** What went back to cards here, and no statement file tells. */
final class JdbiUntoldRefunds {
  /** Whether a payment belongs into a file: {@link StatementFile#covers}. */
  static final String COVERED =
      """
      CASE :file
        WHEN 'TradeNoAio' THEN p.offer ->> 'channel' = 'HOSTED'
        WHEN 'QueryTradeMedia' THEN p.offer ->> 'channel' = 'EMBEDDED'
        ELSE p.trade -> 'card' IS NOT NULL END\
      """;

  private static final String PAGE =
      """
      SELECT p.*, here.amount - there.amount AS untold
      FROM payment p
      CROSS JOIN LATERAL (SELECT sum(b.amount) AS amount FROM money_back b
        WHERE b.merchant_id = p.merchant_id AND b.payment_id = p.id
          AND b.act = 'REFUND_CARD' AND b.done_at < :to) here
      CROSS JOIN LATERAL (SELECT coalesce(-sum(l.amount), 0) AS amount FROM statement_line l
        WHERE l.merchant_id = p.merchant_id AND l.payment_id = p.id AND l.file = :file
          AND l.amount < 0) there
      WHERE p.merchant_id = :merchant AND p.state = 'PAID' AND p.id > :after
        AND p.id IN (SELECT b.payment_id FROM money_back b
          WHERE b.merchant_id = :merchant AND b.act = 'REFUND_CARD'
            AND b.done_at >= :from AND b.done_at < :to)
        AND %s
        AND here.amount > there.amount
      ORDER BY p.id LIMIT :most
      """
          .formatted(COVERED);

  private JdbiUntoldRefunds() {}

  static List<UntoldRefund> page(
      Handle handle,
      RowMapper<Payment> payments,
      MerchantId merchant,
      StatementFile file,
      Instant from,
      Instant to,
      Optional<UntoldRefund> after,
      int most) {
    return handle
        .createQuery(PAGE)
        .bind("merchant", merchant.value())
        .bind("file", file.name())
        .bind("from", written(from))
        .bind("to", written(to))
        .bind("after", after.map(last -> last.payment().id().value()).orElse(""))
        .bind("most", most)
        .map((columns, context) ->
            new UntoldRefund(
                (Payment.Paid) payments.map(columns, context), Money.of(columns.getLong("untold"))))
        .list();
  }
}
