package ecpay.sandbox.ledger;

import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.ledger.aio.AioTrades;
import ecpay.sandbox.ledger.card.Authorizations;
import ecpay.sandbox.ledger.member.Bindings;
import ecpay.sandbox.ledger.member.BoundCards;
import ecpay.sandbox.ledger.period.Contracts;
import ecpay.sandbox.ledger.trade.Trades;
import ecpay.sandbox.stock.Tracks;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Everything this ECPay knows, in memory. One lock makes every operation the only one that acts, so
 * that parallel calls are settled one after the other, exactly once each.
 */
public final class Ledger {
  /** How many trades, PayTokens, invoices and allowances fit, each; a restart empties all. */
  public static final int CAPACITY = 1_000_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final SandboxClock clock;
  private final Trades trades;
  private final Authorizations authorizations = new Authorizations();
  private final Contracts contracts;
  private final AioTrades aioTrades = new AioTrades();
  private final Tracks tracks = new Tracks();
  private final Uploads uploads = new Uploads();
  private final Invoices invoices = new Invoices(tracks, uploads);
  private final DelayedInvoices delayedInvoices = new DelayedInvoices(invoices);
  private final Allowances allowances = new Allowances();
  private final BoundCards boundCards = new BoundCards();
  private final Bindings bindings = new Bindings();
  private final Agenda agenda = new Agenda();
  private final Outbox outbox = new Outbox();
  private final Switches switches = new Switches();
  private final Misprints misprints = new Misprints();

  public Ledger(SandboxClock clock) {
    this.clock = clock;
    this.trades = new Trades(clock);
    this.contracts = new Contracts(authorizations, trades::nextTradeNo);
  }

  /** Runs the action alone. Everything below may be touched inside of it only. */
  public <T> T act(Supplier<T> action) {
    lock.lock();
    try {
      settleNow();
      return action.get();
    } finally {
      lock.unlock();
    }
  }

  /** Does what has fallen due by itself: expiries, delayed invoices, uploads, charges, captures. */
  public void settle() {
    lock.lock();
    try {
      settleNow();
    } finally {
      lock.unlock();
    }
  }

  private void settleNow() {
    var now = clock.now();
    allowances.expire(now);
    delayedInvoices.issueDue(now);
    uploads.arrive(now);
    agenda.runDue(now);
    // Charges first: what a contract was charged in the past has been captured since.
    contracts.chargeDue(now);
    authorizations.settle(now);
  }

  /** Sets who tells the shop what became of a delayed invoice; called under the lock. */
  public void onDelayedOutcome(Consumer<DelayedInvoice> listener) {
    lock.lock();
    try {
      delayedInvoices.onOutcome(listener);
    } finally {
      lock.unlock();
    }
  }

  public Trades trades() {
    require();
    return trades;
  }

  /** The trades of the hosted checkout. */
  public AioTrades aioTrades() {
    require();
    return aioTrades;
  }

  /** Whether this merchant ever used this MerchantTradeNo, whichever way (R-ORD-02). */
  public boolean isNumberUsed(String merchantId, String merchantTradeNo) {
    require();
    return trades.isUsed(merchantId, merchantTradeNo)
        || aioTrades.find(merchantId, merchantTradeNo).isPresent()
        || bindings.find(merchantId, merchantTradeNo).isPresent();
  }

  /** What the bank holds of card payments, of ECPG and of AIO. */
  public Authorizations authorizations() {
    require();
    return authorizations;
  }

  /** The periodic contracts, of ECPG and of AIO. */
  public Contracts contracts() {
    require();
    return contracts;
  }

  /** The cards that members may pay with again. */
  public BoundCards boundCards() {
    require();
    return boundCards;
  }

  /** The bindings under way and done. */
  public Bindings bindings() {
    require();
    return bindings;
  }

  public Invoices invoices() {
    require();
    return invoices;
  }

  public DelayedInvoices delayedInvoices() {
    require();
    return delayedInvoices;
  }

  /** The number tracks; {@link Tracks#next} gives the next number, or none. */
  public Tracks tracks() {
    require();
    return tracks;
  }

  public Allowances allowances() {
    require();
    return allowances;
  }

  public Uploads uploads() {
    require();
    return uploads;
  }

  public Agenda agenda() {
    require();
    return agenda;
  }

  public Outbox outbox() {
    require();
    return outbox;
  }

  public Switches switches() {
    require();
    return switches;
  }

  public Misprints misprints() {
    require();
    return misprints;
  }

  static void requireRoom(Map<?, ?> shelf) {
    if (shelf.size() >= CAPACITY) {
      throw new IllegalStateException("the ledger is full; start the sandbox anew");
    }
  }

  private void require() {
    if (!lock.isHeldByCurrentThread()) {
      throw new IllegalStateException("the ledger is touched outside of act");
    }
  }
}
