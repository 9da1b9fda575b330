package ecpay.adapter.persistence.statement;

import static ecpay.adapter.persistence.row.Row.written;

import ecpay.adapter.persistence.row.Row;
import ecpay.adapter.persistence.transaction.JdbiTransactions;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.reconciliation.Difference;
import ecpay.domain.reconciliation.Difference.AmountDiffers;
import ecpay.domain.reconciliation.Difference.FeeDiffers;
import ecpay.domain.reconciliation.Difference.Kind;
import ecpay.domain.reconciliation.Difference.MissingHere;
import ecpay.domain.reconciliation.Difference.MissingThere;
import ecpay.domain.reconciliation.Difference.Status;
import ecpay.domain.reconciliation.Difference.StatusDiffers;
import ecpay.domain.reconciliation.Difference.Subject;
import ecpay.domain.reconciliation.DifferenceId;
import ecpay.domain.reconciliation.KeptDifference;
import ecpay.domain.reconciliation.KeptDifference.State;
import ecpay.domain.reconciliation.Report;
import ecpay.domain.reconciliation.ReportId;
import ecpay.domain.reconciliation.Reports.Count;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** The differences of the reports. */
final class JdbiDifferences {
  /**
   * What was settled, and what was applied: when the file or our books said something else, or a
   * later run still sees what the books would show as done (not {@code isByHand}).
   */
  private static final String OPENS =
      """
      (known.state = 'SETTLED' OR (known.state = 'APPLIED' AND (
        (known.here, known.there, known.status)
          IS DISTINCT FROM (excluded.here, excluded.there, excluded.status)
        OR (known.run < excluded.run AND (known.kind = 'FEE' OR known.may_follow
          OR (known.kind = 'MISSING_HERE' AND known.payment_id IS NOT NULL))))))\
      """;

  private static final String ENTER =
      """
      INSERT INTO statement_difference AS known (merchant_id, id, report_id, kind, trade_no, line,
        payment_id, order_id, status, here, there, may_follow, run, state, note, found_at)
      VALUES (:merchant, :id, :report, :kind, :tradeNo, :line, :payment, :order, :status, :here,
        :there, :mayFollow, :run, 'OPEN', '', :now)
      ON CONFLICT (merchant_id, report_id, kind, trade_no, line) DO UPDATE SET
        payment_id = excluded.payment_id, order_id = excluded.order_id, status = excluded.status,
        here = excluded.here, there = excluded.there, may_follow = excluded.may_follow,
        run = excluded.run,
        state = CASE WHEN %1$s THEN 'OPEN' ELSE known.state END,
        ended_at = CASE WHEN %1$s THEN NULL ELSE known.ended_at END
      """
          .formatted(OPENS);
  private static final String COUNTS =
      """
      SELECT kind, state, count(*) AS count FROM statement_difference
      WHERE merchant_id = :merchant AND report_id = :report GROUP BY kind, state
      """;

  /** In the order of the index {@code statement_difference_page}. */
  static final String PAGE =
      """
      SELECT * FROM statement_difference
      WHERE merchant_id = :merchant AND report_id = :report
      ORDER BY state <> 'OPEN', id LIMIT :most OFFSET :skip
      """;

  private static final String FIND =
      "SELECT * FROM statement_difference WHERE merchant_id = :merchant AND id = :id";
  private static final String SAVE =
      """
      UPDATE statement_difference SET state = :state, note = :note, ended_at = :endedAt
      WHERE merchant_id = :merchant AND id = :id
      """;

  private final JdbiTransactions transactions;

  JdbiDifferences(JdbiTransactions transactions) {
    this.transactions = transactions;
  }

  void enter(Report report, List<Difference> found, List<DifferenceId> ids, Instant now) {
    if (found.isEmpty()) {
      return;
    }
    PreparedBatch batch = transactions.writing().prepareBatch(ENTER);
    for (int i = 0; i < found.size(); i++) {
      Difference difference = found.get(i);
      Subject about = difference.about();
      bindFacts(batch, difference)
          .bind("merchant", report.merchant().value())
          .bind("id", ids.get(i).value())
          .bind("report", report.id().value())
          .bind("kind", difference.kind().name())
          .bind("tradeNo", about.tradeNo())
          .bind("line", about.line())
          .bind("payment", about.payment().map(PaymentId::value))
          .bind("order", about.order().map(OrderId::value))
          .bind("run", report.run())
          .bind("now", written(now))
          .add();
    }
    batch.execute();
  }

