package ecpay.sandbox.callback;

import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.wire.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers notices: at once, late, several times, in the opposite order, or when released; and
 * again until the shop acknowledges, a bounded number of times. Waiting goes by the sandbox's
 * clock.
 */
public final class Courier implements AutoCloseable {
  /** The most deliveries that may wait at once; further ones are dropped with a word in the log. */
  public static final int CAPACITY = 100_000;

  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
  private static final int AT_ONCE = 64;
  private static final long LONGEST_NAP_MILLIS = 60_000;

  private record Parcel(Notice notice, boolean repeat, int attempt) {}

  /** Parcels that leave together, one after the other, by one thread. */
  private record Bag(Instant due, long number, List<Parcel> parcels) {}

  private final SandboxClock clock;
  private final Post post;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final PriorityQueue<Bag> waiting =
      new PriorityQueue<>(Comparator.comparing(Bag::due).thenComparingLong(Bag::number));
  private final List<Parcel> held = new ArrayList<>();
  private final Semaphore places = new Semaphore(AT_ONCE);
  private CallbackSettings settings;
  private long bags;
  private int parcels;
  private boolean closed;

  public Courier(CallbackSettings settings, Routes routes, Journal journal, SandboxClock clock) {
    this.settings = settings;
    this.clock = clock;
    this.post = new Post(routes, journal);
  }

  /** Starts the thread that hands the deliveries out. */
  public void start() {
    clock.onMove(this::wake);
    Thread.ofVirtual().name("sandbox-courier").start(this::run);
  }

  /** Takes a notice; never waits. */
  public void post(Notice notice) {
    lock.lock();
    try {
      var copies = new ArrayList<Parcel>();
      for (int i = 0; i < settings.deliveries(); i++) {
        copies.add(new Parcel(notice, i > 0, 1));
      }
      if (parcels + copies.size() > CAPACITY) {
        LOG.warn("more than {} callbacks wait; one is dropped", CAPACITY);
        return;
      }
      parcels += copies.size();
      if (settings.paused()) {
        held.addAll(copies);
      } else {
        enqueue(clock.instant().plusMillis(settings.delayMillis()), ordered(copies));
      }
    } finally {
      lock.unlock();
    }
  }

  public CallbackSettings settings() {
    lock.lock();
    try {
      return settings;
    } finally {
      lock.unlock();
    }
  }

  /** Changes how callbacks behave from now on. */
  public void settings(CallbackSettings next) {
    lock.lock();
    try {
      settings = next;
    } finally {
      lock.unlock();
    }
  }

  /** Lets everything go that is held, in one row, and tells how many deliveries that were. */
  public int release() {
    lock.lock();
    try {
      var row = ordered(held);
      held.clear();
      if (!row.isEmpty()) {
        enqueue(clock.instant(), row);
      }
      return row.size();
    } finally {
      lock.unlock();
    }
  }

  /**
   * How busy the courier is.
   *
   * @param held deliveries that wait for a release
   * @param later deliveries whose time has not come
   * @param moving deliveries that are due or on their way
   */
  public record Load(int held, int later, int moving) {}

  public Load load() {
    lock.lock();
    try {
      var now = clock.instant();
      var later =
          waiting.stream()
              .filter(b -> b.due().isAfter(now))
              .mapToInt(b -> b.parcels().size())
              .sum();
      return new Load(held.size(), later, parcels - held.size() - later);
    } finally {
      lock.unlock();
    }
  }

  private List<Parcel> ordered(List<Parcel> row) {
    return settings.reorder() ? List.copyOf(row.reversed()) : List.copyOf(row);
  }

  private void enqueue(Instant due, List<Parcel> row) {
    waiting.add(new Bag(due, bags++, row));
    changed.signalAll();
  }

  private void wake() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      for (var bag = next(); bag != null; bag = next()) {
        places.acquire();
        var row = bag.parcels();
        Thread.ofVirtual().name("sandbox-callback").start(() -> deliver(row));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private @Nullable Bag next() throws InterruptedException {
    lock.lock();
    try {
      while (!closed) {
        var first = waiting.peek();
        var wait =
            first == null
                ? LONGEST_NAP_MILLIS
                : Duration.between(clock.instant(), first.due()).toMillis();
        if (first != null && !first.due().isAfter(clock.instant())) {
          return waiting.poll();
        }
        var woken = changed.await(Math.clamp(wait, 1, LONGEST_NAP_MILLIS), TimeUnit.MILLISECONDS);
        LOG.trace("courier woken {}", woken);
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  private void deliver(List<Parcel> row) {
    try {
      for (var parcel : row) {
        settle(parcel, post.send(parcel.notice(), parcel.repeat()));
      }
    } finally {
      places.release();
    }
  }

  private void settle(Parcel parcel, boolean acknowledged) {
    lock.lock();
    try {
      if (acknowledged || parcel.attempt() >= settings.attempts() || closed) {
        parcels--;
        return;
      }
      var again = new Parcel(parcel.notice(), true, parcel.attempt() + 1);
      if (settings.paused()) {
        held.add(again);
      } else {
        enqueue(clock.instant().plusSeconds(settings.secondsBetweenRepeats()), List.of(again));
      }
    } finally {
      lock.unlock();
    }
  }

  /** Stops handing out; what waits is forgotten. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    post.close();
  }
}
