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
      SELECT l.trade_no, l.name, l.identity, l.payment_id, l.booked_fee,
        (l.report_id = :report AND l.run = :run)
          OR (l.amount < 0 AND (r.last_day < :first OR r.first_day > :last)) AS taken,
        %s AS earlier
      FROM statement_line l
      JOIN statement_report r ON r.merchant_id = l.merchant_id AND r.id = l.report_id
      WHERE l.merchant_id = :merchant AND l.file = :file AND l.trade_no = ANY(:tradeNos)
      ORDER BY l.booked_fee IS NULL, l.name
      """
          .formatted(JdbiEarlierLines.IS_EARLIER);

  private JdbiToldLines() {}

  static Map<String, List<ToldLine>> of(Handle handle, Report report, Collection<String> tradeNos) {
    return JdbiEarlierLines.bind(handle.createQuery(TOLD), report)
        .bindArray("tradeNos", String.class, List.copyOf(tradeNos))
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
        row.flag("taken"),
        row.flag("earlier"));
  }
}
