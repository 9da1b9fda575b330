package ecpay.adapter.persistence;

import static ecpay.adapter.persistence.row.Row.written;

import ecpay.adapter.persistence.document.Documents;
import ecpay.adapter.persistence.row.Row;
import ecpay.adapter.persistence.transaction.JdbiTransactions;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.notification.Notification;
import ecpay.domain.notification.NotificationId;
import ecpay.domain.notification.Notifications;
import ecpay.domain.order.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.statement.StatementContext;

final class JdbiNotifications implements Notifications {
  private static final String ADD =
      """
      INSERT INTO notification (merchant_id, id, order_id, invoice_number, notice, requested_at,
        outcome, detail)
      VALUES (:merchant, :id, :order, :invoiceNumber, cast(:notice AS jsonb), :requestedAt,
        :outcome, :detail)
      ON CONFLICT DO NOTHING
      """;
  private static final String SAVE =
      """
      UPDATE notification SET outcome = :outcome, detail = :detail
      WHERE merchant_id = :merchant AND id = :id
      """;
  private static final String OF_ORDER =
      """
      SELECT * FROM notification WHERE merchant_id = :merchant AND order_id = :order ORDER BY entry
      """;

  private final JdbiTransactions transactions;

  JdbiNotifications(JdbiTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void add(Notification notification) {
    Row.added(
        transactions
            .writing(notification.merchant(), notification.order())
            .createUpdate(ADD)
            .bind("merchant", notification.merchant().value())
            .bind("id", notification.id().value())
            .bind("order", notification.order().value())
            .bind("invoiceNumber", notification.notice().invoice().value())
            .bind("notice", Documents.write(notification.notice()))
            .bind("requestedAt", written(notification.requestedAt()))
            .bind("outcome", notification.outcome().name())
            .bind("detail", notification.detail()),
        "notification " + notification.id());
  }

  @Override
  public void save(Notification notification) {
    Row.saved(
        transactions
            .writing(notification.merchant(), notification.order())
            .createUpdate(SAVE)
            .bind("merchant", notification.merchant().value())
            .bind("id", notification.id().value())
            .bind("outcome", notification.outcome().name())
            .bind("detail", notification.detail()),
        "notification " + notification.id());
  }

  @Override
  public List<Notification> ofOrder(MerchantId merchant, OrderId order) {
    return transactions.read(handle ->
        handle
            .createQuery(OF_ORDER)
            .bind("merchant", merchant.value())
            .bind("order", order.value())
            .map(JdbiNotifications::notification)
            .list());
  }

  private static Notification notification(ResultSet columns, StatementContext context)
      throws SQLException {
    Row row = new Row(columns);
    return new Notification(
        new NotificationId(row.text("id")),
        row.merchant(),
        row.order(),
        Documents.notice(row.text("notice")),
        row.time("requested_at"),
        Notification.Outcome.valueOf(row.text("outcome")),
        row.text("detail"));
  }
}
