package ecpay.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecpay.domain.RandomSamples;
import ecpay.domain.Samples;
import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.allowance.Reason;
import ecpay.domain.allowance.document.Consent;
import ecpay.domain.bookkeeping.AllowanceEntry;
import ecpay.domain.bookkeeping.InvoiceEntry;
import ecpay.domain.bookkeeping.Ledger;
import ecpay.domain.bookkeeping.Totals;
import ecpay.domain.bookkeeping.Withdrawn;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.invoice.IssuedInvoice;
import ecpay.domain.invoice.VoidReason;
import ecpay.domain.invoice.document.TaxSplit;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.Order;
import ecpay.domain.track.Term;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The books of a term (R-INV-30). */
class LedgerTest {
  private static final long SEED = 20_261_122L;
  private static final int RUNS = 120;
  private static final int MANY = 20_000;

  /** The first second of a term in Taipei. */
  private static final Instant TERM_BEGINS = Instant.parse("2026-10-31T16:00:00Z");

  private static final Term TERM = new Term(115, 6);
  private static final Term TERM_BEFORE = new Term(115, 5);
  private static final Withdrawn GONE = new Withdrawn(Samples.NOW, "買錯了");

  private final PostgresBooks books = PostgresBooks.empty();

  private final List<InvoiceEntry> invoices = new ArrayList<>();
  private final List<AllowanceEntry> allowances = new ArrayList<>();

  @Test
  void everyDocumentIsInTheBooksOfTheTermOfItsDayAndInItsSums() {
    RandomSamples samples = new RandomSamples(SEED);
    Random random = new Random(SEED);
    for (int run = 0; run < RUNS; run++) {
      Instant issuedAt = TERM_BEGINS.plusSeconds(random.nextInt(3) - 1);
      Order order = samples.order();
      boolean gone = random.nextInt(4) == 0;
      books.transactions().run(() -> books.orders().add(order));
      invoices.add(invoice(samples.invoice(order).draft(), order, run, issuedAt, gone));
      allowances.add(allowance(samples.allowance(order).draft(), order, run, issuedAt, gone));
    }

    for (Term term : List.of(TERM_BEFORE, TERM, TERM.next())) {
      List<InvoiceEntry> expected =
          invoices.stream().filter(entry -> in(term, entry.issuedAt())).toList();
      List<AllowanceEntry> expectedAllowances =
          allowances.stream().filter(entry -> in(term, entry.issuedAt())).toList();
      try (Ledger.TermBooks read = books.ledger().open(Samples.SHOP, term)) {
        List<InvoiceEntry> found = new ArrayList<>();
        List<AllowanceEntry> foundAllowances = new ArrayList<>();
        read.invoices(found::add);
        read.allowances(foundAllowances::add);

        assertThat(found).as("seed " + SEED).isEqualTo(expected);
        assertThat(foundAllowances).as("seed " + SEED).isEqualTo(expectedAllowances);
        assertThat(read.totals())
            .isEqualTo(
                new Totals(
                    NaiveSums.invoices(expected, false),
                    NaiveSums.invoices(expected, true),
                    NaiveSums.allowances(expectedAllowances, false),
                    NaiveSums.allowances(expectedAllowances, true)));
      }
    }
    assertThat(invoices).anyMatch(entry -> in(TERM_BEFORE, entry.issuedAt()));
    assertThat(invoices).anyMatch(entry -> in(TERM, entry.issuedAt()));
  }

  @Test
  void rowsAndSumsAreOfTheMomentAtWhichTheBooksWereOpened() {
    add(Samples.issuedInvoice());
    try (Ledger.TermBooks read = books.ledger().open(Samples.SHOP, TERM)) {
      books
          .transactions()
          .run(() -> {
            books.orders().lock(Samples.SHOP, Samples.ORDER);
            books
                .invoices()
                .save(Samples.issuedInvoice().voided(new VoidReason("買錯了"), Samples.NOW));
          });
      List<InvoiceEntry> found = new ArrayList<>();
      read.invoices(found::add);

      assertThat(found).extracting(InvoiceEntry::voided).containsExactly(Optional.empty());
      assertThat(read.totals().invoices().count()).isOne();
      assertThat(read.totals().voidInvoices()).isEqualTo(Totals.Sum.NONE);
    }
    try (Ledger.TermBooks again = books.ledger().open(Samples.SHOP, TERM)) {
      assertThat(again.totals().voidInvoices().count()).isOne();
    }
  }

  @Test
  void theBooksOfAnotherMerchantAreNotRead() {
    add(Samples.issuedInvoice());

    try (Ledger.TermBooks read = books.ledger().open(new MerchantId("stranger"), TERM)) {
      read.invoices(invoices::add);

      assertThat(invoices).isEmpty();
      assertThat(read.totals())
          .isEqualTo(
              new Totals(Totals.Sum.NONE, Totals.Sum.NONE, Totals.Sum.NONE, Totals.Sum.NONE));
    }
  }

