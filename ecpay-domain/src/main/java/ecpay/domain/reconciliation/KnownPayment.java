package ecpay.domain.reconciliation;

import ecpay.domain.money.Money;
import ecpay.domain.payment.Payment;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A payment as our books know it.
 *
 * @param isSecond whether its order is paid by another payment (R-ORD-03)
 * @param refunded what our books have given back, TWD, in whichever way
 */
public record KnownPayment(Payment payment, boolean isSecond, Money refunded) {

  /** The same with more known of the payment. */
  public KnownPayment as(Payment completed) {
    return new KnownPayment(completed, isSecond, refunded);
  }

  /**
   * The fee that ECPay told with a payment: ChargeFee and ProcessFee (R-PAY-15). Empty for a later
   * charge of a contract with which it told none (R-PAY-17): what is billed is no surprise then.
   */
  public static Optional<BigDecimal> expectedFee(Payment.Paid paid) {
    BigDecimal told = paid.trade().chargeFee().add(paid.trade().processFee());
    return Optional.of(told).filter(fee -> fee.signum() != 0 || paid.attempt().charge() == 1);
  }
}
