package ecpay.domain.notification.usecase;

import ecpay.domain.answer.Answer;
import ecpay.domain.event.DomainEvent.BuyerNotNotified;
import ecpay.domain.event.DomainEvent.BuyerNotified;
import ecpay.domain.event.EventLog;
import ecpay.domain.identity.Identities;
import ecpay.domain.journal.CallJournal;
import ecpay.domain.journal.CallJournal.Operation;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.notification.Notice;
import ecpay.domain.notification.Notification;
import ecpay.domain.notification.Notification.Outcome;
import ecpay.domain.notification.NotificationGateway;
import ecpay.domain.notification.NotificationGateway.Sent;
import ecpay.domain.notification.NotificationId;
import ecpay.domain.notification.Notifications;
import ecpay.domain.order.OrderId;
import ecpay.domain.order.Orders;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Sends one notice by InvoiceNotify, once: ECPay sends a message for every call. */
public final class SendNotice {
  private final Transactions transactions;
  private final Orders orders;
  private final Notifications notifications;
  private final NotificationGateway gateway;
  private final CallJournal journal;
  private final EventLog events;
  private final Identities identities;
  private final Clock clock;

  public SendNotice(
      Transactions transactions,
      Orders orders,
      Notifications notifications,
      NotificationGateway gateway,
      CallJournal journal,
      EventLog events,
      Identities identities,
      Clock clock) {
    this.transactions = transactions;
    this.orders = orders;
    this.notifications = notifications;
    this.gateway = gateway;
    this.journal = journal;
    this.events = events;
    this.identities = identities;
    this.clock = clock;
  }

  /**
   * @param due which notice, once the order is locked; empty when there is none to send
   * @return what became of it; empty when there was none
   */
  Optional<Notification> send(Merchant merchant, OrderId order, Supplier<Optional<Notice>> due) {
    Optional<Call> call =
        transactions.inTransaction(() -> {
          orders.lock(merchant.id(), order);
          return due.get().map(notice -> request(merchant.id(), order, notice));
        });
    if (call.isEmpty()) {
      return Optional.empty();
    }
    Notification notification = call.get().notification();
    Answer<Sent> answer = gateway.invoiceNotify(merchant, notification.notice());
    return Optional.of(
        transactions.inTransaction(() -> answered(notification, call.get().number(), answer)));
  }

  private Call request(MerchantId merchant, OrderId order, Notice notice) {
    Instant now = Instant.now(clock);
    Notification notification =
        Notification.request(new NotificationId(identities.nextId()), merchant, order, notice, now);
    notifications.add(notification);
    return new Call(notification, journal.open(merchant, order, Operation.InvoiceNotify, now));
  }

  private Notification answered(Notification sent, long call, Answer<Sent> answer) {
    orders.lock(sent.merchant(), sent.order());
    Instant now = Instant.now(clock);
    journal.close(call, answer, now);
    Notification current =
        notifications.ofOrder(sent.merchant(), sent.order()).stream()
            .filter(known -> known.id().equals(sent.id()))
            .findFirst()
            .orElseThrow();
    if (current.outcome() != Outcome.REQUESTED) {
      return current; // taken for interrupted meanwhile; the journal has the answer
    }
    return switch (answer) {
      case Answer.Accepted<Sent> _ -> {
        events.append(
            sent.merchant(),
            sent.order(),
            now,
            new BuyerNotified(sent.id(), sent.notice().invoice(), sent.notice().subject().name()));
        yield save(current.ended(Outcome.SENT, ""));
      }
      case Answer.Refused<Sent>(String code, String message) ->
          failed(current, Outcome.REFUSED, code + " " + message, now);
      case Answer.Unknown<Sent>(String reason, boolean _) ->
          failed(current, Outcome.UNKNOWN, reason, now);
      case Answer.NotSent<Sent>(String reason) -> save(current.ended(Outcome.NOT_SENT, reason));
    };
  }

  /** It may or may not have been sent, and is not sent again. In a transaction. */
  void interrupted(Notification cut) {
    failed(cut, Outcome.UNKNOWN, "interrupted; it may have been sent", Instant.now(clock));
  }

  private Notification failed(
      Notification notification, Outcome outcome, String reason, Instant now) {
    events.append(
        notification.merchant(),
        notification.order(),
        now,
        new BuyerNotNotified(notification.id(), notification.notice().invoice(), reason));
    return save(notification.ended(outcome, reason));
  }

  private Notification save(Notification notification) {
    notifications.save(notification);
    return notification;
  }

  private record Call(Notification notification, long number) {}
}
