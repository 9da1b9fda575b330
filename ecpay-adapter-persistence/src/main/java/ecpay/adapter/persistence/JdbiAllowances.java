package ecpay.adapter.persistence;

import static ecpay.adapter.persistence.Row.written;

import ecpay.adapter.persistence.document.Documents;
import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.AllowanceId;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.allowance.AllowanceReference;
import ecpay.domain.allowance.Allowances;
import ecpay.domain.allowance.Reason;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

final class JdbiAllowances implements Allowances {
  private static final List<String> FACTS =
      List.of(
          "sent_at",
          "unknown_reason",
          "unknown_since",
          "resendable",
          "number",
          "deadline",
          "issued_at",
          "end_reason",
          "ended_at",
          "refusal_code",
          "refusal_message");
  private static final String ADD =
      """
      INSERT INTO allowance (merchant_id, id, order_id, reference, invoice_number, amount, document,
        requested_at, state, sent_at, unknown_reason, unknown_since, resendable, number, deadline,
        issued_at, end_reason, ended_at, refusal_code, refusal_message)
      VALUES (:merchant, :id, :order, :reference, :invoiceNumber, :amount,
        cast(:document AS jsonb), :requestedAt, :state, :sent_at, :unknown_reason, :unknown_since,
        :resendable, :number, :deadline, :issued_at, :end_reason, :ended_at, :refusal_code,
        :refusal_message)
      ON CONFLICT DO NOTHING
      """;
  private static final String SAVE =
      """
      UPDATE allowance SET state = :state, sent_at = :sent_at, unknown_reason = :unknown_reason,
        unknown_since = :unknown_since, resendable = :resendable, number = :number,
        deadline = :deadline, issued_at = :issued_at, end_reason = :end_reason,
        ended_at = :ended_at, refusal_code = :refusal_code, refusal_message = :refusal_message
      WHERE merchant_id = :merchant AND id = :id
      """;
  private static final String FIND =
      "SELECT * FROM allowance WHERE merchant_id = :merchant AND id = :key";
  private static final String FIND_BY_NUMBER =
      "SELECT * FROM allowance WHERE merchant_id = :merchant AND number = :key";
  private static final String OF_ORDER =
      "SELECT * FROM allowance WHERE merchant_id = :merchant AND order_id = :key ORDER BY entry";
  private static final String UNCONFIRMED =
      """
      SELECT * FROM allowance
      WHERE merchant_id = :merchant AND invoice_number = :key AND state IN ('REQUESTED', 'UNKNOWN')
      ORDER BY entry
      """;

  private final JdbiTransactions transactions;

