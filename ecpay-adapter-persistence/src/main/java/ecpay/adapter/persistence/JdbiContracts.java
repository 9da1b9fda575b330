package ecpay.adapter.persistence;

import static ecpay.adapter.persistence.row.Row.written;

import ecpay.adapter.persistence.document.payment.PaymentDocuments;
import ecpay.adapter.persistence.row.Row;
import ecpay.adapter.persistence.transaction.JdbiTransactions;
import ecpay.domain.contract.Agreement;
import ecpay.domain.contract.Contracts;
import ecpay.domain.contract.PeriodicContract;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.OrderId;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.offer.Channel;
import ecpay.domain.payment.offer.PeriodicTerms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

final class JdbiContracts implements Contracts {
  private static final String ADD =
      """
      INSERT INTO periodic_contract (merchant_id, trade_no, order_id, payment_id, unit, frequency,
        times, channel, amount, begun_at, state, progress)
      VALUES (:merchant, :tradeNo, :order, :payment, :unit, :frequency, :times, :channel, :amount,
        :begunAt, :state, cast(:progress AS jsonb))
      ON CONFLICT DO NOTHING
      """;
  private static final String SAVE =
      """
      UPDATE periodic_contract SET state = :state, progress = cast(:progress AS jsonb)
      WHERE merchant_id = :merchant AND trade_no = :tradeNo
      """;
  private static final String FIND =
      "SELECT * FROM periodic_contract WHERE merchant_id = :merchant AND trade_no = :tradeNo";
  private static final String OF_ORDER =
      "SELECT * FROM periodic_contract WHERE merchant_id = :merchant AND order_id = :order"
          + " ORDER BY entry";

  private final JdbiTransactions transactions;

  JdbiContracts(JdbiTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void add(PeriodicContract contract) {
    Agreement agreement = contract.agreement();
    Row.added(
        transactions
            .writing(agreement.merchant(), agreement.order())
            .createUpdate(ADD)
            .bind("merchant", agreement.merchant().value())
            .bind("tradeNo", agreement.tradeNo().value())
            .bind("order", agreement.order().value())
            .bind("payment", agreement.payment().value())
            .bind("unit", agreement.terms().unit().name())
            .bind("frequency", agreement.terms().frequency())
            .bind("times", agreement.terms().times())
            .bind("channel", agreement.channel().name())
            .bind("amount", agreement.amount().twd())
            .bind("begunAt", written(agreement.begunAt()))
            .bind("state", contract.state().name())
            .bind("progress", PaymentDocuments.write(contract)),
        "contract " + agreement.tradeNo());
  }

  @Override
  public void save(PeriodicContract contract) {
    Row.saved(
        transactions
            .writing(contract.merchant(), contract.agreement().order())
            .createUpdate(SAVE)
            .bind("merchant", contract.merchant().value())
            .bind("tradeNo", contract.tradeNo().value())
            .bind("state", contract.state().name())
            .bind("progress", PaymentDocuments.write(contract)),
        "contract " + contract.tradeNo());
  }

  @Override
  public Optional<PeriodicContract> find(MerchantId merchant, MerchantTradeNo tradeNo) {
    return transactions.read(handle ->
        handle
            .createQuery(FIND)
            .bind("merchant", merchant.value())
            .bind("tradeNo", tradeNo.value())
            .map(JdbiContracts::contract)
            .findOne());
  }

  @Override
  public List<PeriodicContract> ofOrder(MerchantId merchant, OrderId order) {
    return transactions.read(handle ->
        handle
            .createQuery(OF_ORDER)
            .bind("merchant", merchant.value())
            .bind("order", order.value())
            .map(JdbiContracts::contract)
            .list());
  }

  private static PeriodicContract contract(ResultSet columns, StatementContext context)
      throws SQLException {
    Row row = new Row(columns);
    return PaymentDocuments.contract(row.text("progress"), agreement(row));
  }

  private static Agreement agreement(Row row) throws SQLException {
    return new Agreement(
        row.merchant(),
        new MerchantTradeNo(row.text("trade_no")),
        row.order(),
        new PaymentId(row.text("payment_id")),
        new PeriodicTerms(
            PeriodicTerms.Unit.valueOf(row.text("unit")),
            row.number("frequency"),
            row.number("times")),
        Channel.valueOf(row.text("channel")),
        row.money("amount"),
        row.time("begun_at"));
  }
}
