package ecpay.domain.reconciliation;

import ecpay.domain.money.Money;
import ecpay.domain.payment.Payment;
import java.math.BigDecimal;
import java.util.Map;

/**
 * A payment as our books know it, beside what statement files have told of it.
 *
 * @param isSecond whether its order is paid by another payment (R-ORD-03)
 * @param refunded what our books have given back, TWD
 * @param refundsThere the refunds that this kind of file has told of, by their lines, in TWD above
 *     zero
 */
public record KnownPayment(
    Payment payment, boolean isSecond, Money refunded, Map<String, Long> refundsThere) {
  public KnownPayment {
    refundsThere = Map.copyOf(refundsThere);
  }

  /** The fee that ECPay told with a payment: ChargeFee and ProcessFee (R-PAY-15). */
  public static BigDecimal expectedFee(Payment.Paid paid) {
    return paid.trade().chargeFee().add(paid.trade().processFee());
  }
}