  JdbiAllowances(JdbiTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void add(Allowance allowance) {
    Allowance.Draft draft = allowance.draft();
    Change.added(
        state(allowance)
            .bindTo(
                transactions
                    .writing(allowance.merchant(), allowance.order())
                    .createUpdate(ADD)
                    .bind("merchant", allowance.merchant().value())
                    .bind("id", allowance.id().value())
                    .bind("order", allowance.order().value())
                    .bind("reference", draft.reference().value())
                    .bind("invoiceNumber", draft.document().invoice().number().value())
                    .bind("amount", allowance.amount().twd())
                    .bind("document", Documents.write(draft.document()))
                    .bind("requestedAt", written(draft.requestedAt())),
                FACTS),
        "allowance " + allowance.id());
  }

  @Override
  public void save(Allowance allowance) {
    Change.saved(
        state(allowance)
            .bindTo(
                transactions
                    .writing(allowance.merchant(), allowance.order())
                    .createUpdate(SAVE)
                    .bind("merchant", allowance.merchant().value())
                    .bind("id", allowance.id().value()),
                FACTS),
        "allowance " + allowance.id());
  }

  @Override
  public Optional<Allowance> find(MerchantId merchant, AllowanceId id) {
    return list(FIND, merchant, id.value()).stream().findFirst();
  }

  @Override
  public Optional<Allowance> findByNumber(MerchantId merchant, AllowanceNumber number) {
    return list(FIND_BY_NUMBER, merchant, number.value()).stream().findFirst();
  }

  @Override
  public List<Allowance.Unconfirmed> unconfirmedOf(MerchantId merchant, InvoiceNumber invoice) {
    return list(UNCONFIRMED, merchant, invoice.value()).stream()
        .map(Allowance.Unconfirmed.class::cast)
        .toList();
  }

  @Override
  public List<Allowance> ofOrder(MerchantId merchant, OrderId order) {
    return list(OF_ORDER, merchant, order.value());
  }

  private List<Allowance> list(String sql, MerchantId merchant, String key) {
    return transactions.read(handle ->
        handle
            .createQuery(sql)
            .bind("merchant", merchant.value())
            .bind("key", key)
            .map(JdbiAllowances::allowance)
            .list());
  }

  private static State state(Allowance allowance) {
    Map<String, Object> facts = new HashMap<>();
    return switch (allowance) {
      case Allowance.Requested requested -> {
        requested.sentAt().ifPresent(at -> facts.put("sent_at", written(at)));
        yield new State("REQUESTED", facts);
      }
      case Allowance.Unknown unknown -> {
        facts.put("unknown_reason", unknown.reason());
        facts.put("unknown_since", written(unknown.since()));
        facts.put("resendable", unknown.resendable());
        yield new State("UNKNOWN", facts);
      }
      case Allowance.AwaitingConsent awaiting -> {
        facts.put("number", awaiting.number().value());
        facts.put("deadline", written(awaiting.deadline()));
        yield new State("AWAITING_CONSENT", facts);
      }
      case Allowance.Issued issued -> {
        facts.put("number", issued.number().value());
        facts.put("issued_at", written(issued.issuedAt()));
        yield new State("ISSUED", facts);
      }
      case Allowance.Cancelled cancelled -> {
        facts.put("number", cancelled.number().value());
        facts.put("end_reason", cancelled.reason().value());
        facts.put("ended_at", written(cancelled.at()));
        yield new State("CANCELLED", facts);
      }
      case Allowance.Expired expired -> {
        expired.number().ifPresent(number -> facts.put("number", number.value()));
        facts.put("ended_at", written(expired.at()));
        yield new State("EXPIRED", facts);
      }
      case Allowance.Voided voided -> {
        facts.put("number", voided.number().value());
        facts.put("end_reason", voided.reason().value());
        facts.put("ended_at", written(voided.at()));
        yield new State("VOIDED", facts);
      }
      case Allowance.Refused refused -> {
        facts.put("refusal_code", refused.code());
        facts.put("refusal_message", refused.message());
        yield new State("REFUSED", facts);
      }
    };
  }

  private static Allowance allowance(ResultSet columns, StatementContext context)
      throws SQLException {
    Row row = new Row(columns);
    Allowance.Draft draft = draft(row);
    Optional<AllowanceNumber> number = row.maybeText("number").map(AllowanceNumber::new);
    String state = row.text("state");
    return switch (state) {
      case "REQUESTED" -> new Allowance.Requested(draft, row.maybeTime("sent_at"));
      case "UNKNOWN" ->
          new Allowance.Unknown(
              draft, row.text("unknown_reason"), row.flag("resendable"), row.time("unknown_since"));
      case "AWAITING_CONSENT" ->
          new Allowance.AwaitingConsent(draft, number.orElseThrow(), row.time("deadline"));
      case "ISSUED" -> new Allowance.Issued(draft, number.orElseThrow(), row.time("issued_at"));
      case "CANCELLED" ->
          new Allowance.Cancelled(draft, number.orElseThrow(), reason(row), row.time("ended_at"));
      case "EXPIRED" -> new Allowance.Expired(draft, number, row.time("ended_at"));
      case "VOIDED" ->
          new Allowance.Voided(draft, number.orElseThrow(), reason(row), row.time("ended_at"));
      case "REFUSED" ->
          new Allowance.Refused(draft, row.text("refusal_code"), row.text("refusal_message"));
      default -> throw Row.unknown("state of an allowance", state);
    };
  }

  private static Allowance.Draft draft(Row row) throws SQLException {
    return new Allowance.Draft(
        new AllowanceId(row.text("id")),
        row.merchant(),
        row.order(),
        new AllowanceReference(row.text("reference")),
        Documents.allowanceDocument(row.text("document")),
        row.time("requested_at"));
  }

  private static Reason reason(Row row) throws SQLException {
    return new Reason(row.text("end_reason"));
  }
}
