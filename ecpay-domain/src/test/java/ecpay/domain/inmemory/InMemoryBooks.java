package ecpay.domain.inmemory;

import ecpay.domain.Books;
import ecpay.domain.allowance.Allowances;
import ecpay.domain.boundcard.BoundCards;
import ecpay.domain.check.Checks;
import ecpay.domain.contract.Contracts;
import ecpay.domain.event.DomainEvent;
import ecpay.domain.event.EventLog;
import ecpay.domain.event.RecordedEvent;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.FollowUps;
import ecpay.domain.inbox.Inbox;
import ecpay.domain.invoice.Invoices;
import ecpay.domain.journal.CallJournal;
import ecpay.domain.merchant.ApiKeys;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.notification.Notifications;
import ecpay.domain.order.OrderId;
import ecpay.domain.order.Orders;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.Payments;
import ecpay.domain.reconciliation.Reports;
import ecpay.domain.reconciliation.StatementBooks;
import ecpay.domain.refund.Refunds;
import ecpay.domain.track.Tracks;
import ecpay.domain.transaction.Transactions;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * All ports of the books in memory. A transaction holds the one lock from its beginning to its end,
 * and gives every table its rows back when the work throws.
 */
public final class InMemoryBooks implements Books {
  private final ReentrantLock lock = new ReentrantLock();
  private final Set<Held> held = new HashSet<>();
  private final Set<MerchantId> heldTracks = new HashSet<>();
  private final InMemoryOrders orders = new InMemoryOrders(this);
  private final InMemoryPayments payments = new InMemoryPayments(this);
  private final InMemoryContracts contracts = new InMemoryContracts(this);
  private final InMemoryBoundCards boundCards = new InMemoryBoundCards(this);
  private final InMemoryInvoices invoices = new InMemoryInvoices(this);
  private final InMemoryAllowances allowances = new InMemoryAllowances(this);
  private final InMemoryRefunds refunds = new InMemoryRefunds(this);
  private final InMemoryNotifications notifications = new InMemoryNotifications(this);
  private final InMemoryEventLog eventLog = new InMemoryEventLog(this);
  private final InMemoryTracks tracks = new InMemoryTracks(this);
  private final InMemoryChecks checks = new InMemoryChecks(this);
  private final InMemoryInbox inbox = new InMemoryInbox(this);
  private final InMemoryCallJournal callJournal = new InMemoryCallJournal(this);
  private final InMemoryApiKeys apiKeys = new InMemoryApiKeys(this);
  private final InMemoryFollowUps followUps = new InMemoryFollowUps(this);
  private final InMemoryReports reports = new InMemoryReports(this);
  private final InMemoryStatementBooks statementBooks = new InMemoryStatementBooks(this);
  private final List<Table<?, ?>> tables =
      List.of(
          orders.table,
          payments.table,
          contracts.table,
          boundCards.table,
          invoices.table,
          allowances.table,
          refunds.table,
          notifications.table,
          eventLog.table,
          tracks.table,
          checks.table,
          inbox.kept,
          inbox.refused,
          callJournal.table,
          apiKeys.table,
          reports.reports,
          reports.differences,
          statementBooks.table,
          followUps.table);

  @Override
  public Transactions transactions() {
    return this::inTransaction;
  }

  @Override
  public Orders orders() {
    return orders;
  }

  @Override
  public Payments payments() {
    return payments;
  }

  @Override
  public Contracts contracts() {
    return contracts;
  }

  @Override
  public BoundCards boundCards() {
    return boundCards;
  }

  @Override
  public Invoices invoices() {
    return invoices;
  }

  @Override
  public Allowances allowances() {
    return allowances;
  }

  @Override
  public Refunds refunds() {
    return refunds;
  }

  @Override
  public Notifications notifications() {
    return notifications;
  }

  @Override
  public EventLog eventLog() {
    return eventLog;
  }

  public Tracks tracks() {
    return tracks;
  }

  public Checks checks() {
    return checks;
  }

  @Override
  public Inbox inbox() {
    return inbox;
  }

  @Override
  public CallJournal callJournal() {
    return callJournal;
  }

  @Override
  public ApiKeys apiKeys() {
    return apiKeys;
  }

  @Override
  public Reports reports() {
    return reports;
  }

  @Override
  public StatementBooks statementBooks() {
    return statementBooks;
  }

  List<Payment> allPayments(MerchantId merchant) {
    return payments.table.where(payment -> payment.merchant().equals(merchant));
  }

  public FollowUps followUps() {
    return followUps;
  }

  /** What is scheduled, and when it is due. */
  public Map<FollowUp, Instant> scheduled() {
    return followUps.scheduled();
  }

  /** {@link #scheduled} without the look on day 80 that every card payment gets (R-CAP-08). */
  public Map<FollowUp, Instant> unfinished() {
    Map<FollowUp, Instant> unfinished = new HashMap<>(scheduled());
    unfinished.keySet().removeIf(FollowUp.WatchAuthorization.class::isInstance);
    return unfinished;
  }

  /** Takes a follow-up off the schedule, as whoever runs it does. */
  public void take(FollowUp followUp) {
    transactions().run(() -> followUps.take(followUp));
  }

  /** The events that belong to no order, oldest first. */
  public List<DomainEvent> orderlessEvents() {
    return eventLog.table.where(recorded -> recorded.order().isEmpty()).stream()
        .map(RecordedEvent::event)
        .toList();
  }

  /** The bodies that were kept as authentic, oldest first. */
  public List<byte[]> keptBodies() {
    return inbox.kept.where(_ -> true);
  }

  /** The notices that were refused, oldest first. */
  public List<RefusedNotice> refusedNotices() {
    return inbox.refused.where(_ -> true);
  }

  <T> T inTransaction(Supplier<T> work) {
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

  void demandTransaction() {
    if (!lock.isHeldByCurrentThread()) {
      throw new IllegalStateException("the books are changed inside a transaction only");
    }
  }

  void hold(MerchantId merchant, OrderId order) {
    demandTransaction();
    held.add(new Held(merchant, order));
  }

  void demandHeld(MerchantId merchant, OrderId order) {
    demandTransaction();
    if (!held.contains(new Held(merchant, order))) {
      throw new IllegalStateException("order " + order + " is changed without its lock");
    }
  }

  void holdTracks(MerchantId merchant) {
    demandTransaction();
    heldTracks.add(merchant);
  }

  void demandTracksHeld(MerchantId merchant) {
    demandTransaction();
    if (!heldTracks.contains(merchant)) {
      throw new IllegalStateException("tracks of " + merchant + " are changed without their lock");
    }
  }

  private record Held(MerchantId merchant, OrderId order) {}
}
