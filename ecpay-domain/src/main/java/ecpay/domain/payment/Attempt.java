package ecpay.domain.payment;

import ecpay.domain.merchant.MerchantId;
import ecpay.domain.money.Money;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.OrderId;
import ecpay.domain.payment.offer.Channel;
import ecpay.domain.payment.offer.Offer;
import ecpay.domain.payment.offer.PaymentMethod;
import ecpay.domain.rule.Violations;
import java.time.Instant;
import java.util.Set;

/**
 * What stays the same through all states of an attempt to pay.
 *
 * @param tradeNo used for GetTokenbyTrade and CreatePayment alike (R-PAY-01)
 * @param charge which charge of that MerchantTradeNo, from 1; more only for the later charges of a
 *     periodic contract, each of which pays an order of its own
 * @param amount the order's total
 * @param offer how the buyer may pay
 */
public record Attempt(
    PaymentId id,
    MerchantId merchant,
    OrderId order,
    MerchantTradeNo tradeNo,
    int charge,
    Money amount,
    Offer offer,
    Instant startedAt) {
  private static final long LEAST_BNPL = 3_000;

  public Attempt {
    Violations violations = new Violations();
    violations.require(amount.isPositive(), "R-ORD-04", "amount", "an amount is at least 1 TWD");
    violations.require(charge >= 1, "R-PAY-17", "charge", "charges are counted from 1");
    violations.require(
        !offer.methods().contains(PaymentMethod.BNPL) || amount.twd() >= LEAST_BNPL,
        "R-ORD-05",
        "methods",
        "BNPL takes orders of 3000 TWD and more");
    violations.throwIfAny();
  }

  /** The one attempt of its MerchantTradeNo. */
  public Attempt(
      PaymentId id,
      MerchantId merchant,
      OrderId order,
      MerchantTradeNo tradeNo,
      Money amount,
      Offer offer,
      Instant startedAt) {
    this(id, merchant, order, tradeNo, 1, amount, offer, startedAt);
  }

  public Channel channel() {
    return offer.channel();
  }

  public Set<PaymentMethod> methods() {
    return offer.methods();
  }
}
