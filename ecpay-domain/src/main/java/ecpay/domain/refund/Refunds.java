package ecpay.domain.refund;

import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.BoundAllowances;
import ecpay.domain.invoice.Withheld;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.money.Money;
import ecpay.domain.order.OrderId;
import java.util.List;
import java.util.Optional;

/** Port: the refunds in the books. Lock the order before changing one. */
public interface Refunds extends Withheld, BoundAllowances {
  /** Adds a new refund; a reference is used once per order, and one is open per order. */
  void add(Refund refund);

  /** Writes the new state of a refund that is already there. */
  void save(Refund refund);

  Optional<Refund> find(MerchantId merchant, RefundId id);

  /** All refunds of an order, oldest first. */
  List<Refund> ofOrder(MerchantId merchant, OrderId order);

  @Override
  default boolean isBound(Allowance allowance) {
    return ofOrder(allowance.merchant(), allowance.order()).stream()
        .anyMatch(refund -> refund.isBoundTo(allowance.draft().reference()));
  }

  @Override
  default Money onOthers(MerchantId merchant, OrderId order) {
    return Money.of(
        ofOrder(merchant, order).stream()
            .mapToLong(refund -> refund.onOtherAllowances().twd())
            .sum());
  }

  /**
   * Those that wait for a person: to be paid by hand, or stopped; oldest first.
   *
   * @param after only those with a greater id; empty for all
   * @param most how many at most, 1 to 1000
   */
  List<Refund> tasks(MerchantId merchant, String after, int most);
}
