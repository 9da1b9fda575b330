package ecpay.adapter.persistence;

import ecpay.adapter.persistence.row.Row;
import ecpay.adapter.persistence.transaction.JdbiTransactions;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.bookkeeping.AllowanceEntry;
import ecpay.domain.bookkeeping.InvoiceEntry;
import ecpay.domain.bookkeeping.Ledger;
import ecpay.domain.bookkeeping.Totals;
import ecpay.domain.bookkeeping.Withdrawn;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.invoice.document.TaxSplit;
import ecpay.domain.invoice.document.TaxType;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderReference;
import ecpay.domain.track.Term;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a term on a connection of its own, whose transaction sees one moment of the books. */
final class JdbiLedger implements Ledger {
  /** Rows that are in memory at a time; the others wait in the database behind a cursor. */
  private static final int FETCHED = 500;

  private static final String INVOICES =
      """
      SELECT i.number, i.issued_at, i.random_number, o.reference,
        coalesce(i.document #>> '{delivery,company,number}', '') AS company_number,
        i.document #>> '{taxation,tax}' AS tax_type,
        i.taxable_net, i.tax, i.zero_rated, i.exempt, i.special_rate, i.sales_amount AS total,
        i.uploaded_at, i.voided_at, i.void_reason
      FROM invoice i JOIN orders o ON o.merchant_id = i.merchant_id AND o.id = i.order_id
      WHERE i.merchant_id = :merchant AND i.term_begins = :term
      ORDER BY i.number
      """;
  private static final String ALLOWANCES =
      """
      SELECT a.number, a.invoice_number, a.issued_at, o.reference,
        a.document #>> '{consent,kind}' AS consent, a.signature_owed,
        a.taxable_net, a.tax, a.zero_rated, a.exempt, 0 AS special_rate, a.amount AS total,
        a.ended_at AS voided_at, a.end_reason AS void_reason
      FROM allowance a JOIN orders o ON o.merchant_id = a.merchant_id AND o.id = a.order_id
      WHERE a.merchant_id = :merchant AND a.term_begins = :term
      ORDER BY a.number
      """;
  private static final String TOTALS =
      """
      SELECT 'invoice ' || state AS kind, count(*), sum(taxable_net) AS taxable_net,
        sum(tax) AS tax, sum(zero_rated) AS zero_rated, sum(exempt) AS exempt,
        sum(special_rate) AS special_rate, sum(sales_amount) AS total
      FROM invoice WHERE merchant_id = :merchant AND term_begins = :term GROUP BY state
      UNION ALL
      SELECT 'allowance ' || state, count(*), sum(taxable_net), sum(tax), sum(zero_rated),
        sum(exempt), 0, sum(amount)
      FROM allowance WHERE merchant_id = :merchant AND term_begins = :term GROUP BY state
      """;

  private final Jdbi jdbi;

  /**
   * @param jdbi whose transactions see one moment of the books
   */
  JdbiLedger(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public TermBooks open(MerchantId merchant, Term term) {
    return JdbiTransactions.demandAnswer(() -> opened(merchant, term));
  }

  private TermBooks opened(MerchantId merchant, Term term) {
    Handle handle = jdbi.open();
    try {
      handle.begin();
      // The moment is that of the first statement.
      handle.execute("SELECT 1");
      return new OpenTerm(handle, merchant, term);
    } catch (RuntimeException broken) {
      handle.close();
      throw broken;
    }
  }

  private record OpenTerm(Handle handle, MerchantId merchant, Term term) implements TermBooks {
    @Override
    public void invoices(Consumer<InvoiceEntry> each) {
      query(INVOICES).map(JdbiLedger::invoice).forEach(each);
    }

    @Override
    public void allowances(Consumer<AllowanceEntry> each) {
      query(ALLOWANCES).map(JdbiLedger::allowance).forEach(each);
    }

    @Override
    public Totals totals() {
      Map<String, Totals.Sum> sums = new HashMap<>();
      query(TOTALS)
          .map((columns, _) -> Map.entry(columns.getString("kind"), sum(columns)))
          .forEach(sum -> sums.put(sum.getKey(), sum.getValue()));
      return new Totals(
          sums.getOrDefault("invoice ISSUED", Totals.Sum.NONE),
          sums.getOrDefault("invoice VOIDED", Totals.Sum.NONE),
          sums.getOrDefault("allowance ISSUED", Totals.Sum.NONE),
          sums.getOrDefault("allowance VOIDED", Totals.Sum.NONE));
    }

    private Query query(String sql) {
      return handle
          .createQuery(sql)
          .setFetchSize(FETCHED)
          .bind("merchant", merchant.value())
          .bind("term", term.firstDay());
    }

    @Override
    public void close() {
      try (handle) {
        handle.rollback();
      }
    }
  }

  private static InvoiceEntry invoice(ResultSet columns, StatementContext context)
      throws SQLException {
    Row row = new Row(columns);
    return new InvoiceEntry(
        new InvoiceNumber(row.text("number")),
        row.time("issued_at"),
        row.text("random_number"),
        new OrderReference(row.text("reference")),
        row.text("company_number"),
        TaxType.valueOf(row.text("tax_type")),
        split(row),
        row.money("total"),
        row.maybeTime("uploaded_at"),
        voided(row));
  }

  private static AllowanceEntry allowance(ResultSet columns, StatementContext context)
      throws SQLException {
    Row row = new Row(columns);
    return new AllowanceEntry(
        new AllowanceNumber(row.text("number")),
        new InvoiceNumber(row.text("invoice_number")),
        row.time("issued_at"),
        new OrderReference(row.text("reference")),
        row.text("consent").equals("PAPER"),
        !row.flag("signature_owed"),
        split(row),
        row.money("total"),
        voided(row));
  }

  private static TaxSplit split(Row row) throws SQLException {
    return new TaxSplit(
        row.money("taxable_net"),
        row.money("tax"),
        row.money("zero_rated"),
        row.money("exempt"),
        row.money("special_rate"));
  }

  private static Optional<Withdrawn> voided(Row row) throws SQLException {
    Optional<String> reason = row.maybeText("void_reason");
    return reason.isEmpty()
        ? Optional.empty()
        : Optional.of(new Withdrawn(row.time("voided_at"), reason.get()));
  }

  private static Totals.Sum sum(ResultSet columns) throws SQLException {
    return new Totals.Sum(
        columns.getLong("count"),
        columns.getLong("taxable_net"),
        columns.getLong("tax"),
        columns.getLong("zero_rated"),
        columns.getLong("exempt"),
        columns.getLong("special_rate"),
        columns.getLong("total"));
  }
}
