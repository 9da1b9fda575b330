package ecpay.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecpay.domain.Samples;
import ecpay.domain.event.DomainEvent;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.VoidReason;
import ecpay.domain.journal.CallJournal;
import ecpay.domain.payment.Payment;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the database itself guarantees, whoever writes to it. */
class SchemaTest {
  private static final String MIGRATIONS =
      "SELECT version FROM flyway_schema_history ORDER BY installed_rank";

  private final PostgresBooks books = PostgresBooks.empty();

  @Test
  void everyKeyBeginsWithTheMerchant() {
    List<String> tables =
        texts(
            """
            SELECT c.relname || ' ' || a.attname
            FROM pg_index i
            JOIN pg_class c ON c.oid = i.indrelid
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
            WHERE i.indisprimary AND c.relnamespace = 'public'::regnamespace
              AND c.relname NOT IN (
                'scheduled_tasks', 'checked', 'statement_turn', 'silence', 'flyway_schema_history')
            """);

    assertThat(tables).hasSize(21).allMatch(table -> table.endsWith(" merchant_id"));
  }

  @Test
  void everyReferenceIsFollowedBackByAnIndex() {
    List<String> unindexed =
        texts(
            """
            SELECT k.conrelid::regclass || ' ' || k.conname FROM pg_constraint k
            WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace
              AND NOT EXISTS (SELECT 1 FROM pg_index i
                WHERE i.indrelid = k.conrelid AND i.indpred IS NULL
                  AND array_to_string(i.indkey, ' ') || ' ' LIKE array_to_string(k.conkey, ' ') || ' %')
            """);

    assertThat(unindexed).isEmpty();
  }

  @Test
  void theEventLogIsAppendOnly() {
    books
        .transactions()
        .run(() ->
            books
                .eventLog()
                .append(
                    Samples.SHOP,
                    Samples.ORDER,
                    Samples.NOW,
                    new DomainEvent.OrderPlaced(
                        Samples.order().reference(), Samples.order().total())));

    assertThatThrownBy(() -> execute("UPDATE event_log SET kind = 'Other'"))
        .hasMessageContaining("append-only");
    assertThatThrownBy(() -> execute("DELETE FROM event_log")).hasMessageContaining("append-only");
    assertThat(books.eventLog().ofOrder(Samples.SHOP, Samples.ORDER)).hasSize(1);
  }

  @Test
  void aStateThatNobodyKnowsIsRefused() {
    addPayment();

    assertThatThrownBy(() -> execute("UPDATE payment SET state = 'LOST'"))
        .hasMessageContaining("payment_state_check");
  }

  @Test
  void aStateWithoutItsFactsIsRefused() {
    addPayment();

    assertThatThrownBy(() -> execute("UPDATE payment SET state = 'PAID'"))
        .hasMessageContaining("payment_check");
  }

  @Test
  void aChangeBelongsToAStateThatKnowsIt() {
    addInvoice();

    assertThatThrownBy(() -> execute("UPDATE invoice SET change = 'TRIGGER'"))
        .hasMessageContaining("invoice_change_check");
    assertThatThrownBy(() -> execute("UPDATE invoice SET change = 'VOID_INVOICE'"))
        .hasMessageContaining("invoice_change_parts_check");
  }

  @Test
  void anInvoiceIsDividedByTaxWithoutARest() {
    addInvoice();

    assertThatThrownBy(() -> execute("UPDATE invoice SET tax = tax + 1"))
        .hasMessageContaining("invoice_split_check");
  }

  @Test
  void aVoidInvoiceStaysInItsTermWithItsUpload() {
    addInvoice();
    Invoice.Issued issued = Samples.issuedInvoice().uploaded(Samples.NOW);
    save(issued);
    save(issued.voided(new VoidReason("買錯了"), Samples.NOW));

    assertThat(texts("SELECT state || ' ' || term_begins || ' ' || uploaded_at FROM invoice"))
        .containsExactly("VOIDED 2026-11-01 2026-11-21 04:05:06.123456+00");
  }

  private void addInvoice() {
    books
        .transactions()
        .run(() -> {
          books.orders().add(Samples.order());
          books.invoices().add(Samples.issuedInvoice());
        });
  }

  private void save(Invoice invoice) {
    books
        .transactions()
        .run(() -> {
          books.orders().lock(Samples.SHOP, Samples.ORDER);
          books.invoices().save(invoice);
        });
  }

  @Test
  void aNegativeAmountIsRefused() {
    addPayment();

    assertThatThrownBy(() -> execute("UPDATE payment SET amount = -1"))
        .hasMessageContaining("payment_amount_check");
  }

  @Test
  void aTimeIsCutOffAtTheMicrosecond() {
    Instant fine = Instant.parse("2026-11-21T04:05:06.123456789Z");
    books
        .transactions()
        .run(() ->
            books
                .callJournal()
                .open(Samples.SHOP, Samples.ORDER, CallJournal.Operation.Issue, fine));

    assertThat(books.callJournal().ofOrder(Samples.SHOP, Samples.ORDER).getFirst().openedAt())
        .isEqualTo(Instant.parse("2026-11-21T04:05:06.123456Z"));
  }

  @Test
  void aTokenIsGoneAsSoonAsItIsUsedUp() {
    Payment.Open open =
        Payment.begin(Samples.attempt())
            .opened(Samples.checkoutToken(), Samples.NOW, Samples.NOW.plus(Payment.TOKEN_LIFE));
    books
        .transactions()
        .run(() -> {
          books.orders().add(Samples.order());
          books.payments().add(open);
          books.payments().save(open.submit(Samples.NOW));
        });

    assertThat(texts("SELECT coalesce(token, 'gone') FROM payment")).containsExactly("gone");
  }

  @Test
  void migratingAgainChangesNothing() {
    List<String> before = texts(MIGRATIONS);

    PostgresBooks.opened().migrate();

    assertThat(before).startsWith("1", "2", "3", "4").doesNotHaveDuplicates();
    assertThat(texts(MIGRATIONS)).isEqualTo(before);
  }

  private void addPayment() {
    books
        .transactions()
        .run(() -> {
          books.orders().add(Samples.order());
          books.payments().add(Payment.begin(Samples.attempt()));
        });
  }

  private static void execute(String sql) {
    PostgresBooks.jdbi().useHandle(handle -> handle.execute(sql));
  }

  private static List<String> texts(String sql) {
    return PostgresBooks.jdbi()
        .withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }
}
