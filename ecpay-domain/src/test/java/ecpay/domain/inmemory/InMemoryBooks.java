package ecpay.domain.inmemory;

import ecpay.domain.Books;
import ecpay.domain.Samples;
import ecpay.domain.allowance.Allowances;
import ecpay.domain.boundcard.BoundCards;
import ecpay.domain.check.Checks;
import ecpay.domain.contract.Contracts;
import ecpay.domain.event.DomainEvent;
import ecpay.domain.event.EventLog;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.FollowUps;
import ecpay.domain.inbox.Inbox;
import ecpay.domain.inbox.RefusedNotice;
import ecpay.domain.inmemory.document.InMemoryAllowances;
import ecpay.domain.inmemory.document.InMemoryChecks;
import ecpay.domain.inmemory.document.InMemoryInvoices;
import ecpay.domain.inmemory.document.InMemoryNotifications;
import ecpay.domain.inmemory.document.InMemoryTracks;
import ecpay.domain.inmemory.record.InMemoryCallJournal;
import ecpay.domain.inmemory.record.InMemoryEventLog;
import ecpay.domain.inmemory.record.InMemoryFollowUps;
import ecpay.domain.inmemory.record.InMemoryInbox;
import ecpay.domain.inmemory.record.InMemorySilences;
import ecpay.domain.inmemory.sale.InMemoryBoundCards;
import ecpay.domain.inmemory.sale.InMemoryContracts;
import ecpay.domain.inmemory.sale.InMemoryOrders;
import ecpay.domain.inmemory.sale.InMemoryPayments;
import ecpay.domain.inmemory.sale.InMemoryRefunds;
import ecpay.domain.inmemory.statement.InMemoryReports;
import ecpay.domain.inmemory.statement.InMemoryStatementBooks;
import ecpay.domain.inmemory.statement.InMemoryTurn;
import ecpay.domain.inmemory.table.Tables;
import ecpay.domain.invoice.Invoices;
import ecpay.domain.journal.CallJournal;
import ecpay.domain.merchant.ApiKeys;
import ecpay.domain.notification.Notifications;
import ecpay.domain.order.Orders;
import ecpay.domain.payment.Payments;
import ecpay.domain.reconciliation.Reports;
import ecpay.domain.reconciliation.StatementBooks;
import ecpay.domain.refund.Refunds;
import ecpay.domain.track.Tracks;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All ports of the books in memory. */
public final class InMemoryBooks implements Books {
  private final Tables tables = new Tables();
  private final InMemoryOrders orders = new InMemoryOrders(tables);
  private final InMemoryPayments payments = new InMemoryPayments(tables);
  private final InMemoryContracts contracts = new InMemoryContracts(tables);
  private final InMemoryBoundCards boundCards = new InMemoryBoundCards(tables);
  private final InMemoryInvoices invoices = new InMemoryInvoices(tables);
  private final InMemoryAllowances allowances = new InMemoryAllowances(tables);
  private final InMemoryRefunds refunds = new InMemoryRefunds(tables);
  private final InMemoryNotifications notifications = new InMemoryNotifications(tables);
  private final InMemoryEventLog eventLog = new InMemoryEventLog(tables);
  private final InMemoryTracks tracks = new InMemoryTracks(tables);
  private final InMemoryChecks checks = new InMemoryChecks(tables);
  private final InMemoryInbox inbox = new InMemoryInbox(tables);
  private final InMemoryCallJournal callJournal = new InMemoryCallJournal(tables);
  private final InMemoryApiKeys apiKeys = new InMemoryApiKeys(tables);
  private final InMemoryFollowUps followUps = new InMemoryFollowUps(tables);
  private final InMemoryStatementBooks statementBooks =
      new InMemoryStatementBooks(tables, orders, payments, refunds);
  private final InMemorySilences silences = new InMemorySilences();
  private final InMemoryTurn statementTurn =
      new InMemoryTurn(Clock.fixed(Samples.NOW, ZoneOffset.UTC));
  private final InMemoryReports reports = new InMemoryReports(tables, statementBooks);

  @Override
  public Transactions transactions() {
    return tables::inTransaction;
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

  @Override
  public InMemoryTurn statementTurn() {
    return statementTurn;
  }

  @Override
  public InMemorySilences silences() {
    return silences;
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
    return eventLog.orderless();
  }

  /** The bodies that were kept as authentic, oldest first. */
  public List<byte[]> keptBodies() {
    return inbox.keptBodies();
  }

  @Override
  public List<RefusedNotice> refusedNotices() {
    return inbox.refusedNotices();
  }
}
