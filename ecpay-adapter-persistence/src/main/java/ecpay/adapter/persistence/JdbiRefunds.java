package ecpay.adapter.persistence;

import static ecpay.adapter.persistence.row.Row.written;

import ecpay.adapter.persistence.document.Documents;
import ecpay.adapter.persistence.row.Row;
import ecpay.adapter.persistence.row.Row.State;
import ecpay.adapter.persistence.transaction.JdbiTransactions;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.refund.Refund;
import ecpay.domain.refund.RefundId;
import ecpay.domain.refund.RefundReference;
import ecpay.domain.refund.RefundStep;
import ecpay.domain.refund.Refunds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;

/** A refund is one row, and one row per step. */
final class JdbiRefunds implements Refunds {
  private static final List<String> FACTS = List.of("stop_code", "stop_message", "ended_at");

  private static final String ADD =
      """
      INSERT INTO refund (merchant_id, id, order_id, payment_id, reference, wish, of_order,
        everything, paid, refunded_before, amount, status, stop_code, stop_message, ended_at,
        waits_for_a_person, started_at)
      VALUES (:merchant, :id, :order, :payment, :reference, cast(:wish AS jsonb), :ofOrder,
        :everything, :paid, :before, :amount, :state, :stop_code, :stop_message, :ended_at,
        :waits, :startedAt)
      ON CONFLICT DO NOTHING
      """;

  private static final String SAVE =
      """
      UPDATE refund SET wish = cast(:wish AS jsonb), status = :state, stop_code = :stop_code,
        stop_message = :stop_message, ended_at = :ended_at, waits_for_a_person = :waits
      WHERE merchant_id = :merchant AND id = :id
      """;

  private static final String DROP_STEPS =
      "DELETE FROM refund_step WHERE merchant_id = :merchant AND refund_id = :id";

  private static final String ADD_STEP =
      """
      INSERT INTO refund_step (merchant_id, refund_id, place, number, act, amount, content, state,
        facts, done_at)
      VALUES (:merchant, :id, :place, :number, :act, :amount, cast(:content AS jsonb), :state,
        cast(:facts AS jsonb), :doneAt)
      """;

  private static final String SELECT =
      """
      SELECT r.*, s.number, s.act, s.amount AS step_amount, s.content, s.state AS step_state,
        s.facts
      FROM refund r
      LEFT JOIN refund_step s ON s.merchant_id = r.merchant_id AND s.refund_id = r.id
      """;
  private static final String FIND =
      SELECT + "WHERE r.merchant_id = :merchant AND r.id = :key ORDER BY s.place";
  private static final String OF_ORDER =
      SELECT + "WHERE r.merchant_id = :merchant AND r.order_id = :key ORDER BY r.entry, s.place";
  private static final String TASKS =
      SELECT
          + """
          WHERE r.merchant_id = :merchant AND r.id IN (
            SELECT id FROM refund
            WHERE merchant_id = :merchant AND waits_for_a_person AND id > :key
            ORDER BY id LIMIT :most)
          ORDER BY r.id, s.place
          """;

  private static final String WITHHELD =
      """
      SELECT EXISTS (SELECT 1 FROM refund
        WHERE merchant_id = :merchant AND order_id = :order AND of_order AND everything
          AND status <> 'CANCELLED')
      """;

  private final JdbiTransactions transactions;

