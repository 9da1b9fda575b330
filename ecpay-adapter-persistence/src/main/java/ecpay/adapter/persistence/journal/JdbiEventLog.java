package ecpay.adapter.persistence.journal;

import static ecpay.adapter.persistence.row.Row.written;

import ecpay.adapter.persistence.document.event.EventDocuments;
import ecpay.adapter.persistence.row.Row;
import ecpay.adapter.persistence.transaction.JdbiTransactions;
import ecpay.domain.event.DomainEvent;
import ecpay.domain.event.EventLog;
import ecpay.domain.event.Fact;
import ecpay.domain.event.RecordedEvent;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

final class JdbiEventLog implements EventLog {
  private static final String APPEND =
      """
      INSERT INTO event_log (merchant_id, order_id, at, kind, body)
      VALUES (:merchant, :order, :at, :kind, cast(:body AS jsonb))
      """;

  /** Waits for whoever tells the same at this moment, and then looks at what that one left. */
  private static final String TELL =
      """
      INSERT INTO told_fact (merchant_id, fact, told_at) VALUES (:merchant, :fact, :at)
      ON CONFLICT (merchant_id, fact) DO UPDATE SET told_at = excluded.told_at
      WHERE told_fact.told_at < :since OR told_fact.told_at >= :until
      """;

  private static final String OF_ORDER =
      """
      SELECT * FROM event_log WHERE merchant_id = :merchant AND order_id = :order
      ORDER BY sequence
      """;

  /** The kind is written out, because the index holds that kind only. */
  private static final String INCIDENTS =
      """
      SELECT * FROM event_log
      WHERE merchant_id = :merchant AND kind = 'IncidentRaised' AND sequence < :before
      ORDER BY sequence DESC LIMIT :most
      """;

  private final JdbiTransactions transactions;

  JdbiEventLog(JdbiTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void append(MerchantId merchant, Optional<OrderId> order, Instant at, DomainEvent event) {
    EventDocuments.Event document = EventDocuments.write(event);
    transactions
        .writing()
        .createUpdate(APPEND)
        .bind("merchant", merchant.value())
        .bind("order", order.map(OrderId::value))
        .bind("at", written(at))
        .bind("kind", document.kind())
        .bind("body", document.body())
        .execute();
  }

  @Override
  public boolean appendOnce(
      MerchantId merchant,
      Optional<OrderId> order,
      Instant at,
      DomainEvent.IncidentRaised incident,
      Fact fact) {
    boolean isNew =
        transactions
                .writing()
                .createUpdate(TELL)
                .bind("merchant", merchant.value())
                .bind("fact", fact.name())
                .bind("at", written(at))
                .bind("since", written(fact.since()))
                .bind("until", written(fact.until()))
                .execute()
            == 1;
    if (isNew) {
      append(merchant, order, at, incident);
    }
    return isNew;
  }

  @Override
  public List<RecordedEvent> ofOrder(MerchantId merchant, OrderId order) {
    return transactions.read(handle ->
        handle
            .createQuery(OF_ORDER)
            .bind("merchant", merchant.value())
            .bind("order", order.value())
            .map(JdbiEventLog::event)
            .list());
  }

  @Override
  public List<RecordedEvent> incidents(MerchantId merchant, long before, int most) {
    return transactions.read(handle ->
        handle
            .createQuery(INCIDENTS)
            .bind("merchant", merchant.value())
            .bind("before", before)
            .bind("most", most)
            .map(JdbiEventLog::event)
            .list());
  }

  private static RecordedEvent event(ResultSet columns, StatementContext context)
      throws SQLException {
    Row row = new Row(columns);
    return new RecordedEvent(
        columns.getLong("sequence"),
        row.merchant(),
        row.maybeText("order_id").map(OrderId::new),
        row.time("at"),
        EventDocuments.event(new EventDocuments.Event(row.text("kind"), row.text("body"))));
  }
}
