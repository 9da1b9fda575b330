package ecpay.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import ecpay.adapter.persistence.document.Documents;
import ecpay.adapter.persistence.document.payment.PaymentDocuments;
import ecpay.domain.AllowanceSamples;
import ecpay.domain.RandomSamples;
import ecpay.domain.Samples;
import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.AllowanceId;
import ecpay.domain.allowance.Allowances;
import ecpay.domain.allowance.document.AllowanceDocument;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.Invoices;
import ecpay.domain.invoice.document.InvoiceDocument;
import ecpay.domain.invoice.document.TaxSplit;
import ecpay.domain.journal.CallJournal;
import ecpay.domain.merchant.ApiKey;
import ecpay.domain.merchant.ApiKeys;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.money.Money;
import ecpay.domain.money.Part;
import ecpay.domain.order.Order;
import ecpay.domain.order.Orders;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.Payments;
import ecpay.domain.payment.report.PaymentInstructions;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was in the books before a migration is in them afterwards. */
class MigrationTest {
  private static final long SEED = 20_261_122L;
  private static final int RUNS = 100;
  private static final PaymentInstructions CODE =
      new PaymentInstructions.Atm("812", "9103522175887271", LocalDate.of(2026, 11, 24));

  private final PersistenceModule.Database settings = PostgresBooks.newDatabase("migrated");
  private final Jdbi jdbi = Jdbi.create(settings.url(), settings.user(), settings.password());
  private final Injector injector = Guice.createInjector(new PersistenceModule(settings));
  private final PersistenceModule.Books books = injector.getInstance(PersistenceModule.Books.class);

  MigrationTest() {
    Flyway.configure()
        .dataSource(settings.url(), settings.user(), settings.password())
        .target("1")
        .load()
        .migrate();
  }

  @AfterEach
  void close() {
    books.close();
  }

  @Test
  void theStoryThatWasToldBeforeIsReadAsItWas() {
    migrateRowsOfV1();

    assertThat(injector.getInstance(Orders.class).find(Samples.SHOP, Samples.ORDER))
        .contains(Samples.order());
    assertThat(invoice("INVOICE0001")).isEqualTo(Samples.issuedInvoice());
    assertThat(allowance("ALLOWANCE0001"))
        .isEqualTo(
            AllowanceSamples.requestedAllowance()
                .issued(AllowanceSamples.allowanceNumber(), Instant.parse("2026-11-22T04:05:06Z")));
    assertThat(injector.getInstance(CallJournal.class).ofOrder(Samples.SHOP, Samples.ORDER))
        .hasSize(1);
  }

  @Test
  void aKeyThatWasGivenOutBeforeStaysGoodAndCanBeSpokenOf() {
    byte[] hash = new byte[32];
    jdbi.useHandle(handle ->
        handle.execute(
            "INSERT INTO api_key (merchant_id, key_hash, created_at) VALUES ('shop', ?, now())",
            hash));

    books.migrate();

    ApiKey key = injector.getInstance(ApiKeys.class).bearing(hash).orElseThrow();
    assertThat(key.merchant()).isEqualTo(new MerchantId("shop"));
    assertThat(key.id().value()).matches("[A-Z0-9]{26}");
    assertThat(key.name()).isEqualTo("first");
    assertThat(key.addedBy()).isEmpty();
  }

  @Test
  void everyStateOfAnInvoiceIsCarriedOver() {
    migrateRowsOfV1();

    assertThat(invoice("WAITS"))
        .isInstanceOfSatisfying(
            Invoice.Requested.class,
            waits -> assertThat(waits.sentAt()).contains(Instant.parse("2026-11-21T04:06:00Z")));
    assertThat(invoice("LOST"))
        .isInstanceOfSatisfying(
            Invoice.Unknown.class, lost -> assertThat(lost.reason()).isEqualTo("timed out"));
    assertThat(invoice("NO"))
        .isInstanceOfSatisfying(
            Invoice.Refused.class, no -> assertThat(no.code()).isEqualTo("1200065"));
  }

  @Test
  void onlyWhatIsCertainIsToldOfTheLinesOfAnAllowance() {
    migrateRowsOfV1();

    assertThat(invoice("TWINS").draft().parts())
        .containsExactly(
            new Part(1, BigDecimal.TEN, Money.of(100)),
            new Part(2, BigDecimal.TEN, Money.of(100)),
            new Part(3, BigDecimal.ONE, Money.of(200)));
    assertThat(allowance("TWINS").draft().parts()).isEmpty();
  }

