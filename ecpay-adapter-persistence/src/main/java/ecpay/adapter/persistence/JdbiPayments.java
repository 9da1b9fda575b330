package ecpay.adapter.persistence;

import static ecpay.adapter.persistence.row.Row.written;

import ecpay.adapter.persistence.document.payment.PaymentDocuments;
import ecpay.adapter.persistence.row.Row;
import ecpay.adapter.persistence.row.Row.State;
import ecpay.adapter.persistence.transaction.JdbiTransactions;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.OrderId;
import ecpay.domain.payment.Attempt;
import ecpay.domain.payment.CheckoutToken;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.Payments;
import ecpay.domain.payment.report.PaymentFailure;
import ecpay.domain.payment.report.PaymentInstructions;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

final class JdbiPayments implements Payments {
  private static final List<String> FACTS =
      List.of(
          "token",
          "usable_until",
          "handed_over_at",
          "submitted_at",
          "bank_page",
          "buyer_sent_at",
          "ecpay_trade_no",
          "instructions",
          "trade",
          "paid_at",
          "failure_code",
          "failure_message",
          "expired_at");
  private static final String ADD =
      """
      INSERT INTO payment (merchant_id, id, order_id, trade_no, charge, amount, offer, started_at, beside, state,
        token, usable_until, handed_over_at, submitted_at, bank_page, buyer_sent_at, ecpay_trade_no, instructions,
        trade, paid_at, failure_code, failure_message, expired_at)
      VALUES (:merchant, :id, :order, :tradeNo, :charge, :amount, cast(:offer AS jsonb),
        :startedAt, :beside, :state, :token, :usable_until, :handed_over_at, :submitted_at, :bank_page, :buyer_sent_at, :ecpay_trade_no,
        cast(:instructions AS jsonb), cast(:trade AS jsonb), :paid_at, :failure_code, :failure_message,
        :expired_at)
      ON CONFLICT DO NOTHING
      """;
  private static final String SAVE =
      """
      UPDATE payment SET state = :state, token = :token, usable_until = :usable_until,
        handed_over_at = :handed_over_at, submitted_at = :submitted_at, bank_page = :bank_page, buyer_sent_at = :buyer_sent_at,
        ecpay_trade_no = :ecpay_trade_no, instructions = cast(:instructions AS jsonb),
        trade = cast(:trade AS jsonb), paid_at = :paid_at, failure_code = :failure_code,
        failure_message = :failure_message, expired_at = :expired_at
      WHERE merchant_id = :merchant AND id = :id
      """;
  private static final String FIND = "SELECT * FROM payment WHERE id = :id";
  private static final String FIND_BY_TRADE_NO =
      "SELECT * FROM payment WHERE merchant_id = :merchant AND trade_no = :tradeNo"
          + " AND charge = 1";
  private static final String OF_ORDER =
      "SELECT * FROM payment WHERE merchant_id = :merchant AND order_id = :order ORDER BY entry";

  private final JdbiTransactions transactions;

