package ecpay.domain.notification;

import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;
import java.util.List;

/** Port: the notices in the books. Lock the order before changing one. */
public interface Notifications {
  void add(Notification notification);

  /** Writes the outcome of a notice that is already there. */
  void save(Notification notification);

  /** All notices of an order, oldest first. */
  List<Notification> ofOrder(MerchantId merchant, OrderId order);
}
