package ecpay.adapter.persistence;

import ecpay.adapter.persistence.document.Documents;
import ecpay.adapter.persistence.row.Row;
import ecpay.adapter.persistence.transaction.JdbiTransactions;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.Order;
import ecpay.domain.order.OrderId;
import ecpay.domain.order.OrderReference;
import ecpay.domain.order.Orders;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

final class JdbiOrders implements Orders {
  private static final String ADD =
      """
      INSERT INTO orders (merchant_id, id, reference, total, content, placed_at, paid_trade_no,
        paid_at)
      VALUES (:merchant, :id, :reference, :total, cast(:content AS jsonb), :placedAt, :paidTradeNo,
        :paidAt)
      ON CONFLICT (merchant_id, reference) DO NOTHING
      """;
  private static final String SAVE =
      """
      UPDATE orders SET paid_trade_no = :paidTradeNo, paid_at = :paidAt
      WHERE merchant_id = :merchant AND id = :id
      """;
  private static final String FIND =
      """
      SELECT merchant_id, id, reference, content, placed_at, paid_trade_no, paid_at
      FROM orders WHERE merchant_id = :merchant AND id = :id
      """;
  private static final String LOCK = FIND + " FOR UPDATE";
  private static final String FIND_BY_REFERENCE =
      """
      SELECT merchant_id, id, reference, content, placed_at, paid_trade_no, paid_at
      FROM orders WHERE merchant_id = :merchant AND reference = :reference
      """;
  static final String NEWEST =
      """
      SELECT merchant_id, id, reference, content, placed_at, paid_trade_no, paid_at
      FROM orders WHERE merchant_id = :merchant ORDER BY id DESC LIMIT :most
      """;

  private final JdbiTransactions transactions;

  JdbiOrders(JdbiTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public boolean add(Order order) {
    boolean added =
        transactions
                .writing()
                .createUpdate(ADD)
                .bind("merchant", order.merchant().value())
                .bind("id", order.id().value())
                .bind("reference", order.reference().value())
                .bind("total", order.total().twd())
                .bind("content", Documents.write(order.content()))
                .bind("placedAt", Row.written(order.placedAt()))
                .bind("paidTradeNo", paidTradeNo(order))
                .bind("paidAt", order.payment().map(paid -> Row.written(paid.at())))
                .execute()
            == 1;
    if (added) {
      transactions.holds(order.merchant(), order.id());
    }
    return added;
  }

  @Override
  public void save(Order order) {
    Row.saved(
        transactions
            .writing(order.merchant(), order.id())
            .createUpdate(SAVE)
            .bind("merchant", order.merchant().value())
            .bind("id", order.id().value())
            .bind("paidTradeNo", paidTradeNo(order))
            .bind("paidAt", order.payment().map(paid -> Row.written(paid.at()))),
        "order " + order.id());
  }

  @Override
  public Optional<Order> find(MerchantId merchant, OrderId id) {
    return transactions.read(handle ->
        handle
            .createQuery(FIND)
            .bind("merchant", merchant.value())
            .bind("id", id.value())
            .map(JdbiOrders::order)
            .findOne());
  }

  @Override
  public Optional<Order> findByReference(MerchantId merchant, OrderReference reference) {
    return transactions.read(handle ->
        handle
            .createQuery(FIND_BY_REFERENCE)
            .bind("merchant", merchant.value())
            .bind("reference", reference.value())
            .map(JdbiOrders::order)
            .findOne());
  }

  @Override
  public List<Order> newest(MerchantId merchant, int most) {
    return transactions.read(handle ->
        handle
            .createQuery(NEWEST)
            .bind("merchant", merchant.value())
            .bind("most", most)
            .map(JdbiOrders::order)
            .list());
  }

  @Override
  public Order lock(MerchantId merchant, OrderId id) {
    Order order =
        transactions
            .writing()
            .createQuery(LOCK)
            .bind("merchant", merchant.value())
            .bind("id", id.value())
            .map(JdbiOrders::order)
            .findOne()
            .orElseThrow(() -> new NoSuchElementException("order " + id + " is not in the books"));
    transactions.holds(merchant, id);
    return order;
  }

  private static Optional<String> paidTradeNo(Order order) {
    return order.payment().map(paid -> paid.tradeNo().value());
  }

  private static Order order(ResultSet columns, StatementContext context) throws SQLException {
    Row row = new Row(columns);
    Optional<String> paidTradeNo = row.maybeText("paid_trade_no");
    return new Order(
        new OrderId(row.text("id")),
        row.merchant(),
        new OrderReference(row.text("reference")),
        Documents.orderContent(row.text("content")),
        row.time("placed_at"),
        paidTradeNo.isPresent()
            ? Optional.of(
                new Order.Settlement(new MerchantTradeNo(paidTradeNo.get()), row.time("paid_at")))
            : Optional.empty());
  }
}
