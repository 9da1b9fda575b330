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
import java.util.Optional;
import java.util.Set;

/**
 * What stays the same through all states of an attempt to pay.
 *
 * @param tradeNo used for GetTokenbyTrade and CreatePayment alike (R-PAY-01)
 * @param charge which charge of that MerchantTradeNo, from 1; more only for the later charges of a
 *     periodic contract, each of which pays an order of its own
 * @param amount the order's total
 * @param offer how the buyer may pay
 * @param beside an earlier attempt of the order that the shop accepts to be paid as well (R-ORD-03)
 */
public record Attempt(
    PaymentId id,
    MerchantId merchant,
    OrderId order,
    MerchantTradeNo tradeNo,
    int charge,
    Money amount,
    Offer offer,
    Instant startedAt,
    Optional<PaymentId> beside) {
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

  /** That charge of a MerchantTradeNo, beside which nothing else may be paid. */
  public Attempt(
      PaymentId id,
      MerchantId merchant,
      OrderId order,
      MerchantTradeNo tradeNo,
      int charge,
      Money amount,
      Offer offer,
      Instant startedAt) {
    this(id, merchant, order, tradeNo, charge, amount, offer, startedAt, Optional.empty());
  }

  /** The one attempt of its MerchantTradeNo, beside which nothing else may be paid. */
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

  /** Whether who asks for that offer, beside that attempt, is given this one once more. */
  public boolean isRepeatedBy(Offer wanted, Optional<PaymentId> wantedBeside) {
    return offer.equals(wanted) && beside.equals(wantedBeside);
  }

  public Channel channel() {
    return offer.channel();
  }

  public Set<PaymentMethod> methods() {
    return offer.methods();
  }
}
