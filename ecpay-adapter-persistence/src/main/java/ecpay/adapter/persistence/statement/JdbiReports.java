package ecpay.adapter.persistence.statement;

import static ecpay.adapter.persistence.row.Row.written;

import ecpay.adapter.persistence.document.Documents;
import ecpay.adapter.persistence.row.Row;
import ecpay.adapter.persistence.transaction.JdbiTransactions;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.reconciliation.Difference;
import ecpay.domain.reconciliation.DifferenceId;
import ecpay.domain.reconciliation.KeptDifference;
import ecpay.domain.reconciliation.Period;
import ecpay.domain.reconciliation.Report;
import ecpay.domain.reconciliation.Report.Stage;
import ecpay.domain.reconciliation.ReportId;
import ecpay.domain.reconciliation.Reports;
import ecpay.domain.reconciliation.StatementFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;

final class JdbiReports implements Reports {
  private static final String ADD =
      """
      INSERT INTO statement_report (merchant_id, id, file, first_day, last_day, stage, since,
        busy_until, trouble, run, lines, paid, refunded, fees, unreadable, examples)
      VALUES (:merchant, :id, :file, :first, :last, :stage, :since, :busyUntil, :trouble, :run,
        :lines, :paid, :refunded, :fees, :unreadable, cast(:examples AS jsonb))
      ON CONFLICT (merchant_id, file, first_day, last_day) DO NOTHING
      """;
  private static final String SAVE =
      """
      UPDATE statement_report SET stage = :stage, since = :since, busy_until = :busyUntil,
        trouble = :trouble, run = :run, lines = :lines, paid = :paid, refunded = :refunded,
        fees = :fees, unreadable = :unreadable, examples = cast(:examples AS jsonb)
      WHERE merchant_id = :merchant AND id = :id
      """;
  private static final String FIND =
      "SELECT * FROM statement_report WHERE merchant_id = :merchant AND id = :id";
  private static final String FIND_BY_PERIOD =
      """
      SELECT * FROM statement_report
      WHERE merchant_id = :merchant AND file = :file AND first_day = :first AND last_day = :last
      """;
  private static final String NEWEST =
      """
      SELECT * FROM statement_report
      WHERE merchant_id = :merchant AND (cast(:before AS text) IS NULL OR id < :before)
      ORDER BY id DESC LIMIT :most
      """;
  private static final String OPEN_DAYS =
      """
      SELECT cast(day AS date) FROM generate_series(
        greatest(cast(:first AS date), least(cast(:last AS date), (SELECT min(first_day)
          FROM statement_report WHERE merchant_id = :merchant AND file = :file))),
        cast(:last AS date), interval '1 day') AS day
      WHERE NOT EXISTS (SELECT 1 FROM statement_report
        WHERE merchant_id = :merchant AND file = :file AND day BETWEEN first_day AND last_day
          AND NOT (stage IN ('REQUESTED', 'READING') AND first_day = last_day)
          AND NOT (stage = 'COMPARED' AND since
            < cast(cast(day AS date) + 1 AS timestamp) AT TIME ZONE 'Asia/Taipei'))
      ORDER BY day
      """;

  private final JdbiTransactions transactions;
  private final JdbiDifferences differences;
  private final JdbiSettling settling;

  JdbiReports(JdbiTransactions transactions) {
    this.transactions = transactions;
    this.differences = new JdbiDifferences(transactions);
    this.settling = new JdbiSettling(transactions);
  }

  @Override
  public Report findOrAdd(Report report) {
    bind(
            transactions
                .writing()
                .createUpdate(ADD)
                .bind("file", report.file().name())
                .bind("first", report.period().first())
                .bind("last", report.period().last()),
            report)
        .execute();
    return transactions
        .writing()
        .createQuery(FIND_BY_PERIOD)
        .bind("merchant", report.merchant().value())
        .bind("file", report.file().name())
        .bind("first", report.period().first())
        .bind("last", report.period().last())
        .map(JdbiReports::report)
        .one();
  }

  @Override
  public Optional<Report> find(MerchantId merchant, ReportId id) {
    return transactions.read(handle ->
        handle
            .createQuery(FIND)
            .bind("merchant", merchant.value())
            .bind("id", id.value())
            .map(JdbiReports::report)
            .findOne());
  }

  @Override
  public Optional<Report> lock(MerchantId merchant, ReportId id) {
    return transactions
        .writing()
        .createQuery(FIND + " FOR UPDATE")
        .bind("merchant", merchant.value())
        .bind("id", id.value())
        .map(JdbiReports::report)
        .findOne();
  }

