package ecpay.adapter.persistence;

import static ecpay.adapter.persistence.row.Row.written;

import ecpay.adapter.persistence.document.Documents;
import ecpay.adapter.persistence.row.Row;
import ecpay.adapter.persistence.transaction.JdbiTransactions;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.invoice.Invoices;
import ecpay.domain.invoice.document.TaxSplit;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.InvoiceTiming;
import ecpay.domain.order.OrderId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.Update;

final class JdbiInvoices implements Invoices {
  private static final int MOST_AWAITING = 1000;
  private static final String ADD =
      """
      INSERT INTO invoice (merchant_id, id, order_id, reference, relate_number, sales_amount, parts,
        delay_kind, delay_days, requested_at, document, taxable_net, tax, zero_rated, exempt,
        special_rate, state, sent_at, unknown_reason, resendable, blocked_code, blocked_message,
        blocked_since, accepted_at, triggered_at, number, issued_at, random_number, issued_on,
        uploaded_at, reissued_at, void_reason, voided_at, cancelled_at, refusal_code,
        refusal_message, change, change_reason, change_document, change_asked_at, change_delivery,
        change_delivery_at, change_delivery_flag)
      VALUES (:merchant, :id, :order, :reference, :relateNumber, :salesAmount,
        cast(:parts AS jsonb), :delayKind, :delayDays, :requestedAt, cast(:document AS jsonb),
        :taxableNet, :tax, :zeroRated, :exempt, :specialRate, :state, :sent_at, :unknown_reason,
        :resendable, :blocked_code, :blocked_message, :blocked_since, :accepted_at, :triggered_at,
        :number, :issued_at, :random_number, :issued_on, :uploaded_at, :reissued_at, :void_reason,
        :voided_at, :cancelled_at, :refusal_code, :refusal_message, :change, :change_reason,
        cast(:change_document AS jsonb), :change_asked_at, :change_delivery, :change_delivery_at,
        :change_delivery_flag)
      ON CONFLICT DO NOTHING
      """;

  /** When a void invoice was uploaded stays in the books. */
  private static final String SAVE =
      """
      UPDATE invoice SET document = cast(:document AS jsonb), taxable_net = :taxableNet, tax = :tax,
        zero_rated = :zeroRated, exempt = :exempt, special_rate = :specialRate, state = :state,
        sent_at = :sent_at, unknown_reason = :unknown_reason, resendable = :resendable,
        blocked_code = :blocked_code, blocked_message = :blocked_message,
        blocked_since = :blocked_since, accepted_at = :accepted_at, triggered_at = :triggered_at,
        number = :number, issued_at = :issued_at, random_number = :random_number,
        issued_on = :issued_on, reissued_at = :reissued_at,
        uploaded_at = CASE WHEN :state = 'VOIDED' THEN uploaded_at
          ELSE cast(:uploaded_at AS timestamptz) END,
        void_reason = :void_reason, voided_at = :voided_at, cancelled_at = :cancelled_at,
        refusal_code = :refusal_code, refusal_message = :refusal_message, change = :change,
        change_reason = :change_reason, change_document = cast(:change_document AS jsonb),
        change_asked_at = :change_asked_at, change_delivery = :change_delivery,
        change_delivery_at = :change_delivery_at, change_delivery_flag = :change_delivery_flag
      WHERE merchant_id = :merchant AND id = :id
      """;

  private static final String FIND =
      "SELECT * FROM invoice WHERE merchant_id = :merchant AND id = :key";
  private static final String FIND_BY_NUMBER =
      "SELECT * FROM invoice WHERE merchant_id = :merchant AND number = :key";
  private static final String OF_ORDER =
      "SELECT * FROM invoice WHERE merchant_id = :merchant AND order_id = :key ORDER BY entry";
  private static final String AWAITING_NUMBERS =
      """
      SELECT * FROM invoice WHERE merchant_id = :merchant AND state = 'AWAITING_NUMBERS'
      ORDER BY blocked_since, entry LIMIT :most
      """;

  private static final String NUMBERS_ISSUED_ON =
      """
      SELECT number FROM invoice
      WHERE merchant_id = :merchant AND issued_on = :day AND number > :after
      ORDER BY number LIMIT 1000
      """;
  private static final String OPEN_ENDS =
      """
      SELECT count(*) AS live, count(change) AS pending FROM invoice
      WHERE merchant_id = :merchant AND issued_on BETWEEN :from AND :through AND state = 'ISSUED'
      """;

  private static final String PENDING_VOIDS =
      """
      SELECT * FROM invoice
      WHERE merchant_id = :merchant AND issued_on BETWEEN :from AND :through
        AND change IS NOT NULL AND state = 'ISSUED'
      ORDER BY issued_on, id LIMIT :most
      """;