  private static PreparedBatch bindFacts(PreparedBatch batch, Difference difference) {
    return switch (difference) {
      case MissingHere(Subject _, long there) ->
          facts(batch, Optional.empty(), Optional.of(BigDecimal.valueOf(there)));
      case MissingThere(Subject _, long here, boolean mayFollow) ->
          facts(batch, Optional.of(BigDecimal.valueOf(here)), Optional.empty())
              .bind("mayFollow", Optional.of(mayFollow));
      case AmountDiffers(Subject _, long here, long there) -> facts(batch, here, there);
      case FeeDiffers(Subject _, BigDecimal expected, BigDecimal billed) ->
          facts(batch, Optional.of(expected), Optional.of(billed));
      case StatusDiffers(Subject _, Status status, long here, long there) ->
          facts(batch, here, there).bind("status", Optional.of(status.name()));
    };
  }

  private static PreparedBatch facts(PreparedBatch batch, long here, long there) {
    return facts(
        batch, Optional.of(BigDecimal.valueOf(here)), Optional.of(BigDecimal.valueOf(there)));
  }

  private static PreparedBatch facts(
      PreparedBatch batch, Optional<BigDecimal> here, Optional<BigDecimal> there) {
    return batch
        .bind("here", here)
        .bind("there", there)
        .bind("status", Optional.<String>empty())
        .bind("mayFollow", Optional.<Boolean>empty());
  }

  Map<Count, Long> counts(MerchantId merchant, ReportId report) {
    return transactions.read(handle ->
        handle
            .createQuery(COUNTS)
            .bind("merchant", merchant.value())
            .bind("report", report.value())
            .map((columns, _) ->
                Map.entry(
                    new Count(
                        Kind.valueOf(columns.getString("kind")),
                        State.valueOf(columns.getString("state"))),
                    columns.getLong("count")))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  List<KeptDifference> page(MerchantId merchant, ReportId report, int skip, int most) {
    return transactions.read(handle ->
        handle
            .createQuery(PAGE)
            .bind("merchant", merchant.value())
            .bind("report", report.value())
            .bind("skip", skip)
            .bind("most", most)
            .map(JdbiDifferences::kept)
            .list());
  }

  Optional<KeptDifference> find(MerchantId merchant, DifferenceId id) {
    return transactions.read(handle ->
        handle
            .createQuery(FIND)
            .bind("merchant", merchant.value())
            .bind("id", id.value())
            .map(JdbiDifferences::kept)
            .findOne());
  }

  void save(MerchantId merchant, KeptDifference kept) {
    Row.saved(
        transactions
            .writing()
            .createUpdate(SAVE)
            .bind("merchant", merchant.value())
            .bind("id", kept.id().value())
            .bind("state", kept.state().name())
            .bind("note", kept.note())
            .bind("endedAt", kept.endedAt().map(Row::written)),
        "difference " + kept.id());
  }

  private static KeptDifference kept(ResultSet columns, StatementContext context)
      throws SQLException {
    Row row = new Row(columns);
    return new KeptDifference(
        new DifferenceId(row.text("id")),
        new ReportId(row.text("report_id")),
        difference(row),
        row.number("run"),
        State.valueOf(row.text("state")),
        row.text("note"),
        row.time("found_at"),
        row.maybeTime("ended_at"));
  }

  private static Difference difference(Row row) throws SQLException {
    Subject about =
        new Subject(
            row.text("trade_no"),
            row.maybeText("payment_id").map(PaymentId::new),
            row.maybeText("order_id").map(OrderId::new),
            row.text("line"));
    ResultSet columns = row.columns();
    return switch (Kind.valueOf(row.text("kind"))) {
      case MISSING_HERE -> new MissingHere(about, columns.getLong("there"));
      case MISSING_THERE ->
          new MissingThere(about, columns.getLong("here"), row.flag("may_follow"));
      case AMOUNT -> new AmountDiffers(about, columns.getLong("here"), columns.getLong("there"));
      case FEE ->
          new FeeDiffers(about, columns.getBigDecimal("here"), columns.getBigDecimal("there"));
      case STATUS ->
          new StatusDiffers(
              about,
              Status.valueOf(row.text("status")),
              columns.getLong("here"),
              columns.getLong("there"));
    };
  }
}
