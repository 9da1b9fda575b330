package ecpay.adapter.persistence;

import static ecpay.adapter.persistence.Row.written;

import ecpay.adapter.persistence.document.Documents;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.invoice.Invoices;
import ecpay.domain.invoice.IssuedInvoice;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

final class JdbiInvoices implements Invoices {
  private static final List<String> FACTS =
      List.of(
          "sent_at",
          "unknown_reason",
          "resendable",
          "number",
          "issued_at",
          "random_number",
          "refusal_code",
          "refusal_message");
  private static final String ADD =
      """
      INSERT INTO invoice (merchant_id, id, order_id, relate_number, sales_amount, document,
        requested_at, state, sent_at, unknown_reason, resendable, number, issued_at, random_number,
        refusal_code, refusal_message)
      VALUES (:merchant, :id, :order, :relateNumber, :salesAmount, cast(:document AS jsonb),
        :requestedAt, :state, :sent_at, :unknown_reason, :resendable, :number, :issued_at,
        :random_number, :refusal_code, :refusal_message)
      ON CONFLICT DO NOTHING
      """;
  private static final String SAVE =
      """
      UPDATE invoice SET state = :state, sent_at = :sent_at, unknown_reason = :unknown_reason,
        resendable = :resendable, number = :number, issued_at = :issued_at,
        random_number = :random_number, refusal_code = :refusal_code,
        refusal_message = :refusal_message
      WHERE merchant_id = :merchant AND id = :id
      """;
  private static final String FIND =
      "SELECT * FROM invoice WHERE merchant_id = :merchant AND id = :key";
  private static final String OF_ORDER =
      "SELECT * FROM invoice WHERE merchant_id = :merchant AND order_id = :key";
  private static final String FIND_BY_NUMBER =
      "SELECT * FROM invoice WHERE merchant_id = :merchant AND number = :key";

  private final JdbiTransactions transactions;

  JdbiInvoices(JdbiTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void add(Invoice invoice) {
    Change.added(
        state(invoice)
            .bindTo(
                transactions
                    .writing(invoice.merchant(), invoice.order())
                    .createUpdate(ADD)
                    .bind("merchant", invoice.merchant().value())
                    .bind("id", invoice.id().value())
                    .bind("order", invoice.order().value())
                    .bind("relateNumber", invoice.document().relateNumber().value())
                    .bind("salesAmount", invoice.document().salesAmount().twd())
                    .bind("document", Documents.write(invoice.document()))
                    .bind("requestedAt", written(invoice.draft().requestedAt())),
                FACTS),
        "invoice " + invoice.id());
  }

  @Override
  public void save(Invoice invoice) {
    Change.saved(
        state(invoice)
            .bindTo(
                transactions
                    .writing(invoice.merchant(), invoice.order())
                    .createUpdate(SAVE)
                    .bind("merchant", invoice.merchant().value())
                    .bind("id", invoice.id().value()),
                FACTS),
        "invoice " + invoice.id());
  }

  @Override
  public Optional<Invoice> find(MerchantId merchant, InvoiceId id) {
    return findOne(FIND, merchant, id.value());
  }

  @Override
  public Optional<Invoice> ofOrder(MerchantId merchant, OrderId order) {
    return findOne(OF_ORDER, merchant, order.value());
  }

  @Override
  public Optional<Invoice> findByNumber(MerchantId merchant, InvoiceNumber number) {
    return findOne(FIND_BY_NUMBER, merchant, number.value());
  }

  private Optional<Invoice> findOne(String sql, MerchantId merchant, String key) {
    return transactions.read(handle ->
        handle
            .createQuery(sql)
            .bind("merchant", merchant.value())
            .bind("key", key)
            .map(JdbiInvoices::invoice)
            .findOne());
  }

  private static State state(Invoice invoice) {
    return switch (invoice) {
      case Invoice.Requested requested ->
          new State(
              "REQUESTED",
              requested
                  .sentAt()
                  .<Map<String, Object>>map(at -> Map.of("sent_at", written(at)))
                  .orElse(Map.of()));
      case Invoice.Unknown unknown ->
          new State(
              "UNKNOWN",
              Map.of("unknown_reason", unknown.reason(), "resendable", unknown.resendable()));
      case Invoice.Issued issued ->
          new State(
              "ISSUED",
              Map.of(
                  "number",
                  issued.facts().number().value(),
                  "issued_at",
                  written(issued.facts().issuedAt()),
                  "random_number",
                  issued.facts().randomNumber()));
      case Invoice.Refused refused ->
          new State(
              "REFUSED",
              Map.of("refusal_code", refused.code(), "refusal_message", refused.message()));
    };
  }

  private static Invoice invoice(ResultSet columns, StatementContext context) throws SQLException {
    Row row = new Row(columns);
    Invoice.Draft draft =
        new Invoice.Draft(
            new InvoiceId(row.text("id")),
            row.merchant(),
            row.order(),
            Documents.invoiceDocument(row.text("document")),
            row.time("requested_at"));
    String state = row.text("state");
    return switch (state) {
      case "REQUESTED" -> new Invoice.Requested(draft, row.maybeTime("sent_at"));
      case "UNKNOWN" ->
          new Invoice.Unknown(draft, row.text("unknown_reason"), row.flag("resendable"));
      case "ISSUED" ->
          new Invoice.Issued(
              draft,
              new IssuedInvoice(
                  new InvoiceNumber(row.text("number")),
                  row.time("issued_at"),
                  row.text("random_number")));
      case "REFUSED" ->
          new Invoice.Refused(draft, row.text("refusal_code"), row.text("refusal_message"));
      default -> throw Row.unknown("state of an invoice", state);
    };
  }
}
