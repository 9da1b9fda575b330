package ecpay.adapter.persistence.statement;

import ecpay.adapter.persistence.row.Row;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.reconciliation.Report;
import ecpay.domain.reconciliation.ToldLine;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The lines that files have told of, as a later reading finds them. */
final class JdbiToldLines {
  private static final String TOLD =
      """
      SELECT trade_no, name, identity, payment_id, booked_fee,
        report_id = :report AND run = :run AS seen,
        report_id = :report AND run < :run AS earlier
      FROM statement_line
      WHERE merchant_id = :merchant AND file = :file AND trade_no = ANY(:tradeNos)
      ORDER BY booked_fee IS NULL, name
      """;

  private JdbiToldLines() {}

  static Map<String, List<ToldLine>> of(Handle handle, Report report, Collection<String> tradeNos) {
    return handle
        .createQuery(TOLD)
        .bind("merchant", report.merchant().value())
        .bind("file", report.file().name())
        .bindArray("tradeNos", String.class, List.copyOf(tradeNos))
        .bind("report", report.id().value())
        .bind("run", report.run())
        .map((columns, _) -> Map.entry(columns.getString("trade_no"), told(new Row(columns))))
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private static ToldLine told(Row row) throws SQLException {
    return new ToldLine(
        row.text("name"),
        row.text("identity"),
        row.maybeText("payment_id").map(PaymentId::new),
        Optional.ofNullable(row.columns().getBigDecimal("booked_fee")),
        row.flag("seen"),
        row.flag("earlier"));
  }
}
