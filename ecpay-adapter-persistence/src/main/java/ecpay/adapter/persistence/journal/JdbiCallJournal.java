package ecpay.adapter.persistence.journal;

import static ecpay.adapter.persistence.row.Row.written;

import ecpay.adapter.persistence.row.Row;
import ecpay.adapter.persistence.transaction.JdbiTransactions;
import ecpay.domain.answer.Answer;
import ecpay.domain.journal.CallJournal;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

final class JdbiCallJournal implements CallJournal {
  private static final String OPEN =
      """
      INSERT INTO call_journal (merchant_id, order_id, operation, opened_at)
      VALUES (:merchant, :order, :operation, :at)
      RETURNING id
      """;
  private static final String CLOSE =
      """
      UPDATE call_journal SET closed_at = :at, outcome = :outcome, detail = :detail
      WHERE id = :id AND closed_at IS NULL
      """;
  private static final String OF_ORDER =
      """
      SELECT * FROM call_journal WHERE merchant_id = :merchant AND order_id = :order ORDER BY id
      """;

  private final JdbiTransactions transactions;

  JdbiCallJournal(JdbiTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public long open(MerchantId merchant, Optional<OrderId> order, Operation operation, Instant at) {
    return transactions
        .writing()
        .createQuery(OPEN)
        .bind("merchant", merchant.value())
        .bind("order", order.map(OrderId::value))
        .bind("operation", operation.name())
        .bind("at", written(at))
        .mapTo(Long.class)
        .one();
  }

  @Override
  public void close(long call, Answer<?> answer, Instant at) {
    Came came = came(answer);
    int closed =
        transactions
            .writing()
            .createUpdate(CLOSE)
            .bind("id", call)
            .bind("at", written(at))
            .bind("outcome", came.outcome)
            .bind("detail", came.detail)
            .execute();
    if (closed != 1) {
      throw new IllegalStateException("call " + call + " is not open");
    }
  }

  @Override
  public List<Call> ofOrder(MerchantId merchant, OrderId order) {
    return transactions.read(handle ->
        handle
            .createQuery(OF_ORDER)
            .bind("merchant", merchant.value())
            .bind("order", order.value())
            .map(JdbiCallJournal::call)
            .list());
  }

  private static Came came(Answer<?> answer) {
    return switch (answer) {
      case Answer.Accepted<?> _ -> new Came("Accepted", "");
      case Answer.Refused<?> refused ->
          new Came("Refused", refused.code() + " " + refused.message());
      case Answer.NotSent<?> notSent -> new Came("NotSent", notSent.reason());
      case Answer.Unknown<?> unknown -> new Came("Unknown", unknown.reason());
    };
  }

  private static Call call(ResultSet columns, StatementContext context) throws SQLException {
    Row row = new Row(columns);
    return new Call(
        columns.getLong("id"),
        Operation.valueOf(row.text("operation")),
        row.time("opened_at"),
        row.maybeTime("closed_at"),
        row.text("outcome"),
        row.text("detail"));
  }

  /** What came of a call. */
  private record Came(String outcome, String detail) {}
}
