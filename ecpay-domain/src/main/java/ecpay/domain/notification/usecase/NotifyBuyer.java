package ecpay.domain.notification.usecase;

import ecpay.domain.answer.Answer;
import ecpay.domain.event.DomainEvent.BuyerNotNotified;
import ecpay.domain.event.DomainEvent.BuyerNotified;
import ecpay.domain.event.EventLog;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Progress;
import ecpay.domain.identity.Identities;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceDocument;
import ecpay.domain.invoice.Invoices;
import ecpay.domain.journal.CallJournal;
import ecpay.domain.journal.CallJournal.Operation;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.notification.Notice;
import ecpay.domain.notification.Notice.Channel;
import ecpay.domain.notification.Notice.Recipient;
import ecpay.domain.notification.Notice.Subject;
import ecpay.domain.notification.Notification;
import ecpay.domain.notification.Notification.Outcome;
import ecpay.domain.notification.NotificationGateway;
import ecpay.domain.notification.NotificationGateway.Sent;
import ecpay.domain.notification.NotificationId;
import ecpay.domain.notification.Notifications;
import ecpay.domain.order.Orders;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tells the buyer that the invoice was issued, at most once: ECPay sends a message for every call
 * and can be asked about none, so after a lost answer or a crash nothing is sent again. A merchant
 * whose dashboard at ECPay notifies by itself gets no second notice from us (R-NOT-06).
 */
public final class NotifyBuyer {
  private final Transactions transactions;
  private final Merchants merchants;
  private final Orders orders;
  private final Invoices invoices;
  private final Notifications notifications;
  private final NotificationGateway gateway;
  private final CallJournal journal;
  private final EventLog events;
  private final Identities identities;
  private final Clock clock;

  public NotifyBuyer(
      Transactions transactions,
      Merchants merchants,
      Orders orders,
      Invoices invoices,
      Notifications notifications,
      NotificationGateway gateway,
      CallJournal journal,
      EventLog events,
      Identities identities,
      Clock clock) {
    this.transactions = transactions;
    this.merchants = merchants;
    this.orders = orders;
    this.invoices = invoices;
    this.notifications = notifications;
    this.gateway = gateway;
    this.journal = journal;
    this.events = events;
    this.identities = identities;
    this.clock = clock;
  }

  /** One run; the answer says when to come back, if at all. */
  public Progress proceed(FollowUp.NotifyBuyer followUp) {
    Merchant merchant = merchants.get(followUp.merchant());
    if (merchant.dashboardNotifies()) {
      return Progress.DONE;
    }
    Optional<Call> call = transactions.inTransaction(() -> prepare(followUp));
    if (call.isEmpty()) {
      return Progress.DONE;
    }
    Notification notification = call.get().notification();
    Answer<Sent> answer = gateway.invoiceNotify(merchant, notification.notice());
    return transactions.inTransaction(() -> answered(notification, call.get().number(), answer));
  }

  private Optional<Call> prepare(FollowUp.NotifyBuyer followUp) {
    orders.lock(followUp.merchant(), followUp.order());
    Instant now = Instant.now(clock);
    List<Notification> earlier =
        notifications.ofOrder(followUp.merchant(), followUp.order()).stream()
            .filter(known -> known.notice().subject() == Subject.INVOICE_ISSUED)
            .toList();
    earlier.stream()
        .filter(known -> known.outcome() == Outcome.REQUESTED)
        .forEach(cut -> end(cut, Outcome.UNKNOWN, "interrupted; it may have been sent", now));
    if (earlier.stream().anyMatch(known -> known.outcome() != Outcome.NOT_SENT)) {
      return Optional.empty();
    }
    return invoices
        .ofOrder(followUp.merchant(), followUp.order())
        .filter(Invoice.Issued.class::isInstance)
        .map(invoice -> request((Invoice.Issued) invoice, now));
  }

  private Call request(Invoice.Issued invoice, Instant now) {
    InvoiceDocument document = invoice.document();
    Notice notice =
        new Notice(
            invoice.facts().number(),
            Optional.empty(),
            Subject.INVOICE_ISSUED,
            document.email().isPresent() ? Channel.EMAIL : Channel.SMS,
            Recipient.CUSTOMER,
            document.phone(),
            document.email().stream().toList());
    Notification notification =
        Notification.request(
            new NotificationId(identities.nextId()),
            invoice.merchant(),
            invoice.order(),
            notice,
            now);
    notifications.add(notification);
    return new Call(
        notification,
        journal.open(invoice.merchant(), invoice.order(), Operation.InvoiceNotify, now));
  }

  private Progress answered(Notification notification, long call, Answer<Sent> answer) {
    orders.lock(notification.merchant(), notification.order());
    Instant now = Instant.now(clock);
    journal.close(call, answer, now);
    switch (answer) {
      case Answer.Accepted<Sent> _ -> {
        notifications.save(notification.ended(Outcome.SENT, ""));
        events.append(
            notification.merchant(),
            notification.order(),
            now,
            new BuyerNotified(
                notification.id(),
                notification.notice().invoice(),
                notification.notice().subject().name()));
      }
      case Answer.Refused<Sent>(String code, String message) ->
          end(notification, Outcome.REFUSED, code + " " + message, now);
      case Answer.Unknown<Sent>(String reason, boolean _) ->
          end(notification, Outcome.UNKNOWN, reason, now);
      case Answer.NotSent<Sent>(String reason) -> {
        notifications.save(notification.ended(Outcome.NOT_SENT, reason));
        return new Progress.TryAgain("InvoiceNotify not sent: " + reason);
      }
    }
    return Progress.DONE;
  }

  private void end(Notification notification, Outcome outcome, String reason, Instant now) {
    notifications.save(notification.ended(outcome, reason));
    events.append(
        notification.merchant(),
        notification.order(),
        now,
        new BuyerNotNotified(notification.id(), notification.notice().invoice(), reason));
  }

  private record Call(Notification notification, long number) {}
}