  JdbiPayments(JdbiTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void add(Payment payment) {
    Attempt attempt = payment.attempt();
    Row.added(
        state(payment)
            .bindTo(
                transactions
                    .writing(payment.merchant(), payment.order())
                    .createUpdate(ADD)
                    .bind("merchant", payment.merchant().value())
                    .bind("id", payment.id().value())
                    .bind("order", payment.order().value())
                    .bind("tradeNo", payment.tradeNo().value())
                    .bind("amount", attempt.amount().twd())
                    .bind("charge", attempt.charge())
                    .bind("offer", PaymentDocuments.write(attempt.offer()))
                    .bind("startedAt", written(attempt.startedAt()))
                    .bind("beside", attempt.beside().map(PaymentId::value).orElse(null)),
                FACTS),
        "payment " + payment.id());
  }

  @Override
  public void save(Payment payment) {
    Row.saved(
        state(payment)
            .bindTo(
                transactions
                    .writing(payment.merchant(), payment.order())
                    .createUpdate(SAVE)
                    .bind("merchant", payment.merchant().value())
                    .bind("id", payment.id().value()),
                FACTS),
        "payment " + payment.id());
  }

  @Override
  public Optional<Payment> find(PaymentId id) {
    return transactions.read(handle ->
        handle.createQuery(FIND).bind("id", id.value()).map(JdbiPayments::payment).findOne());
  }

  @Override
  public Optional<Payment> findByTradeNo(MerchantId merchant, MerchantTradeNo tradeNo) {
    return transactions.read(handle ->
        handle
            .createQuery(FIND_BY_TRADE_NO)
            .bind("merchant", merchant.value())
            .bind("tradeNo", tradeNo.value())
            .map(JdbiPayments::payment)
            .findOne());
  }

  @Override
  public List<Payment> ofOrder(MerchantId merchant, OrderId order) {
    return transactions.read(handle ->
        handle
            .createQuery(OF_ORDER)
            .bind("merchant", merchant.value())
            .bind("order", order.value())
            .map(JdbiPayments::payment)
            .list());
  }

  private static State state(Payment payment) {
    return switch (payment) {
      case Payment.Opening _ -> new State("OPENING");
      case Payment.Open open ->
          new State("OPEN")
              .with("token", open.token().value())
              .at("usable_until", open.usableUntil());
      case Payment.HandedOver handed ->
          new State("HANDED_OVER").at("handed_over_at", handed.since());
      case Payment.Submitted submitted -> new State("SUBMITTED").at("submitted_at", submitted.at());
      case Payment.AwaitingBuyer awaiting ->
          new State("AWAITING_BUYER")
              .with("bank_page", awaiting.page().toString())
              .at("buyer_sent_at", awaiting.since());
      case Payment.AwaitingMoney awaiting ->
          new State("AWAITING_MONEY")
              .with("ecpay_trade_no", awaiting.trade().ecpayTradeNo())
              .with("trade", PaymentDocuments.write(awaiting.trade()))
              .with("instructions", PaymentDocuments.write(awaiting.instructions()));
      case Payment.Paid paid ->
          withCode(
              new State("PAID")
                  .with("ecpay_trade_no", paid.trade().ecpayTradeNo())
                  .with("trade", PaymentDocuments.write(paid.trade()))
                  .at("paid_at", paid.paidAt()),
              paid.code());
      case Payment.Failed failed ->
          new State("FAILED")
              .with("failure_code", failed.failure().code())
              .with("failure_message", failed.failure().message());
      case Payment.Expired expired ->
          withCode(new State("EXPIRED").at("expired_at", expired.at()), expired.code());
    };
  }

  private static State withCode(State state, Optional<PaymentInstructions> code) {
    return code.map(known -> state.with("instructions", PaymentDocuments.write(known)))
        .orElse(state);
  }

  private static Optional<PaymentInstructions> code(Row row) throws SQLException {
    return row.maybeText("instructions").map(PaymentDocuments::paymentInstructions);
  }

  static Payment payment(ResultSet columns, StatementContext context) throws SQLException {
    Row row = new Row(columns);
    Attempt attempt = attempt(row);
    String state = row.text("state");
    return switch (state) {
      case "OPENING" -> new Payment.Opening(attempt);
      case "OPEN" ->
          new Payment.Open(attempt, new CheckoutToken(row.text("token")), row.time("usable_until"));
      case "HANDED_OVER" -> new Payment.HandedOver(attempt, row.time("handed_over_at"));
      case "SUBMITTED" -> new Payment.Submitted(attempt, row.time("submitted_at"));
      case "AWAITING_BUYER" ->
          new Payment.AwaitingBuyer(
              attempt, URI.create(row.text("bank_page")), row.time("buyer_sent_at"));
      case "AWAITING_MONEY" ->
          new Payment.AwaitingMoney(
              attempt,
              PaymentDocuments.tradeDetails(row.text("trade")),
              PaymentDocuments.paymentInstructions(row.text("instructions")));
      case "PAID" ->
          new Payment.Paid(attempt, PaymentDocuments.tradeDetails(row.text("trade")), code(row));
      case "FAILED" ->
          new Payment.Failed(
              attempt, new PaymentFailure(row.text("failure_code"), row.text("failure_message")));
      case "EXPIRED" -> new Payment.Expired(attempt, row.time("expired_at"), code(row));
      default -> throw Row.unknown("state of a payment", state);
    };
  }

  private static Attempt attempt(Row row) throws SQLException {
    return new Attempt(
        new PaymentId(row.text("id")),
        row.merchant(),
        row.order(),
        new MerchantTradeNo(row.text("trade_no")),
        row.number("charge"),
        row.money("amount"),
        PaymentDocuments.offer(row.text("offer")),
        row.time("started_at"),
        row.maybeText("beside").map(PaymentId::new));
  }
}
