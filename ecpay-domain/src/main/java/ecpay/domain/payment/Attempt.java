package ecpay.domain.payment;

import ecpay.domain.merchant.MerchantId;
import ecpay.domain.money.Money;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.OrderId;
import ecpay.domain.rule.Violations;
import java.time.Instant;
import java.util.Set;

/**
 * What stays the same through all states of an attempt to pay.
 *
 * @param tradeNo used for GetTokenbyTrade and CreatePayment alike (R-PAY-01)
 * @param amount the order's total
 * @param methods at least one
 */
public record Attempt(
    PaymentId id,
    MerchantId merchant,
    OrderId order,
    MerchantTradeNo tradeNo,
    Money amount,
    Set<PaymentMethod> methods,
    Instant startedAt) {
  public Attempt {
    methods = Set.copyOf(methods);
    Violations violations = new Violations();
    violations.require(amount.isPositive(), "R-ORD-04", "amount", "an amount is at least 1 TWD");
    violations.require(!methods.isEmpty(), "R-PAY-01", "methods", "offer at least one way to pay");
    violations.throwIfAny();
  }
}
