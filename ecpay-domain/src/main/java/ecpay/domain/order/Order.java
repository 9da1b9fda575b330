package ecpay.domain.order;

import ecpay.domain.merchant.MerchantId;
import ecpay.domain.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * What a buyer owes, and whether it is paid. An order may see many attempts to pay; at most one of
 * them pays it (R-ORD-03), and what is paid stays paid (R-PAY-10).
 *
 * @param placedAt when it was placed
 * @param payment which attempt paid it and when; empty while unpaid
 */
public record Order(
    OrderId id,
    MerchantId merchant,
    OrderReference reference,
    OrderContent content,
    Instant placedAt,
    Optional<Settlement> payment) {

  /** The attempt that paid an order, and when the money was confirmed. */
  public record Settlement(MerchantTradeNo tradeNo, Instant at) {}

  /** A new, unpaid order. */
  public static Order place(
      OrderId id,
      MerchantId merchant,
      OrderReference reference,
      OrderContent content,
      Instant placedAt) {
    return new Order(id, merchant, reference, content, placedAt, Optional.empty());
  }

  public Money total() {
    return content.total();
  }

  public boolean isPaid() {
    return payment.isPresent();
  }

  /** Whether an attempt other than this one has paid the order. */
  public boolean isPaidByAnotherThan(MerchantTradeNo tradeNo) {
    return payment.isPresent() && !payment.get().tradeNo().equals(tradeNo);
  }

  /**
   * The order, paid by this attempt. The first attempt that pays stays the one (R-ORD-03): an order
   * that is already paid is returned as it is.
   */
  public Order paidBy(MerchantTradeNo tradeNo, Instant at) {
    return isPaid()
        ? this
        : new Order(
            id, merchant, reference, content, placedAt, Optional.of(new Settlement(tradeNo, at)));
  }
}
