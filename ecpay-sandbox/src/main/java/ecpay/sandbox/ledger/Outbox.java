package ecpay.sandbox.ledger;

import java.util.ArrayList;
import java.util.List;

/** Notifications and the mails they became; the last 10,000 of each are kept. */
public final class Outbox {
  private static final int CAPACITY = 10_000;

  private final List<Notification> notifications = new ArrayList<>();
  private final List<Mail> mails = new ArrayList<>();

  public void add(Notification notification) {
    notifications.add(notification);
    if (notifications.size() > CAPACITY) {
      notifications.removeFirst();
    }
  }

  public void add(Mail mail) {
    mails.add(mail);
    if (mails.size() > CAPACITY) {
      mails.removeFirst();
    }
  }

  public List<Notification> notifications() {
    return List.copyOf(notifications);
  }

  public List<Mail> mails() {
    return List.copyOf(mails);
  }
}
