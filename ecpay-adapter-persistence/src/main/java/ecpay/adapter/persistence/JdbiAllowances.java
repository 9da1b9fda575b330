package ecpay.adapter.persistence;

import static ecpay.adapter.persistence.row.Row.written;

import ecpay.adapter.persistence.document.Documents;
import ecpay.adapter.persistence.row.Row;
import ecpay.adapter.persistence.row.Row.State;
import ecpay.adapter.persistence.transaction.JdbiTransactions;
import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.AllowanceId;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.allowance.AllowanceReference;
import ecpay.domain.allowance.Allowances;
import ecpay.domain.allowance.Reason;
import ecpay.domain.allowance.Withdrawal;
import ecpay.domain.allowance.document.AllowanceDocument;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.invoice.document.TaxSplit;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;
import ecpay.domain.time.Taipei;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;

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
          "issued_on",
          "end_reason",
          "ended_at",
          "refusal_code",
          "refusal_message",
          "withdrawal_reason",
          "withdrawal_asked_at",
          "withdrawal_delivery",
          "withdrawal_delivery_at",
          "withdrawal_delivery_flag");
  private static final String ADD =
      """
      INSERT INTO allowance (merchant_id, id, order_id, reference, invoice_number, amount, parts,
        requested_at, invoice_issued_on, document, signature_owed, taxable_net, tax, zero_rated, exempt, state, sent_at,
        unknown_reason, unknown_since, resendable, number, deadline, issued_at, issued_on,
        end_reason, ended_at, refusal_code, refusal_message, withdrawal_reason,
        withdrawal_asked_at, withdrawal_delivery, withdrawal_delivery_at, withdrawal_delivery_flag)
      VALUES (:merchant, :id, :order, :reference, :invoiceNumber, :amount, cast(:parts AS jsonb),
        :requestedAt, :invoiceIssuedOn, cast(:document AS jsonb), :signatureOwed, :taxableNet, :tax, :zeroRated, :exempt, :state,
        :sent_at, :unknown_reason, :unknown_since, :resendable, :number, :deadline, :issued_at,
        :issued_on, :end_reason, :ended_at, :refusal_code, :refusal_message, :withdrawal_reason,
        :withdrawal_asked_at, :withdrawal_delivery, :withdrawal_delivery_at,
        :withdrawal_delivery_flag)
      ON CONFLICT DO NOTHING
      """;

  /** When a void allowance was issued stays in the books. */
  private static final String SAVE =
      """
      UPDATE allowance SET document = cast(:document AS jsonb),
        signature_owed = :signatureOwed, taxable_net = :taxableNet, tax = :tax, zero_rated = :zeroRated, exempt = :exempt, state = :state, sent_at = :sent_at,
        unknown_reason = :unknown_reason, unknown_since = :unknown_since, resendable = :resendable,
        number = :number, deadline = :deadline,
        issued_at = CASE WHEN :state = 'VOIDED' THEN issued_at
          ELSE cast(:issued_at AS timestamptz) END,
        issued_on = CASE WHEN :state = 'VOIDED' THEN issued_on ELSE cast(:issued_on AS date) END,
        end_reason = :end_reason, ended_at = :ended_at, refusal_code = :refusal_code,
        refusal_message = :refusal_message, withdrawal_reason = :withdrawal_reason,
        withdrawal_asked_at = :withdrawal_asked_at, withdrawal_delivery = :withdrawal_delivery,
        withdrawal_delivery_at = :withdrawal_delivery_at,
        withdrawal_delivery_flag = :withdrawal_delivery_flag
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

  private static final String OPEN_ENDS =
      """
      SELECT count(*) FILTER (WHERE state = 'AWAITING_CONSENT') AS waiting,
        count(*) FILTER (WHERE state = 'ISSUED') AS owed
      FROM allowance
      WHERE merchant_id = :merchant AND invoice_issued_on BETWEEN :from AND :through
        AND (state = 'AWAITING_CONSENT' OR state = 'ISSUED' AND signature_owed)
      """;

  private final JdbiTransactions transactions;

  JdbiAllowances(JdbiTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void add(Allowance allowance) {
    Allowance.Draft draft = allowance.draft();
    Row.added(
        writing(ADD, allowance)
            .bind("order", allowance.order().value())
            .bind("reference", draft.reference().value())
            .bind("invoiceNumber", draft.document().invoice().number().value())
            .bind("amount", allowance.amount().twd())
            .bind("parts", Documents.write(draft.parts()))
            .bind("invoiceIssuedOn", draft.document().invoice().issuedOn())
            .bind("requestedAt", written(draft.requestedAt())),
        "allowance " + allowance.id());
  }

  @Override
  public void save(Allowance allowance) {
    Row.saved(writing(SAVE, allowance), "allowance " + allowance.id());
  }

  /** A statement with everything bound that may change. */
  private Update writing(String sql, Allowance allowance) {
    AllowanceDocument document = allowance.draft().document();
    TaxSplit split = document.taxSplit();
    Update update =
        transactions
            .writing(allowance.merchant(), allowance.order())
            .createUpdate(sql)
            .bind("merchant", allowance.merchant().value())
            .bind("id", allowance.id().value())
            .bind("document", Documents.write(document))
            .bind("signatureOwed", document.owesSignature())
            .bind("taxableNet", split.taxableNet().twd())
            .bind("tax", split.tax().twd())
            .bind("zeroRated", split.zeroRated().twd())
            .bind("exempt", split.exempt().twd());
    return state(allowance).bindTo(update, FACTS);
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

  @Override
  public OpenEnds openEnds(MerchantId merchant, LocalDate from, LocalDate through) {
    return transactions.read(handle ->
        handle
            .createQuery(OPEN_ENDS)
            .bind("merchant", merchant.value())
            .bind("from", from)
            .bind("through", through)
            .map((columns, _) -> new OpenEnds(columns.getLong("waiting"), columns.getLong("owed")))
            .one());
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
    return switch (allowance) {
      case Allowance.Requested requested ->
          new State("REQUESTED").at("sent_at", requested.sentAt());
      case Allowance.Unknown unknown ->
          new State("UNKNOWN")
              .with("unknown_reason", unknown.reason())
              .at("unknown_since", unknown.since())
              .with("resendable", unknown.resendable());
      case Allowance.AwaitingConsent awaiting ->
          withdrawn(new State("AWAITING_CONSENT"), awaiting.withdrawal())
              .with("number", awaiting.number().value())
              .at("deadline", awaiting.deadline());
      case Allowance.Issued issued ->
          withdrawn(new State("ISSUED"), issued.withdrawal())
              .with("number", issued.number().value())
              .at("issued_at", issued.issuedAt())
              .with("issued_on", Taipei.dateOf(issued.issuedAt()));
      case Allowance.Cancelled cancelled ->
          new State("CANCELLED")
              .with("number", cancelled.number().value())
              .with("end_reason", cancelled.reason().value())
              .at("ended_at", cancelled.at());
      case Allowance.Expired expired -> {
        State state = new State("EXPIRED").at("ended_at", expired.at());
        yield expired.number().map(number -> state.with("number", number.value())).orElse(state);
      }
      case Allowance.Voided gone ->
          new State("VOIDED")
              .with("number", gone.number().value())
              .with("end_reason", gone.reason().value())
              .at("ended_at", gone.at());
      case Allowance.Refused refused ->
          new State("REFUSED")
              .with("refusal_code", refused.code())
              .with("refusal_message", refused.message());
    };
  }

  private static State withdrawn(State state, Optional<Withdrawal> wish) {
    return wish.map(wanted ->
            state
                .with("withdrawal_reason", wanted.reason().value())
                .at("withdrawal_asked_at", wanted.askedAt())
                .delivered("withdrawal_delivery", wanted.delivery()))
        .orElse(state);
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
          new Allowance.AwaitingConsent(
              draft, number.orElseThrow(), row.time("deadline"), withdrawal(row));
      case "ISSUED" ->
          new Allowance.Issued(draft, number.orElseThrow(), row.time("issued_at"), withdrawal(row));
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
        Documents.parts(row.text("parts")),
        row.time("requested_at"));
  }

  private static Optional<Withdrawal> withdrawal(Row row) throws SQLException {
    Optional<String> reason = row.maybeText("withdrawal_reason");
    return reason.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Withdrawal(
                new Reason(reason.get()),
                row.time("withdrawal_asked_at"),
                row.delivery("withdrawal_delivery")));
  }

  private static Reason reason(Row row) throws SQLException {
    return new Reason(row.text("end_reason"));
  }
}
