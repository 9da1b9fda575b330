package ecpay.domain.inmemory;

import ecpay.domain.merchant.MerchantId;
import ecpay.domain.notification.Notification;
import ecpay.domain.notification.NotificationId;
import ecpay.domain.notification.Notifications;
import ecpay.domain.order.OrderId;
import java.util.List;

final class InMemoryNotifications implements Notifications {
  final Table<Key, Notification> table;
  private final InMemoryBooks books;

  InMemoryNotifications(InMemoryBooks books) {
    this.books = books;
    this.table = new Table<>(books, List.of());
  }

  @Override
  public void add(Notification notification) {
    books.demandHeld(notification.merchant(), notification.order());
    table.add(key(notification), notification);
  }

  @Override
  public void save(Notification notification) {
    books.demandHeld(notification.merchant(), notification.order());
    table.replace(key(notification), notification);
  }

  @Override
  public List<Notification> ofOrder(MerchantId merchant, OrderId order) {
    return table.where(notification ->
        notification.merchant().equals(merchant) && notification.order().equals(order));
  }

  private static Key key(Notification notification) {
    return new Key(notification.merchant(), notification.id());
  }

  record Key(MerchantId merchant, NotificationId id) {}
}
