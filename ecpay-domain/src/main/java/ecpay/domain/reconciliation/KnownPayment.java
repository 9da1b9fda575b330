package ecpay.domain.reconciliation;

import ecpay.domain.money.Money;
import ecpay.domain.payment.Payment;
import java.math.BigDecimal;
import java.util.HashMap;
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

  /** The same with more known of the payment. */
  public KnownPayment as(Payment completed) {
    return new KnownPayment(completed, isSecond, refunded, refundsThere);
  }

  /** The same with one more refund that a file has told of. */
  public KnownPayment withRefund(String line, long twd) {
    Map<String, Long> more = new HashMap<>(refundsThere);
    more.put(line, twd);
    return new KnownPayment(payment, isSecond, refunded, more);
  }

  /** The fee that ECPay told with a payment: ChargeFee and ProcessFee (R-PAY-15). */
  public static BigDecimal expectedFee(Payment.Paid paid) {
    return paid.trade().chargeFee().add(paid.trade().processFee());
  }
}