  @Test
  void ofManyRowsTheSumsAgreeAndTheOrderIsThatOfTheirNumbers() {
    addMany();

    try (Ledger.TermBooks read = books.ledger().open(Samples.SHOP, TERM)) {
      read.invoices(invoices::add);

      assertThat(invoices).hasSize(MANY);
      assertThat(invoices)
          .extracting(entry -> entry.number().value())
          .isSorted()
          .doesNotHaveDuplicates();
      assertThat(read.totals().invoices()).isEqualTo(NaiveSums.invoices(invoices, false));
    }
  }

  /** Were all of them in memory at the first, the end of the connection would not be noticed. */
  @Test
  void rowsArriveBeforeAllAreReadAndFewAreInMemory() {
    addMany();

    assertThatThrownBy(this::readUntilTheConnectionEndsAtTheFirstRow)
        .isInstanceOf(RuntimeException.class);

    assertThat(invoices).hasSizeBetween(1, 500);
    try (Ledger.TermBooks again = books.ledger().open(Samples.SHOP, TERM)) {
      assertThat(again.totals().invoices().count()).isEqualTo(MANY);
    }
  }

  private void readUntilTheConnectionEndsAtTheFirstRow() {
    try (Ledger.TermBooks read = books.ledger().open(Samples.SHOP, TERM)) {
      read.invoices(entry -> {
        if (invoices.isEmpty()) {
          endConnectionsOfLedgers();
        }
        invoices.add(entry);
      });
    }
  }

  private static void endConnectionsOfLedgers() {
    long ended =
        PostgresBooks.jdbi()
            .withHandle(handle ->
                handle
                    .createQuery(
                        """
                        SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                        WHERE state = 'idle in transaction' AND query LIKE '%term_begins%'
                        """)
                    .mapTo(Long.class)
                    .one());
    assertThat(ended).isOne();
  }

  private void add(Invoice invoice) {
    books
        .transactions()
        .run(() -> {
          books.orders().add(Samples.order());
          books.invoices().add(invoice);
        });
  }

  /** As many rows as the sample, of the sample order, on each day of the term. */
  private void addMany() {
    add(Samples.issuedInvoice());
    PostgresBooks.jdbi()
        .useHandle(handle ->
            handle.execute(
                """
                INSERT INTO invoice (merchant_id, id, order_id, reference, relate_number,
                  sales_amount, parts, requested_at, document, taxable_net, tax, zero_rated, exempt,
                  special_rate, state, number, issued_at, random_number, issued_on)
                SELECT merchant_id, 'N' || n, order_id, 'n' || n, 'N' || n, sales_amount + n, parts,
                  requested_at, document, taxable_net, tax, zero_rated + n, exempt, special_rate,
                  state, 'AB' || lpad(((n * 7919::bigint) % 100000000)::text, 8, '0'), issued_at,
                  random_number, issued_on + n % 30
                FROM invoice, generate_series(1, ?) AS n
                """,
                MANY - 1));
  }

  private InvoiceEntry invoice(
      Invoice.Draft draft, Order order, int run, Instant issuedAt, boolean gone) {
    IssuedInvoice facts =
        new IssuedInvoice(
            new InvoiceNumber(String.format(Locale.ROOT, "AB%08d", run)), issuedAt, "0042");
    Optional<Instant> uploaded = run % 2 == 0 ? Optional.of(Samples.NOW) : Optional.empty();
    Invoice.Issued issued =
        new Invoice.Issued(draft, facts, uploaded, Optional.empty(), Optional.empty());
    books
        .transactions()
        .run(() -> {
          books.orders().lock(order.merchant(), order.id());
          books.invoices().add(issued);
          if (gone) {
            books.invoices().save(issued.voided(new VoidReason(GONE.reason()), GONE.at()));
          }
        });
    return new InvoiceEntry(
        facts.number(),
        issuedAt,
        "0042",
        order.reference(),
        draft.document().delivery().company().map(company -> company.number().value()).orElse(""),
        draft.document().taxation().tax(),
        TaxSplit.of(draft.document()),
        draft.document().salesAmount(),
        uploaded,
        gone ? Optional.of(GONE) : Optional.empty());
  }

  private AllowanceEntry allowance(
      Allowance.Draft draft, Order order, int run, Instant issuedAt, boolean gone) {
    AllowanceNumber number = new AllowanceNumber(String.format(Locale.ROOT, "20261121%08d", run));
    Allowance.Issued issued = Allowance.request(draft).issued(number, issuedAt);
    books
        .transactions()
        .run(() -> {
          books.orders().lock(order.merchant(), order.id());
          books.allowances().add(issued);
          if (gone) {
            books.allowances().save(issued.foundVoided(new Reason(GONE.reason()), GONE.at()));
          }
        });
    return new AllowanceEntry(
        number,
        draft.document().invoice().number(),
        issuedAt,
        order.reference(),
        draft.document().consent() instanceof Consent.Paper,
        !issued.owesSignature(),
        draft.document().taxSplit(),
        draft.document().amount(),
        gone ? Optional.of(GONE) : Optional.empty());
  }

  private static boolean in(Term term, Instant issuedAt) {
    return term.equals(issuedAt.isBefore(TERM_BEGINS) ? TERM_BEFORE : TERM);
  }
}
