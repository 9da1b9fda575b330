package ecpay.adapter.persistence;

import static ecpay.adapter.persistence.row.Row.written;

import ecpay.adapter.persistence.row.Row;
import ecpay.adapter.persistence.row.Row.State;
import ecpay.adapter.persistence.transaction.JdbiTransactions;
import ecpay.domain.boundcard.Binding;
import ecpay.domain.boundcard.BoundCard;
import ecpay.domain.boundcard.BoundCards;
import ecpay.domain.boundcard.CardId;
import ecpay.domain.boundcard.SealedCardId;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.CheckoutToken;
import ecpay.domain.payment.offer.MemberId;
import ecpay.domain.payment.report.PaymentFailure;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

final class JdbiBoundCards implements BoundCards {
  private static final List<String> FACTS =
      List.of(
          "token",
          "usable_until",
          "bank_page",
          "at",
          "bind_card_id",
          "bind_card_key",
          "last_four",
          "deleting_since",
          "failure_code",
          "failure_message");
  private static final String ADD =
      """
      INSERT INTO bound_card (merchant_id, id, member_id, trade_no, started_at, state, token,
        usable_until, bank_page, at, bind_card_id, bind_card_key, last_four, deleting_since,
        failure_code, failure_message)
      VALUES (:merchant, :id, :member, :tradeNo, :startedAt, :state, :token, :usable_until,
        :bank_page, :at, :bind_card_id, :bind_card_key, :last_four, :deleting_since,
        :failure_code, :failure_message)
      ON CONFLICT DO NOTHING
      """;
  private static final String SAVE =
      """
      UPDATE bound_card SET state = :state, token = :token, usable_until = :usable_until,
        bank_page = :bank_page, at = :at, bind_card_id = :bind_card_id,
        bind_card_key = :bind_card_key, last_four = :last_four, deleting_since = :deleting_since,
        failure_code = :failure_code, failure_message = :failure_message
      WHERE merchant_id = :merchant AND id = :id
      """;
  private static final String FIND = "SELECT * FROM bound_card WHERE id = :id";
  private static final String LOCK = FIND + " FOR UPDATE";
  private static final String BY_TRADE_NO =
      "SELECT * FROM bound_card WHERE merchant_id = :merchant AND trade_no = :tradeNo";
  private static final String OF_MEMBER =
      "SELECT * FROM bound_card WHERE merchant_id = :merchant AND member_id = :member"
          + " ORDER BY entry LIMIT 1000";

  private final JdbiTransactions transactions;

