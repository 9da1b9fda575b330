package ecpay.adapter.persistence;

import com.google.inject.Key;
import com.google.inject.PrivateModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.name.Named;
import com.google.inject.name.Names;
import ecpay.adapter.persistence.clock.DatabaseClock;
import ecpay.adapter.persistence.journal.JournalModule;
import ecpay.adapter.persistence.statement.StatementModule;
import ecpay.adapter.persistence.transaction.JdbiTransactions;
import ecpay.adapter.persistence.vault.CardVault;
import ecpay.domain.allowance.Allowances;
import ecpay.domain.allowance.BoundAllowances;
import ecpay.domain.bookkeeping.Ledger;
import ecpay.domain.boundcard.BoundCards;
import ecpay.domain.boundcard.CardSafe;
import ecpay.domain.check.Checks;
import ecpay.domain.contract.Contracts;
import ecpay.domain.event.EventLog;
import ecpay.domain.inbox.Inbox;
import ecpay.domain.invoice.Invoices;
import ecpay.domain.invoice.Withheld;
import ecpay.domain.journal.CallJournal;
import ecpay.domain.journal.Silences;
import ecpay.domain.merchant.ApiKeys;
import ecpay.domain.notification.Notifications;
import ecpay.domain.order.Orders;
import ecpay.domain.payment.Payments;
import ecpay.domain.reconciliation.Reports;
import ecpay.domain.reconciliation.StatementBooks;
import ecpay.domain.reconciliation.StatementSource;
import ecpay.domain.refund.Refunds;
import ecpay.domain.track.Tracks;
import ecpay.domain.transaction.Transactions;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/**
 * Binds the ports of the books to PostgreSQL, {@link Books} to open and close them, and a {@link
 * DataSource} named {@value #JOBS} for the scheduler, whose writes belong to the running
 * transaction. The event log is named {@value #KEPT}.
 */
public final class PersistenceModule extends PrivateModule {
  /** Name of the scheduler's data source; its table is {@code scheduled_tasks}. */
  public static final String JOBS = "jobs";

  /** Name of the event log as it is kept, so that {@link EventLog} itself may do more with it. */
  public static final String KEPT = JournalModule.KEPT;

  private final Database database;
  private final CardVault.Keys cardKeys;

  /** Without bound cards, whose ids nobody could encrypt. */
  public PersistenceModule(Database database) {
    this(database, CardVault.Keys.NONE);
  }

  public PersistenceModule(Database database, CardVault.Keys cardKeys) {
    this.database = database;
    this.cardKeys = cardKeys;
  }

  /**
   * Where the books are.
   *
   * @param url such as {@code jdbc:postgresql://127.0.0.1:5432/ecpay}
   * @param poolSize most connections at a time, at least 1; bookkeeping takes up to two more
   */
  public record Database(String url, String user, String password, int poolSize) {
    public Database {
      if (poolSize < 1) {
        throw new IllegalArgumentException("a pool has at least one connection");
      }
    }

    /** Without the password, which the URL may hold as well. */
    @Override
    public String toString() {
      return "Database[" + url.replaceAll("\\?.*", "") + ", " + poolSize + " connections]";
    }
  }

  /** The open books. */
  public interface Books extends AutoCloseable {
    /** Brings the schema up to date; to be called before anything is read or written. */
    void migrate();

    /** Whether the database answers, within a few seconds. */
    boolean isReachable();

    @Override
    void close();
  }

  /** Which keys seal the ids of bound cards (R-PAY-14). */
  public interface CardKeys {
    /**
     * Seals with the current key whatever an older one sealed. What no key opens stays as it is;
     * several nodes may do it at a time.
     */
    Sealed sealAnew();

    /**
     * What became of it.
     *
     * @param locked cards that no key at hand opens
     */
    record Sealed(int anew, int locked) {}
  }

