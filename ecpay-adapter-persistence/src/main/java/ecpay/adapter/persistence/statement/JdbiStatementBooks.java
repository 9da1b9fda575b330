package ecpay.adapter.persistence.statement;

import static ecpay.adapter.persistence.row.Row.written;

import ecpay.adapter.persistence.row.Row;
import ecpay.adapter.persistence.transaction.JdbiTransactions;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.money.Money;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.reconciliation.KnownPayment;
import ecpay.domain.reconciliation.Report;
import ecpay.domain.reconciliation.StatementBooks;
import ecpay.domain.reconciliation.StatementFile;
import ecpay.domain.reconciliation.StatementLine;
import ecpay.domain.reconciliation.ToldLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

final class JdbiStatementBooks implements StatementBooks {
  private static final String KNOWN =
      """
      SELECT p.*, coalesce(o.paid_trade_no <> p.trade_no, false) AS is_second,
        (SELECT coalesce(sum(b.amount), 0) FROM money_back b
          WHERE b.merchant_id = p.merchant_id AND b.payment_id = p.id) AS refunded
      FROM payment p JOIN orders o ON o.merchant_id = p.merchant_id AND o.id = p.order_id
      WHERE p.merchant_id = :merchant AND p.trade_no = ANY(:tradeNos)
      """;

  /** A fee that was booked stays as it was booked. */
  private static final String ENTER =
      """
      INSERT INTO statement_line AS known (merchant_id, file, name, identity, report_id, run,
        trade_no, payment_id, amount, status, method, fee, expected_fee, disbursed_on, disbursed,
        booked_fee, fee_booked_at)
      VALUES (:merchant, :file, :name, :identity, :report, :run, :tradeNo, :payment, :amount,
        :status, :method, :fee, :expectedFee, :disbursedOn, :disbursed,
        CASE WHEN cast(:bookedAt AS timestamptz) IS NULL THEN NULL ELSE cast(:fee AS numeric) END,
        :bookedAt)
      ON CONFLICT (merchant_id, file, name) DO UPDATE SET
        report_id = excluded.report_id, run = excluded.run, payment_id = excluded.payment_id,
        fee = excluded.fee, expected_fee = excluded.expected_fee,
        disbursed_on = excluded.disbursed_on, disbursed = excluded.disbursed,
        booked_fee = coalesce(known.booked_fee, excluded.booked_fee),
        fee_booked_at = coalesce(known.fee_booked_at, excluded.fee_booked_at)
      """;

  private static final String TAKE_BACK_FEES =
      """
      UPDATE statement_line l SET booked_fee = NULL, fee_booked_at = NULL
      WHERE l.merchant_id = :merchant AND l.file = :file AND l.name = ANY(:names) AND %s
      """
          .formatted(JdbiEarlierLines.IS_EARLIER);
  private static final String BOOK_FEE =
      """
      UPDATE statement_line SET booked_fee = fee,
        fee_booked_at = CASE WHEN booked_fee = fee THEN fee_booked_at ELSE :now END
      WHERE merchant_id = :merchant AND file = :file AND name = :name AND fee = :billed
      """;
  private static final String ARRIVED =
      """
      SELECT EXISTS (SELECT 1 FROM statement_line
        WHERE merchant_id = :merchant AND payment_id = :payment AND file = :file AND amount >= 0
          AND status = 'PAID')
      """;
  private static final String UNSEEN =
      """
      SELECT p.* FROM payment p
      WHERE p.merchant_id = :merchant AND p.state = 'PAID'
        AND p.paid_at >= :from AND p.paid_at < :to
        AND (p.paid_at, p.id) > (:afterTime, :afterId)
        AND %s
        AND NOT EXISTS (SELECT 1 FROM statement_line l
          WHERE l.merchant_id = p.merchant_id AND l.payment_id = p.id AND l.file = :file
            AND l.amount >= 0 AND l.status = 'PAID')
        AND NOT (:settlement AND EXISTS (SELECT 1 FROM money_back b
          WHERE b.merchant_id = p.merchant_id AND b.payment_id = p.id AND b.act = 'ABANDON'))
      ORDER BY p.paid_at, p.id LIMIT :most
      """
          .formatted(JdbiUntoldRefunds.COVERED);
  private static final String FEES =
      """
      SELECT * FROM statement_line
      WHERE merchant_id = :merchant AND payment_id = :payment AND fee_booked_at IS NOT NULL
      ORDER BY fee_booked_at, name
      """;

  private final JdbiTransactions transactions;
  private final RowMapper<Payment> payments;

  /**
   * @param payments reads a row of the payments
   */
  JdbiStatementBooks(JdbiTransactions transactions, RowMapper<Payment> payments) {
    this.transactions = transactions;
    this.payments = payments;
  }

  @Override
  public Map<String, List<KnownPayment>> known(MerchantId merchant, Collection<String> tradeNos) {
    return transactions.read(handle ->
        handle
            .createQuery(KNOWN)
            .bind("merchant", merchant.value())
            .bindArray("tradeNos", String.class, List.copyOf(tradeNos))
            .map((columns, context) ->
                new KnownPayment(
                    payments.map(columns, context),
                    columns.getBoolean("is_second"),
                    Money.of(columns.getLong("refunded"))))
            .stream()
            .collect(Collectors.groupingBy(known -> known.payment().tradeNo().value())));
  }