  JdbiBoundCards(JdbiTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void add(BoundCard card) {
    Row.added(
        state(card)
            .bindTo(
                transactions
                    .writing()
                    .createUpdate(ADD)
                    .bind("merchant", card.merchant().value())
                    .bind("id", card.id().value())
                    .bind("member", card.member().value())
                    .bind("tradeNo", card.binding().tradeNo().value())
                    .bind("startedAt", written(card.binding().startedAt())),
                FACTS),
        "card " + card.id());
  }

  @Override
  public void save(BoundCard card) {
    Row.saved(
        state(card)
            .bindTo(
                transactions
                    .writing()
                    .createUpdate(SAVE)
                    .bind("merchant", card.merchant().value())
                    .bind("id", card.id().value()),
                FACTS),
        "card " + card.id());
  }

  @Override
  public Optional<BoundCard> find(CardId id) {
    return transactions.read(handle ->
        handle.createQuery(FIND).bind("id", id.value()).map(JdbiBoundCards::card).findOne());
  }

  @Override
  public BoundCard lock(CardId id) {
    return transactions
        .writing()
        .createQuery(LOCK)
        .bind("id", id.value())
        .map(JdbiBoundCards::card)
        .findOne()
        .orElseThrow(() -> new NoSuchElementException("card " + id + " is not in the books"));
  }

  @Override
  public void lockMember(MerchantId merchant, MemberId member) {
    transactions.lock("bound_card", merchant.value() + "/" + member.value());
  }

  @Override
  public Optional<BoundCard> findByTradeNo(MerchantId merchant, MerchantTradeNo tradeNo) {
    return transactions.read(handle ->
        handle
            .createQuery(BY_TRADE_NO)
            .bind("merchant", merchant.value())
            .bind("tradeNo", tradeNo.value())
            .map(JdbiBoundCards::card)
            .findOne());
  }

  @Override
  public List<BoundCard> ofMember(MerchantId merchant, MemberId member) {
    return transactions.read(handle ->
        handle
            .createQuery(OF_MEMBER)
            .bind("merchant", merchant.value())
            .bind("member", member.value())
            .map(JdbiBoundCards::card)
            .list());
  }

  private static State state(BoundCard card) {
    return switch (card) {
      case BoundCard.Opening _ -> new State("OPENING");
      case BoundCard.Open open ->
          new State("OPEN")
              .with("token", open.token().value())
              .at("usable_until", open.usableUntil());
      case BoundCard.Submitted submitted -> new State("SUBMITTED").at("at", submitted.at());
      case BoundCard.AwaitingMember waiting ->
          new State("AWAITING_MEMBER")
              .with("bank_page", waiting.page().toString())
              .at("at", waiting.since());
      case BoundCard.Claimed claimed -> sealed("CLAIMED", claimed.card()).at("at", claimed.since());
      case BoundCard.Bound bound -> bound("BOUND", bound);
      case BoundCard.Deleting deleting ->
          bound("DELETING", deleting.bound()).at("deleting_since", deleting.since());
      case BoundCard.Deleted deleted ->
          new State("DELETED").with("last_four", deleted.lastFour()).at("at", deleted.at());
      case BoundCard.Failed failed ->
          new State("FAILED")
              .with("failure_code", failed.failure().code())
              .with("failure_message", failed.failure().message());
    };
  }

  private static State bound(String name, BoundCard.Bound bound) {
    return sealed(name, bound.card()).with("last_four", bound.lastFour()).at("at", bound.at());
  }

  private static State sealed(String name, SealedCardId id) {
    State state = new State(name).with("bind_card_id", Base64.getDecoder().decode(id.text()));
    return id.key().isEmpty() ? state : state.with("bind_card_key", id.key());
  }

  private static BoundCard card(ResultSet columns, StatementContext context) throws SQLException {
    Row row = new Row(columns);
    Binding binding =
        new Binding(
            new CardId(row.text("id")),
            row.merchant(),
            new MemberId(row.text("member_id")),
            new MerchantTradeNo(row.text("trade_no")),
            row.time("started_at"));
    String state = row.text("state");
    return switch (state) {
      case "OPENING" -> new BoundCard.Opening(binding);
      case "OPEN" ->
          new BoundCard.Open(
              binding, new CheckoutToken(row.text("token")), row.time("usable_until"));
      case "SUBMITTED" -> new BoundCard.Submitted(binding, row.time("at"));
      case "AWAITING_MEMBER" ->
          new BoundCard.AwaitingMember(binding, URI.create(row.text("bank_page")), row.time("at"));
      case "CLAIMED" ->
          new BoundCard.Claimed(binding, JdbiCardKeys.sealed(columns), row.time("at"));
      case "BOUND" -> bound(binding, row);
      case "DELETING" -> new BoundCard.Deleting(bound(binding, row), row.time("deleting_since"));
      case "DELETED" -> new BoundCard.Deleted(binding, row.text("last_four"), row.time("at"));
      case "FAILED" ->
          new BoundCard.Failed(
              binding, new PaymentFailure(row.text("failure_code"), row.text("failure_message")));
      default -> throw Row.unknown("state of a card", state);
    };
  }

  private static BoundCard.Bound bound(Binding binding, Row row) throws SQLException {
    return new BoundCard.Bound(
        binding, JdbiCardKeys.sealed(row.columns()), row.text("last_four"), row.time("at"));
  }
}
