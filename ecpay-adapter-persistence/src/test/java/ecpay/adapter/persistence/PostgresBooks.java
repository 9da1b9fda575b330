package ecpay.adapter.persistence;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.name.Names;
import ecpay.adapter.persistence.clock.DatabaseClock;
import ecpay.adapter.persistence.embedded.EmbeddedDatabase;
import ecpay.adapter.persistence.vault.CardVault;
import ecpay.domain.Books;
import ecpay.domain.allowance.Allowances;
import ecpay.domain.bookkeeping.Ledger;
import ecpay.domain.boundcard.BoundCards;
import ecpay.domain.check.Checks;
import ecpay.domain.contract.Contracts;
import ecpay.domain.event.EventLog;
import ecpay.domain.inbox.Inbox;
import ecpay.domain.inbox.RefusedNotice;
import ecpay.domain.invoice.Invoices;
import ecpay.domain.journal.CallJournal;
import ecpay.domain.journal.Silences;
import ecpay.domain.merchant.ApiKeys;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.notification.Notifications;
import ecpay.domain.order.Orders;
import ecpay.domain.payment.Payments;
import ecpay.domain.reconciliation.Reports;
import ecpay.domain.reconciliation.StatementBooks;
import ecpay.domain.reconciliation.StatementSource;
import ecpay.domain.refund.Refunds;
import ecpay.domain.track.Tracks;
import ecpay.domain.transaction.Transactions;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** The one database of all tests of this module, and the books in it as the app gets them. */
public final class PostgresBooks implements Books {
  private static final EmbeddedDatabase DATABASE = EmbeddedDatabase.temporary();
  private static final PersistenceModule.Database SETTINGS =
      new PersistenceModule.Database(DATABASE.jdbcUrl(), DATABASE.user(), DATABASE.password(), 20);
  static final CardVault.Key CARD_KEY =
      new CardVault.Key("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
  private static final Injector INJECTOR =
      Guice.createInjector(
          new PersistenceModule(SETTINGS, new CardVault.Keys(Optional.of(CARD_KEY), List.of())));
  private static final PersistenceModule.Books OPENED =
      INJECTOR.getInstance(PersistenceModule.Books.class);
  private static final Jdbi JDBI =
      Jdbi.create(DATABASE.jdbcUrl(), DATABASE.user(), DATABASE.password());

  static {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              OPENED.close();
              DATABASE.close();
            }));
    OPENED.migrate();
  }

  private PostgresBooks() {}

  /** The books, emptied. */
  public static PostgresBooks empty() {
    JDBI.useHandle(handle ->
        handle.execute(
            """
            TRUNCATE silence, orders, payment, periodic_contract, bound_card, invoice, allowance, refund,
              refund_step, notification, event_log, told_fact, inbox,
              refused_notice, call_journal, api_key, track_lock, seen_tracks, checked,
              scheduled_tasks, statement_report, statement_difference, statement_line,
              statement_line_before,
              statement_turn
            """));
    return new PostgresBooks();
  }

  /** The database itself, past the repositories. */
  public static Jdbi jdbi() {
    return JDBI;
  }

  static PersistenceModule.Books opened() {
    return OPENED;
  }

  static PersistenceModule.Database settings() {
    return SETTINGS;
  }

  /** Another database of the same server, made anew. */
  static PersistenceModule.Database newDatabase(String name) {
    JDBI.useHandle(handle -> {
      handle.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
      handle.execute("CREATE DATABASE " + name);
    });
    return new PersistenceModule.Database(
        DATABASE.jdbcUrl().replaceFirst("/[a-z]+(\\?|$)", "/" + name + "$1"),
        DATABASE.user(),
        DATABASE.password(),
        2);
  }

  public DatabaseClock clock() {
    return INJECTOR.getInstance(DatabaseClock.class);
  }

  Ledger ledger() {
    return INJECTOR.getInstance(Ledger.class);
  }

  DataSource jobs() {
    return INJECTOR.getInstance(Key.get(DataSource.class, Names.named(PersistenceModule.JOBS)));
  }

  @Override
  public Transactions transactions() {
    return INJECTOR.getInstance(Transactions.class);
  }

  @Override
  public Orders orders() {
    return INJECTOR.getInstance(Orders.class);
  }

  @Override
  public Payments payments() {
    return INJECTOR.getInstance(Payments.class);
  }

  @Override
  public Contracts contracts() {
    return INJECTOR.getInstance(Contracts.class);
  }

  @Override
  public Refunds refunds() {
    return INJECTOR.getInstance(Refunds.class);
  }

  @Override
  public BoundCards boundCards() {
    return INJECTOR.getInstance(BoundCards.class);
  }

  @Override
  public Invoices invoices() {
    return INJECTOR.getInstance(Invoices.class);
  }

  @Override
  public Allowances allowances() {
    return INJECTOR.getInstance(Allowances.class);
  }

  Tracks tracks() {
    return INJECTOR.getInstance(Tracks.class);
  }

  Checks checks() {
    return INJECTOR.getInstance(Checks.class);
  }

  @Override
  public Notifications notifications() {
    return INJECTOR.getInstance(Notifications.class);
  }

  @Override
  public EventLog eventLog() {
    return INJECTOR.getInstance(Key.get(EventLog.class, Names.named(PersistenceModule.KEPT)));
  }

  @Override
  public Inbox inbox() {
    return INJECTOR.getInstance(Inbox.class);
  }

  @Override
  public List<RefusedNotice> refusedNotices() {
    return JDBI.withHandle(handle ->
        handle
            .createQuery(
                """
                SELECT merchant_id, callback, reason, length(body) AS length, received_at
                FROM refused_notice ORDER BY entry
                """)
            .map((columns, _) ->
                new RefusedNotice(
                    new MerchantId(columns.getString("merchant_id")),
                    columns.getString("callback"),
                    columns.getString("reason"),
                    columns.getInt("length"),
                    columns.getObject("received_at", OffsetDateTime.class).toInstant()))
            .list());
  }

  @Override
  public CallJournal callJournal() {
    return INJECTOR.getInstance(CallJournal.class);
  }

  @Override
  public ApiKeys apiKeys() {
    return INJECTOR.getInstance(ApiKeys.class);
  }

  @Override
  public Reports reports() {
    return INJECTOR.getInstance(Reports.class);
  }

  @Override
  public StatementBooks statementBooks() {
    return INJECTOR.getInstance(StatementBooks.class);
  }

  @Override
  public StatementSource.Turn statementTurn() {
    return INJECTOR.getInstance(StatementSource.Turn.class);
  }

  @Override
  public Silences silences() {
    return INJECTOR.getInstance(Silences.class);
  }
}
