package ecpay.domain.inmemory.document;

import ecpay.domain.inmemory.table.Table;
import ecpay.domain.inmemory.table.Tables;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.notification.Notification;
import ecpay.domain.notification.NotificationId;
import ecpay.domain.notification.Notifications;
import ecpay.domain.order.OrderId;
import java.util.List;

public final class InMemoryNotifications implements Notifications {
  private final Table<Key, Notification> table;
  private final Tables tables;

  public InMemoryNotifications(Tables tables) {
    this.tables = tables;
    this.table = tables.table(List.of());
  }

  @Override
  public void add(Notification notification) {
    tables.demandHeld(notification.merchant(), notification.order());
    table.add(key(notification), notification);
  }

  @Override
  public void save(Notification notification) {
    tables.demandHeld(notification.merchant(), notification.order());
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

  private record Key(MerchantId merchant, NotificationId id) {}
}
