package ecpay.domain.inmemory.table;

import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * All tables, and their one lock. A transaction holds it from its beginning to its end, and gives
 * every table its rows back when the work throws.
 */
public final class Tables {
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Table<?, ?>> tables = new ArrayList<>();
  private final Set<Held> held = new HashSet<>();
  private final Set<MerchantId> heldTracks = new HashSet<>();

  /** One more, empty. */
  public <K, V> Table<K, V> table(List<Function<V, Optional<?>>> uniqueKeys) {
    Table<K, V> table = new Table<>(this, uniqueKeys);
    tables.add(table);
    return table;
  }

  /** All of the work or nothing of it; one inside another is refused. */
  public <T> T inTransaction(Supplier<T> work) {
    if (lock.isHeldByCurrentThread()) {
      throw new IllegalStateException("transactions do not nest");
    }
    lock.lock();
    List<Runnable> undo = tables.stream().map(Table::undo).toList();
    boolean done = false;
    try {
      T result = work.get();
      done = true;
      return result;
    } finally {
      if (!done) {
        undo.forEach(Runnable::run);
      }
      held.clear();
      heldTracks.clear();
      lock.unlock();
    }
  }

  <T> T read(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** Refuses outside a transaction. */
  public void demandTransaction() {
    if (!lock.isHeldByCurrentThread()) {
      throw new IllegalStateException("the books are changed inside a transaction only");
    }
  }

  /** Locks an order until the transaction ends. */
  public void hold(MerchantId merchant, OrderId order) {
    demandTransaction();
    held.add(new Held(merchant, order));
  }

  /** Refuses whoever has not locked the order. */
  public void demandHeld(MerchantId merchant, OrderId order) {
    demandTransaction();
    if (!held.contains(new Held(merchant, order))) {
      throw new IllegalStateException("order " + order + " is changed without its lock");
    }
  }

  /** Locks the number tracks of a shop until the transaction ends. */
  public void holdTracks(MerchantId merchant) {
    demandTransaction();
    heldTracks.add(merchant);
  }

  /** Refuses whoever has not locked the tracks. */
  public void demandTracksHeld(MerchantId merchant) {
    demandTransaction();
    if (!heldTracks.contains(merchant)) {
      throw new IllegalStateException("tracks of " + merchant + " are changed without their lock");
    }
  }

  private record Held(MerchantId merchant, OrderId order) {}
}