  @Test
  void anInvoiceBelongsToItsDayAndTermInTaipei() {
    migrateRowsOfV1();

    List<String> days =
        jdbi.withHandle(handle ->
            handle
                .createQuery(
                    "SELECT issued_on || ' ' || term_begins FROM invoice WHERE id = 'TWINS'")
                .mapTo(String.class)
                .list());
    assertThat(days).containsExactly("2026-11-01 2026-11-01");
    assertThat(
            injector
                .getInstance(Allowances.class)
                .openEnds(Samples.SHOP, LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 31)))
        .isEqualTo(new Allowances.OpenEnds(0, 1));
  }

  @Test
  void whateverWasInvoicedIsDividedByTaxAsTheDomainDividesIt() {
    RandomSamples samples = new RandomSamples(SEED);
    List<InvoiceDocument> invoices = new ArrayList<>();
    List<List<Part>> parts = new ArrayList<>();
    List<AllowanceDocument> allowances = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      Order order = samples.order();
      Invoice invoice = samples.invoice(order);
      AllowanceDocument allowance = samples.allowanceDocument();
      invoices.add(invoice.document());
      parts.add(invoice.draft().parts());
      allowances.add(allowance);
      addToV1("N" + run, order, invoice.document(), allowance);
    }

    books.migrate();

    for (int run = 0; run < RUNS; run++) {
      String hint = "seed " + SEED + ", run " + run;
      assertThat(split("invoice", "special_rate", "N" + run))
          .as(hint)
          .isEqualTo(TaxSplit.of(invoices.get(run)));
      assertThat(invoice("N" + run).draft().parts()).as(hint).isEqualTo(parts.get(run));
      assertThat(split("allowance", "0", "N" + run))
          .as(hint)
          .isEqualTo(allowances.get(run).taxSplit());
    }
  }

  @Test
  void aCodeThatWasGivenOutBeforeMayStillBePaidWith() {
    jdbi.useHandle(handle -> {
      handle.execute(
          "INSERT INTO orders VALUES ('shop', 'O1', 'O1', 1000, cast(? AS jsonb), now())",
          Documents.write(Samples.content()));
      handle.execute(
          """
          INSERT INTO payment (merchant_id, id, order_id, trade_no, amount, methods, started_at,
            state, ecpay_trade_no, instructions)
          VALUES ('shop', 'P1', 'O1', 'T1', 1000, 'ATM', now(), 'AWAITING_MONEY', 'EC1',
            cast(? AS jsonb))
          """,
          PaymentDocuments.write(CODE));
    });
    books.migrate();
    assertThat(injector.getInstance(Payments.class).find(new PaymentId("P1")))
        .containsInstanceOf(Payment.AwaitingMoney.class)
        .get(InstanceOfAssertFactories.type(Payment.AwaitingMoney.class))
        .satisfies(waiting -> {
          assertThat(waiting.trade().ecpayTradeNo()).isEqualTo("EC1");
          assertThat(waiting.trade().amount()).isEqualTo(Money.of(1000));
          assertThat(waiting.instructions()).isEqualTo(CODE);
        });
  }

  private void migrateRowsOfV1() {
    jdbi.useHandle(handle -> handle.createScript(resource("rows-of-v1.sql")).execute());
    books.migrate();
  }

  private static String resource(String name) {
    try (InputStream rows = Objects.requireNonNull(MigrationTest.class.getResourceAsStream(name))) {
      return new String(rows.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private void addToV1(
      String id, Order order, InvoiceDocument invoice, AllowanceDocument allowance) {
    jdbi.useHandle(handle -> {
      handle.execute(
          "INSERT INTO orders VALUES ('shop', ?, ?, ?, cast(? AS jsonb), now())",
          id,
          id,
          order.total().twd(),
          Documents.write(order.content()));
      handle.execute(
          """
          INSERT INTO invoice (merchant_id, id, order_id, relate_number, sales_amount, document,
            requested_at, state)
          VALUES ('shop', ?, ?, ?, ?, cast(? AS jsonb), now(), 'REQUESTED')
          """,
          id,
          id,
          id,
          invoice.salesAmount().twd(),
          Documents.write(invoice));
      handle.execute(
          """
          INSERT INTO allowance (merchant_id, id, order_id, reference, invoice_number, amount,
            document, requested_at, state)
          VALUES ('shop', ?, ?, ?, 'AA00000000', ?, cast(? AS jsonb), now(), 'REQUESTED')
          """,
          id,
          id,
          id,
          allowance.amount().twd(),
          Documents.write(allowance));
    });
  }

  private TaxSplit split(String table, String specialRate, String id) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "SELECT taxable_net, tax, zero_rated, exempt, "
                    + specialRate
                    + " FROM "
                    + table
                    + " WHERE id = :id")
            .bind("id", id)
            .map((row, _) ->
                new TaxSplit(
                    Money.of(row.getLong(1)),
                    Money.of(row.getLong(2)),
                    Money.of(row.getLong(3)),
                    Money.of(row.getLong(4)),
                    Money.of(row.getLong(5))))
            .one());
  }

  private Invoice invoice(String id) {
    Optional<Invoice> found =
        injector.getInstance(Invoices.class).find(Samples.SHOP, new InvoiceId(id));
    return found.orElseThrow();
  }

  private Allowance allowance(String id) {
    Optional<Allowance> found =
        injector.getInstance(Allowances.class).find(Samples.SHOP, new AllowanceId(id));
    return found.orElseThrow();
  }
}