  private final JdbiTransactions transactions;

  JdbiInvoices(JdbiTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void add(Invoice invoice) {
    Invoice.Draft draft = invoice.draft();
    Row.added(
        writing(ADD, invoice)
            .bind("order", invoice.order().value())
            .bind("reference", draft.reference().value())
            .bind("relateNumber", draft.document().relateNumber().value())
            .bind("salesAmount", draft.document().salesAmount().twd())
            .bind("parts", Documents.write(draft.parts()))
            .bind("delayKind", InvoiceColumns.delayKind(draft))
            .bind("delayDays", draft.delay().map(InvoiceTiming.Delayed::days))
            .bind("requestedAt", written(draft.requestedAt())),
        "invoice " + invoice.id());
  }

  @Override
  public void save(Invoice invoice) {
    Row.saved(writing(SAVE, invoice), "invoice " + invoice.id());
  }

  /** A statement with everything bound that may change. */
  private Update writing(String sql, Invoice invoice) {
    TaxSplit split = TaxSplit.of(invoice.document());
    Update update =
        transactions
            .writing(invoice.merchant(), invoice.order())
            .createUpdate(sql)
            .bind("merchant", invoice.merchant().value())
            .bind("id", invoice.id().value())
            .bind("document", Documents.write(invoice.document()))
            .bind("taxableNet", split.taxableNet().twd())
            .bind("tax", split.tax().twd())
            .bind("zeroRated", split.zeroRated().twd())
            .bind("exempt", split.exempt().twd())
            .bind("specialRate", split.specialRate().twd());
    return InvoiceColumns.state(invoice).bindTo(update, InvoiceColumns.FACTS);
  }

  @Override
  public Optional<Invoice> find(MerchantId merchant, InvoiceId id) {
    return list(FIND, merchant, id.value()).stream().findFirst();
  }

  @Override
  public List<Invoice> ofOrder(MerchantId merchant, OrderId order) {
    return list(OF_ORDER, merchant, order.value());
  }

  @Override
  public Optional<Invoice> findByNumber(MerchantId merchant, InvoiceNumber number) {
    return list(FIND_BY_NUMBER, merchant, number.value()).stream().findFirst();
  }

  @Override
  public List<Invoice.AwaitingNumbers> awaitingNumbers(MerchantId merchant, int most) {
    if (most < 1 || most > MOST_AWAITING) {
      throw new IllegalArgumentException("1 to " + MOST_AWAITING + " invoices at a time");
    }
    return transactions.read(handle ->
        handle
            .createQuery(AWAITING_NUMBERS)
            .bind("merchant", merchant.value())
            .bind("most", most)
            .map(InvoiceColumns::invoice)
            .map(Invoice.AwaitingNumbers.class::cast)
            .list());
  }

  @Override
  public void numbersIssuedOn(MerchantId merchant, LocalDate day, Consumer<InvoiceNumber> each) {
    String after = "";
    for (List<String> page = numbers(merchant, day, after);
        !page.isEmpty();
        page = numbers(merchant, day, after)) {
      page.forEach(number -> each.accept(new InvoiceNumber(number)));
      after = page.getLast();
    }
  }

  /** A page of them, so that no connection is held while somebody works on one. */
  private List<String> numbers(MerchantId merchant, LocalDate day, String after) {
    return transactions.read(handle ->
        handle
            .createQuery(NUMBERS_ISSUED_ON)
            .bind("merchant", merchant.value())
            .bind("day", day)
            .bind("after", after)
            .mapTo(String.class)
            .list());
  }

  @Override
  public OpenEnds openEnds(MerchantId merchant, LocalDate from, LocalDate through) {
    return transactions.read(handle ->
        handle
            .createQuery(OPEN_ENDS)
            .bind("merchant", merchant.value())
            .bind("from", from)
            .bind("through", through)
            .map((columns, _) -> new OpenEnds(columns.getLong("live"), columns.getLong("pending")))
            .one());
  }

  @Override
  public List<Invoice> pendingVoids(
      MerchantId merchant, LocalDate from, LocalDate through, int most) {
    return transactions.read(handle ->
        handle
            .createQuery(PENDING_VOIDS)
            .bind("merchant", merchant.value())
            .bind("from", from)
            .bind("through", through)
            .bind("most", most)
            .map(InvoiceColumns::invoice)
            .list());
  }

  private List<Invoice> list(String sql, MerchantId merchant, String key) {
    return transactions.read(handle ->
        handle
            .createQuery(sql)
            .bind("merchant", merchant.value())
            .bind("key", key)
            .map(InvoiceColumns::invoice)
            .list());
  }
}
