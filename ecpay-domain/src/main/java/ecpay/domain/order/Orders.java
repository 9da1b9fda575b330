package ecpay.domain.order;

import ecpay.domain.merchant.MerchantId;
import java.util.List;
import java.util.Optional;

/**
 * Port: the orders in the books. An order's row is also the lock of everything that belongs to the
 * order: whoever changes its payments, invoice or allowances locks it first, in a transaction.
 */
public interface Orders {
  /**
   * Adds a new order.
   *
   * @return false, and nothing is added, if the merchant already has one with this reference
   */
  boolean add(Order order);

  /** Writes the payment of an order that was {@linkplain #lock locked} in this transaction. */
  void save(Order order);

  Optional<Order> find(MerchantId merchant, OrderId id);

  Optional<Order> findByReference(MerchantId merchant, OrderReference reference);

  /**
   * The merchant's latest orders, the newest first: ids sort by the time they were given.
   *
   * @param most how many at most
   */
  List<Order> newest(MerchantId merchant, int most);

  /**
   * The order, held until the transaction ends; others wait for it.
   *
   * @throws java.util.NoSuchElementException if there is no such order
   */
  Order lock(MerchantId merchant, OrderId id);
}
