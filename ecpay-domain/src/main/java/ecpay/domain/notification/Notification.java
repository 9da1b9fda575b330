package ecpay.domain.notification;

import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;
import ecpay.domain.rule.IllegalMoveException;
import java.time.Instant;

/**
 * A notice and what became of it. ECPay has no query for notices and sends each call again, so one
 * whose outcome is unknown is never repeated by itself.
 *
 * @param detail ECPay's words or the reason of the outcome; empty while requested
 */
public record Notification(
    NotificationId id,
    MerchantId merchant,
    OrderId order,
    Notice notice,
    Instant requestedAt,
    Outcome outcome,
    String detail) {

  /** What became of a notice. */
  public enum Outcome {
    REQUESTED,
    SENT,
    REFUSED,
    /** Surely never left; a further notice may be tried. */
    NOT_SENT,
    UNKNOWN
  }

  /** A new notice that is about to be sent. */
  public static Notification request(
      NotificationId id, MerchantId merchant, OrderId order, Notice notice, Instant at) {
    return new Notification(id, merchant, order, notice, at, Outcome.REQUESTED, "");
  }

  /** How the one call ended. */
  public Notification ended(Outcome how, String why) {
    if (outcome != Outcome.REQUESTED || how == Outcome.REQUESTED) {
      throw new IllegalMoveException("R-NOT-06", "it is " + outcome, "sending a notice again");
    }
    return new Notification(id, merchant, order, notice, requestedAt, how, why);
  }
}
