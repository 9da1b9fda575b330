package ecpay.adapter.persistence.transaction;

import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;
import ecpay.domain.transaction.BooksUnavailableException;
import ecpay.domain.transaction.Transactions;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The unit of work of a thread, and which orders and whose tracks it holds. Reading is possible
 * outside; writing is not, and neither is changing what belongs to an order, or the tracks of a
 * merchant, without their lock.
 */
public final class JdbiTransactions implements Transactions {
  private static final String LOCK =
      "SELECT pg_advisory_xact_lock(hashtext(:kind), hashtext(:name))";

  private final Jdbi jdbi;

  /** Of this instance, because two databases have nothing to do with each other. */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<Running> running = new ThreadLocal<>();

  public JdbiTransactions(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    if (current().isPresent()) {
      throw new IllegalStateException("transactions do not nest");
    }
    return Outage.told(() ->
        jdbi.inTransaction(handle -> {
          running.set(new Running(handle, new HashSet<>(), new HashSet<>()));
          try {
            return work.get();
          } finally {
            running.remove();
          }
        }));
  }

  /** Reads inside the running transaction, or else on a connection of its own. */
  public <T> T read(Function<Handle, T> work) {
    Optional<Running> transaction = current();
    return transaction.isPresent()
        ? work.apply(transaction.get().handle)
        : Outage.told(() -> jdbi.withHandle(work::apply));
  }

  /**
   * Does what reads past every transaction of ours.
   *
   * @throws BooksUnavailableException while the database does not answer
   */
  public static <T> T demandAnswer(Supplier<T> work) {
    return Outage.told(work);
  }

  /** The connection to write on. */
  public Handle writing() {
    return demand().handle;
  }

  /** The connection to change something on that belongs to an order. */
  public Handle writing(MerchantId merchant, OrderId order) {
    Running transaction = demand();
    if (!transaction.held.contains(new Held(merchant, order))) {
      throw new IllegalStateException("order " + order + " is changed without its lock");
    }
    return transaction.handle;
  }

  /**
   * Whoever locks the same name waits until the running transaction ends. A lock of a name holds
   * for rows that are not there yet, too.
   *
   * @param kind what is named, so that names of other things do not wait
   */
  public void lock(String kind, String name) {
    writing().createQuery(LOCK).bind("kind", kind).bind("name", name).map((_, _) -> name).one();
  }

  /** Notes that the running transaction holds an order's row. */
  public void holds(MerchantId merchant, OrderId order) {
    demand().held.add(new Held(merchant, order));
  }

  /** The connection to change the tracks of a merchant on. */
  public Handle writingTracks(MerchantId merchant) {
    Running transaction = demand();
    if (!transaction.tracks.contains(merchant)) {
      throw new IllegalStateException("tracks of " + merchant + " are changed without their lock");
    }
    return transaction.handle;
  }

  /** Notes that the running transaction holds the tracks of a merchant. */
  public void holdsTracks(MerchantId merchant) {
    demand().tracks.add(merchant);
  }

  /**
   * A source whose connection is that of the running transaction, for what others write beside the
   * books; outside a transaction, one of the pool.
   */
  public DataSource joined(DataSource pool) {
    return new TransactionalDataSource(pool, this);
  }

  /** The connection of the running transaction. */
  Optional<Handle> handle() {
    return current().map(Running::handle);
  }

  private Optional<Running> current() {
    return Optional.ofNullable(running.get());
  }

  private Running demand() {
    return current()
        .orElseThrow(
            () -> new IllegalStateException("the books are changed inside a transaction only"));
  }

  private record Running(Handle handle, Set<Held> held, Set<MerchantId> tracks) {}

  private record Held(MerchantId merchant, OrderId order) {}
}