  @Override
  public Map<String, List<ToldLine>> told(Report report, Collection<String> tradeNos) {
    return transactions.read(handle -> JdbiToldLines.of(handle, report, tradeNos));
  }

  @Override
  public void enter(Report report, List<Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    lock(report);
    JdbiEarlierLines.takeOver(
        transactions.writing(), report, entries.stream().map(Entry::name).toList());
    PreparedBatch batch = transactions.writing().prepareBatch(ENTER);
    for (Entry entry : entries) {
      StatementLine line = entry.line();
      batch
          .bind("merchant", report.merchant().value())
          .bind("file", report.file().name())
          .bind("name", entry.name())
          .bind("identity", line.identity())
          .bind("report", report.id().value())
          .bind("run", report.run())
          .bind("tradeNo", line.tradeNo())
          .bind("payment", entry.payment().map(PaymentId::value))
          .bind("amount", line.amount())
          .bind("status", line.status().name())
          .bind("method", line.method())
          .bind("fee", line.fee())
          .bind("expectedFee", entry.expectedFee())
          .bind("disbursedOn", line.disbursedOn())
          .bind("disbursed", line.disbursed())
          .bind("bookedAt", entry.feeBookedAt().map(Row::written))
          .add();
    }
    batch.execute();
    long before = report.sums().lines();
    LineStatistics.refresh(transactions.writing(), before, before + entries.size());
  }

  /**
   * Before any line is changed, other reports of the same kind of file wait: else of two that tell
   * of a line at the same moment one would not be known to have told of it.
   */
  private void lock(Report report) {
    transactions.lock("statement_line", report.merchant().value() + "/" + report.file().name());
  }

  @Override
  public void takeBackFees(Report report, Collection<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    lock(report);
    JdbiEarlierLines.bind(transactions.writing().createUpdate(TAKE_BACK_FEES), report)
        .bindArray("names", String.class, List.copyOf(lines))
        .execute();
  }

  @Override
  public void removeUnseen(Report report) {
    lock(report);
    JdbiEarlierLines.remove(transactions.writing(), report);
  }

  @Override
  public boolean bookFee(
      MerchantId merchant, StatementFile file, String line, BigDecimal billed, Instant now) {
    return transactions
            .writing()
            .createUpdate(BOOK_FEE)
            .bind("merchant", merchant.value())
            .bind("file", file.name())
            .bind("name", line)
            .bind("billed", billed)
            .bind("now", written(now))
            .execute()
        == 1;
  }

  @Override
  public boolean hasArrived(MerchantId merchant, StatementFile file, PaymentId payment) {
    return transactions.read(handle ->
        handle
            .createQuery(ARRIVED)
            .bind("merchant", merchant.value())
            .bind("payment", payment.value())
            .bind("file", file.name())
            .mapTo(Boolean.class)
            .one());
  }

  @Override
  public List<Payment.Paid> unseen(
      MerchantId merchant,
      StatementFile file,
      Instant from,
      Instant to,
      Optional<Payment.Paid> after,
      int most) {
    return transactions.read(handle ->
        handle
            .createQuery(UNSEEN)
            .bind("merchant", merchant.value())
            .bind("file", file.name())
            .bind("from", written(from))
            .bind("to", written(to))
            .bind("settlement", file.isOfSettlement())
            .bind("afterTime", written(after.map(Payment.Paid::paidAt).orElse(from)))
            .bind("afterId", after.map(paid -> paid.id().value()).orElse(""))
            .bind("most", most)
            .map(payments)
            .stream()
            .map(Payment.Paid.class::cast)
            .toList());
  }

  @Override
  public List<UntoldRefund> untoldRefunds(
      MerchantId merchant,
      StatementFile file,
      Instant from,
      Instant to,
      Optional<UntoldRefund> after,
      int most) {
    return transactions.read(
        handle -> JdbiUntoldRefunds.page(handle, payments, merchant, file, from, to, after, most));
  }

  @Override
  public List<ToldRefunds> overtoldRefunds(Report report, Optional<ToldRefunds> after, int most) {
    return transactions.read(
        handle -> JdbiOvertoldRefunds.page(handle, payments, report, after, most));
  }

  @Override
  public List<BookedFee> fees(MerchantId merchant, PaymentId payment) {
    return transactions.read(handle ->
        handle
            .createQuery(FEES)
            .bind("merchant", merchant.value())
            .bind("payment", payment.value())
            .map((columns, _) ->
                new BookedFee(
                    StatementFile.valueOf(columns.getString("file")),
                    columns.getString("name"),
                    columns.getLong("amount"),
                    Optional.ofNullable(columns.getBigDecimal("expected_fee")),
                    columns.getBigDecimal("booked_fee"),
                    new Row(columns).time("fee_booked_at")))
            .list());
  }
}
