package ecpay.domain.payment;

import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.OrderId;
import java.util.List;
import java.util.Optional;

/**
 * Port: the attempts to pay in the books. Whoever writes one has locked its order in the same
 * transaction; else an {@link IllegalStateException} is thrown.
 */
public interface Payments {
  /** Adds a new one; a charge of a MerchantTradeNo is in the books once. */
  void add(Payment payment);

  /** Writes the new state of a payment that is already there. */
  void save(Payment payment);

  /** By the id alone, for the buyer's page, which knows nothing else. */
  Optional<Payment> find(PaymentId id);

  /**
   * The attempt that was begun under that MerchantTradeNo: of a periodic contract the first charge,
   * never a later one (R-PAY-17).
   */
  Optional<Payment> findByTradeNo(MerchantId merchant, MerchantTradeNo tradeNo);

  /** All attempts of an order, oldest first. */
  List<Payment> ofOrder(MerchantId merchant, OrderId order);
}