  @Override
  protected void configure() {
    binder().requireExplicitBindings();
    install(new JournalModule());
    install(new StatementModule(JdbiPayments::payment));
    expose(Books.class);
    expose(Key.get(DataSource.class, Names.named(JOBS)));
    expose(DatabaseClock.class);
    expose(Transactions.class);
    expose(Orders.class);
    expose(Payments.class);
    expose(Invoices.class);
    expose(Contracts.class);
    expose(BoundCards.class);
    expose(CardSafe.class);
    expose(CardKeys.class);
    expose(Allowances.class);
    expose(Refunds.class);
    expose(Withheld.class);
    expose(BoundAllowances.class);
    expose(Notifications.class);
    expose(Key.get(EventLog.class, Names.named(KEPT)));
    expose(Inbox.class);
    expose(CallJournal.class);
    expose(Silences.class);
    expose(ApiKeys.class);
    expose(Tracks.class);
    expose(Checks.class);
    expose(Ledger.class);
    expose(Reports.class);
    expose(StatementBooks.class);
    expose(StatementSource.Turn.class);
  }

  @Provides
  @Singleton
  PooledBooks pooledBooks() {
    return new PooledBooks(database);
  }

  @Provides
  @Singleton
  JdbiTransactions jdbiTransactions(PooledBooks books) {
    return new JdbiTransactions(jdbi(books.pool()));
  }

  private static Jdbi jdbi(DataSource pool) {
    Jdbi jdbi = Jdbi.create(pool);
    // Never the values of a statement: they are emails, names and Tokens.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    return jdbi;
  }

  @Provides
  Books books(PooledBooks books) {
    return books;
  }

  @Provides
  @Singleton
  @Named(JOBS)
  DataSource jobs(PooledBooks books, JdbiTransactions transactions) {
    return transactions.joined(books.pool());
  }

  @Provides
  @Singleton
  DatabaseClock databaseClock(PooledBooks books) {
    return new DatabaseClock(books.pool());
  }

  @Provides
  Transactions transactions(JdbiTransactions transactions) {
    return transactions;
  }

  @Provides
  @Singleton
  Orders orders(JdbiTransactions transactions) {
    return new JdbiOrders(transactions);
  }

  @Provides
  @Singleton
  Payments payments(JdbiTransactions transactions) {
    return new JdbiPayments(transactions);
  }

  @Provides
  @Singleton
  Invoices invoices(JdbiTransactions transactions) {
    return new JdbiInvoices(transactions);
  }

  @Provides
  @Singleton
  Contracts contracts(JdbiTransactions transactions) {
    return new JdbiContracts(transactions);
  }

  @Provides
  @Singleton
  BoundCards boundCards(JdbiTransactions transactions) {
    return new JdbiBoundCards(transactions);
  }

  @Provides
  @Singleton
  CardSafe cardSafe() {
    return new CardVault(cardKeys);
  }

  @Provides
  @Singleton
  CardKeys keysOfCards(JdbiTransactions transactions, CardSafe safe) {
    return new JdbiCardKeys(transactions, safe, cardKeys.current().map(CardVault.Key::name));
  }

  @Provides
  @Singleton
  Allowances allowances(JdbiTransactions transactions) {
    return new JdbiAllowances(transactions);
  }

  @Provides
  @Singleton
  Refunds refunds(JdbiTransactions transactions) {
    return new JdbiRefunds(transactions);
  }

  @Provides
  Withheld withheld(Refunds refunds) {
    return refunds;
  }

  @Provides
  BoundAllowances boundAllowances(Refunds refunds) {
    return refunds;
  }

  @Provides
  @Singleton
  Notifications notifications(JdbiTransactions transactions) {
    return new JdbiNotifications(transactions);
  }

  @Provides
  @Singleton
  ApiKeys apiKeys(JdbiTransactions transactions) {
    return new JdbiApiKeys(transactions);
  }

  @Provides
  @Singleton
  Tracks tracks(JdbiTransactions transactions) {
    return new JdbiTracks(transactions);
  }

  @Provides
  @Singleton
  Checks checks(JdbiTransactions transactions) {
    return new JdbiChecks(transactions);
  }

  @Provides
  @Singleton
  Ledger ledger(PooledBooks books) {
    return new JdbiLedger(jdbi(books.ledgers()));
  }
}
