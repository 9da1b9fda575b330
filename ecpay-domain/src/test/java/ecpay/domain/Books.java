package ecpay.domain;

import ecpay.domain.allowance.Allowances;
import ecpay.domain.boundcard.BoundCards;
import ecpay.domain.contract.Contracts;
import ecpay.domain.event.EventLog;
import ecpay.domain.inbox.Inbox;
import ecpay.domain.inbox.RefusedNotice;
import ecpay.domain.invoice.Invoices;
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
import ecpay.domain.transaction.Transactions;
import java.util.List;

/** Everything that is kept, behind its ports: what a contract test is run against. */
public interface Books {
  Transactions transactions();

  Orders orders();

  Payments payments();

  Contracts contracts();

  BoundCards boundCards();

  Invoices invoices();

  Allowances allowances();

  Refunds refunds();

  Notifications notifications();

  EventLog eventLog();

  Inbox inbox();

  /** What the inbox keeps of notices that were not authentic, oldest first. */
  List<RefusedNotice> refusedNotices();

  CallJournal callJournal();

  ApiKeys apiKeys();

  Reports reports();

  StatementBooks statementBooks();

  StatementSource.Turn statementTurn();

  Silences silences();
}
