package ecpay.domain.contract;

import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.OrderId;
import java.util.List;
import java.util.Optional;

/**
 * Port: the contracts in the books. Whoever writes one has locked the order of its first charge in
 * the same transaction; else an {@link IllegalStateException} is thrown.
 */
public interface Contracts {
  /** Adds a new one; there is one for each MerchantTradeNo. */
  void add(PeriodicContract contract);

  /** Writes the new state of a contract that is already there. */
  void save(PeriodicContract contract);

  Optional<PeriodicContract> find(MerchantId merchant, MerchantTradeNo tradeNo);

  /** The contracts whose first charge was an attempt to pay that order, oldest first. */
  List<PeriodicContract> ofOrder(MerchantId merchant, OrderId order);
}
