package ecpay.domain.payment.usecase;

import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.Payments;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What stands in the way of another attempt, so that nobody pays twice (R-ORD-03). ECPay is asked
 * about every attempt on its own page, because a notice of it may be late or lost; a code that was
 * given out may be paid with until its deadline, and nobody can take it back.
 */
public final class EarlierAttempts {
  private final Payments payments;
  private final SettlePayment settlePayment;
  private final Clock clock;

  public EarlierAttempts(Payments payments, SettlePayment settlePayment, Clock clock) {
    this.payments = payments;
    this.settlePayment = settlePayment;
    this.clock = clock;
  }

  /**
   * An attempt on ECPay's page of which ECPay did not answer, or one whose code may still be paid
   * with; empty when another attempt may begin. Money that ECPay tells of is in the books then.
   *
   * @param accepted an attempt beside which another one is wanted all the same
   */
  public Optional<Payment> inTheWay(
      MerchantId merchant, OrderId order, Optional<PaymentId> accepted) {
    List<Payment> earlier = others(merchant, order, accepted);
    if (earlier.stream().anyMatch(Payment.Paid.class::isInstance)) {
      return Optional.empty();
    }
    for (Payment payment : earlier) {
      if (payment instanceof Payment.HandedOver && !settlePayment.askNow(payment)) {
        return payments.find(payment.id());
      }
    }
    Instant now = Instant.now(clock);
    return others(merchant, order, accepted).stream()
        .filter(payment ->
            payment instanceof Payment.AwaitingMoney waiting
                && now.isBefore(waiting.instructions().deadline()))
        .findFirst();
  }

  private List<Payment> others(MerchantId merchant, OrderId order, Optional<PaymentId> accepted) {
    return payments.ofOrder(merchant, order).stream()
        .filter(payment -> accepted.filter(payment.id()::equals).isEmpty())
        .toList();
  }
}
