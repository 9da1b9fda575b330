package ecpay.domain.payment;

import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.OrderId;
import java.util.List;
import java.util.Optional;

/** Port: the attempts to pay in the books. Lock the order before changing one. */
public interface Payments {
  void add(Payment payment);

  /** Writes the new state of a payment that is already there. */
  void save(Payment payment);

  /** By the id alone, for the buyer's page, which knows nothing else. */
  Optional<Payment> find(PaymentId id);

  Optional<Payment> findByTradeNo(MerchantId merchant, MerchantTradeNo tradeNo);

  /** All attempts of an order, oldest first. */
  List<Payment> ofOrder(MerchantId merchant, OrderId order);
}
