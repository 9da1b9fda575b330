package ecpay.domain.notification.usecase;

import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Patience;
import ecpay.domain.followup.Progress;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.notification.Notice;
import ecpay.domain.notification.Notification;
import ecpay.domain.notification.Notification.Outcome;
import ecpay.domain.notification.Notifications;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Tells the buyer that an invoice was issued or voided or an allowance voided, at most once each:
 * ECPay sends a message for every call and can be asked about none, so after a lost answer or a
 * crash nothing is sent again. A merchant whose dashboard at ECPay notifies by itself gets no
 * second notice from us (R-NOT-06).
 */
public final class NotifyBuyer {
  private final Merchants merchants;
  private final Notifications notifications;
  private final DueNotices dueNotices;
  private final SendNotice send;
  private final Patience patience;
  private final Clock clock;

  public NotifyBuyer(
      Merchants merchants,
      Notifications notifications,
      DueNotices dueNotices,
      SendNotice send,
      Patience patience,
      Clock clock) {
    this.merchants = merchants;
    this.notifications = notifications;
    this.dueNotices = dueNotices;
    this.send = send;
    this.patience = patience;
    this.clock = clock;
  }

  /** One run sends one notice; the answer says when to come back, if at all. */
  public Progress proceed(FollowUp.NotifyBuyer followUp) {
    Merchant merchant = merchants.get(followUp.merchant());
    if (merchant.dashboardNotifies()) {
      return Progress.DONE;
    }
    Optional<Notification> sent = send.send(merchant, followUp.order(), () -> next(followUp));
    if (sent.isEmpty()) {
      return underWay(followUp).<Progress>map(Progress.WaitUntil::new).orElse(Progress.DONE);
    }
    return sent.get().outcome() == Outcome.NOT_SENT
        ? new Progress.TryAgain("InvoiceNotify not sent: " + sent.get().detail())
        : new Progress.WaitUntil(Instant.now(clock)); // there may be another one
  }

  private Optional<Notice> next(FollowUp.NotifyBuyer followUp) {
    List<Notification> earlier = notifications.ofOrder(followUp.merchant(), followUp.order());
    Instant now = Instant.now(clock);
    earlier.stream()
        .filter(known -> known.outcome() == Outcome.REQUESTED)
        .filter(known -> !now.isBefore(patience.after(known.requestedAt())))
        .forEach(send::interrupted);
    return dueNotices
        .of(followUp.merchant(), followUp.order())
        .filter(due -> earlier.stream().noneMatch(known -> tells(known, due)))
        .findFirst();
  }

  /** Until when a notice that is on its way, perhaps at an operator's wish, may be answered. */
  private Optional<Instant> underWay(FollowUp.NotifyBuyer followUp) {
    return notifications.ofOrder(followUp.merchant(), followUp.order()).stream()
        .filter(known -> known.outcome() == Outcome.REQUESTED)
        .map(known -> patience.after(known.requestedAt()))
        .max(Comparator.naturalOrder());
  }

  /** Whether the buyer was told before, or may have been. */
  private static boolean tells(Notification known, Notice due) {
    return known.outcome() != Outcome.NOT_SENT
        && known.notice().subject() == due.subject()
        && known.notice().invoice().equals(due.invoice())
        && known.notice().allowance().equals(due.allowance());
  }
}