  JdbiRefunds(JdbiTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void add(Refund refund) {
    Row.added(
        writing(ADD, refund)
            .bind("order", refund.order().value())
            .bind("payment", refund.payment().value())
            .bind("reference", refund.reference().value())
            .bind("ofOrder", refund.ofOrder())
            .bind("everything", refund.everything())
            .bind("paid", refund.paid().twd())
            .bind("before", refund.before().twd())
            .bind("amount", refund.amount().twd())
            .bind("startedAt", written(refund.startedAt())),
        "refund " + refund.id());
    addSteps(refund);
  }

  @Override
  public void save(Refund refund) {
    Row.saved(writing(SAVE, refund), "refund " + refund.id());
    handle(refund)
        .createUpdate(DROP_STEPS)
        .bind("merchant", refund.merchant().value())
        .bind("id", refund.id().value())
        .execute();
    addSteps(refund);
  }

  private Handle handle(Refund refund) {
    return transactions.writing(refund.merchant(), refund.order());
  }

  private void addSteps(Refund refund) {
    if (refund.steps().isEmpty()) {
      return;
    }
    PreparedBatch batch = handle(refund).prepareBatch(ADD_STEP);
    int place = 0;
    for (RefundStep step : refund.steps()) {
      Documents.Kept act = Documents.write(step.act());
      Documents.Kept state = Documents.write(step.state());
      place++;
      batch
          .bind("merchant", refund.merchant().value())
          .bind("id", refund.id().value())
          .bind("place", place)
          .bind("number", step.number())
          .bind("act", act.kind())
          .bind("amount", step.act().amount().twd())
          .bind("content", act.body())
          .bind("state", state.kind())
          .bind("facts", state.body())
          .bind("doneAt", step.doneAt().map(Row::written))
          .add();
    }
    batch.execute();
  }

  /** A statement with everything bound that may change. */
  private Update writing(String sql, Refund refund) {
    Update update =
        handle(refund)
            .createUpdate(sql)
            .bind("merchant", refund.merchant().value())
            .bind("id", refund.id().value())
            .bind("wish", Documents.write(refund.wish()))
            .bind("waits", refund.waitsForAPerson());
    return state(refund.status()).bindTo(update, FACTS);
  }

  @Override
  public Optional<Refund> find(MerchantId merchant, RefundId id) {
    return list(FIND, merchant, id.value(), 1).stream().findFirst();
  }

  @Override
  public List<Refund> ofOrder(MerchantId merchant, OrderId order) {
    return list(OF_ORDER, merchant, order.value(), 0);
  }

  @Override
  public List<Refund> tasks(MerchantId merchant, String after, int most) {
    return list(TASKS, merchant, after, most);
  }

  @Override
  public boolean isWithheld(MerchantId merchant, OrderId order) {
    return transactions.read(handle ->
        handle
            .createQuery(WITHHELD)
            .bind("merchant", merchant.value())
            .bind("order", order.value())
            .mapTo(Boolean.class)
            .one());
  }

  private List<Refund> list(String sql, MerchantId merchant, String key, int most) {
    Map<String, Rows> byId = new LinkedHashMap<>();
    transactions.read(handle -> {
      var query = handle.createQuery(sql).bind("merchant", merchant.value()).bind("key", key);
      if (sql.equals(TASKS)) {
        query.bind("most", most);
      }
      return query.map((columns, _) -> collect(columns, byId)).list();
    });
    return byId.values().stream().map(Rows::refund).toList();
  }

  private static boolean collect(ResultSet columns, Map<String, Rows> byId) throws SQLException {
    Row row = new Row(columns);
    Refund head = head(row);
    Rows rows = byId.computeIfAbsent(head.id().value(), _ -> new Rows(head, new ArrayList<>()));
    Optional<String> act = row.maybeText("act");
    if (act.isPresent()) {
      rows.steps()
          .add(
              new RefundStep(
                  row.number("number"),
                  Documents.refundAct(act.get(), row.text("content"), row.money("step_amount")),
                  Documents.stepState(
                      row.text("step_state"), row.text("facts"), head.startedAt())));
    }
    return true;
  }

  /** The refund's own row, and its steps so far. */
  private record Rows(Refund head, List<RefundStep> steps) {
    Refund refund() {
      return new Refund(
          head.id(),
          head.merchant(),
          head.order(),
          head.payment(),
          head.reference(),
          head.wish(),
          head.ofOrder(),
          head.everything(),
          head.paid(),
          head.before(),
          head.amount(),
          steps,
          head.status(),
          head.startedAt());
    }
  }

  private static Refund head(Row row) throws SQLException {
    return new Refund(
        new RefundId(row.text("id")),
        row.merchant(),
        row.order(),
        new PaymentId(row.text("payment_id")),
        new RefundReference(row.text("reference")),
        Documents.refundWish(row.text("wish")),
        row.flag("of_order"),
        row.flag("everything"),
        row.money("paid"),
        row.money("refunded_before"),
        row.money("amount"),
        List.of(),
        status(row),
        row.time("started_at"));
  }

  private static State state(Refund.Status status) {
    return switch (status) {
      case Refund.Status.UnderWay() -> new State("UNDER_WAY");
      case Refund.Status.Stopped(String code, String message) ->
          new State("STOPPED").with("stop_code", code).with("stop_message", message);
      case Refund.Status.Cancelling() -> new State("CANCELLING");
      case Refund.Status.Cancelled cancelled ->
          new State("CANCELLED").at("ended_at", cancelled.at());
      case Refund.Status.Done done -> new State("DONE").at("ended_at", done.at());
    };
  }

  private static Refund.Status status(Row row) throws SQLException {
    String status = row.text("status");
    return switch (status) {
      case "UNDER_WAY" -> new Refund.Status.UnderWay();
      case "STOPPED" -> new Refund.Status.Stopped(row.text("stop_code"), row.text("stop_message"));
      case "CANCELLING" -> new Refund.Status.Cancelling();
      case "CANCELLED" -> new Refund.Status.Cancelled(row.time("ended_at"));
      case "DONE" -> new Refund.Status.Done(row.time("ended_at"));
      default -> throw Row.unknown("status of a refund", status);
    };
  }
}