  @Override
  public void save(Report report) {
    Row.saved(bind(transactions.writing().createUpdate(SAVE), report), "report " + report.id());
  }

  private static <S extends SqlStatement<S>> S bind(S statement, Report report) {
    Report.Sums sums = report.sums();
    statement
        .bind("merchant", report.merchant().value())
        .bind("id", report.id().value())
        .bind("run", report.run())
        .bind("lines", sums.lines())
        .bind("paid", sums.paid())
        .bind("refunded", sums.refunded())
        .bind("fees", sums.fees())
        .bind("unreadable", sums.unreadable())
        .bind("examples", Documents.writeUnreadable(sums.examples()));
    return switch (report.stage()) {
      case Stage.Requested(Instant since, String trouble) ->
          stage(statement, "REQUESTED", since, Optional.empty(), trouble);
      case Stage.Reading(Instant since, Instant until) ->
          stage(statement, "READING", since, Optional.of(until), "");
      case Stage.Compared(Instant at) -> stage(statement, "COMPARED", at, Optional.empty(), "");
      case Stage.GivenUp(Instant at, String reason) ->
          stage(statement, "GIVEN_UP", at, Optional.empty(), reason);
    };
  }

  private static <S extends SqlStatement<S>> S stage(
      S statement, String name, Instant since, Optional<Instant> until, String trouble) {
    return statement
        .bind("stage", name)
        .bind("since", written(since))
        .bind("busyUntil", until.map(Row::written))
        .bind("trouble", trouble);
  }

  @Override
  public List<Report> newest(MerchantId merchant, Optional<ReportId> before, int most) {
    return transactions.read(handle ->
        handle
            .createQuery(NEWEST)
            .bind("merchant", merchant.value())
            .bind("before", before.map(ReportId::value))
            .bind("most", most)
            .map(JdbiReports::report)
            .list());
  }

  @Override
  public List<LocalDate> open(
      MerchantId merchant, StatementFile file, LocalDate first, LocalDate last) {
    return transactions.read(handle ->
        handle
            .createQuery(OPEN_DAYS)
            .bind("merchant", merchant.value())
            .bind("file", file.name())
            .bind("first", first)
            .bind("last", last)
            .map((columns, _) -> columns.getObject(1, LocalDate.class))
            .list());
  }

  @Override
  public void enter(Report report, List<Difference> found, List<DifferenceId> ids, Instant now) {
    differences.enter(report, found, ids, now);
  }

  @Override
  public void settleUnseen(Report report, Instant now) {
    settling.unseen(report, now);
  }

  @Override
  public void settleArrived(MerchantId merchant, StatementFile file, Instant now) {
    settling.arrived(merchant, file, now);
  }

  @Override
  public Map<Count, Long> counts(MerchantId merchant, ReportId report) {
    return differences.counts(merchant, report);
  }

  @Override
  public List<KeptDifference> differences(
      MerchantId merchant, ReportId report, int skip, int most) {
    return differences.page(merchant, report, skip, most);
  }

  @Override
  public Optional<KeptDifference> findDifference(MerchantId merchant, DifferenceId id) {
    return differences.find(merchant, id);
  }

  @Override
  public void save(MerchantId merchant, KeptDifference difference) {
    differences.save(merchant, difference);
  }

  private static Report report(ResultSet columns, StatementContext context) throws SQLException {
    Row row = new Row(columns);
    return new Report(
        new ReportId(row.text("id")),
        row.merchant(),
        StatementFile.valueOf(row.text("file")),
        new Period(
            columns.getObject("first_day", LocalDate.class),
            columns.getObject("last_day", LocalDate.class)),
        stage(row),
        row.number("run"),
        new Report.Sums(
            columns.getLong("lines"),
            columns.getLong("paid"),
            columns.getLong("refunded"),
            columns.getBigDecimal("fees"),
            columns.getLong("unreadable"),
            Documents.unreadable(row.text("examples"))));
  }

  private static Stage stage(Row row) throws SQLException {
    String stage = row.text("stage");
    Instant since = row.time("since");
    return switch (stage) {
      case "REQUESTED" -> new Stage.Requested(since, row.text("trouble"));
      case "READING" -> new Stage.Reading(since, row.time("busy_until"));
      case "COMPARED" -> new Stage.Compared(since);
      case "GIVEN_UP" -> new Stage.GivenUp(since, row.text("trouble"));
      default -> throw Row.unknown("stage of a report", stage);
    };
  }
}
