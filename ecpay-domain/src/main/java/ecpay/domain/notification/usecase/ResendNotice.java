package ecpay.domain.notification.usecase;

import ecpay.domain.merchant.Merchant;
import ecpay.domain.notification.Notice;
import ecpay.domain.notification.Notification;
import ecpay.domain.order.OrderId;
import java.util.Optional;

/**
 * Sends a notice because a person asks for it, whatever was sent before and whether or not ECPay's
 * dashboard notifies by itself (R-NOT-06). Every call sends a message.
 */
public final class ResendNotice {
  private final SendNotice send;

  public ResendNotice(SendNotice send) {
    this.send = send;
  }

  /**
   * @return what became of it
   * @throws java.util.NoSuchElementException if the merchant has no such order
   */
  public Notification send(Merchant merchant, OrderId order, Notice notice) {
    return send.send(merchant, order, () -> Optional.of(notice)).orElseThrow();
  }
}
