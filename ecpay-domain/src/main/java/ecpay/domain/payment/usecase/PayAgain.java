package ecpay.domain.payment.usecase;

import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.Payments;
import ecpay.domain.payment.usecase.StartPayment.Result;

/**
 * Gives a buyer who wants to try again another attempt. What may have been paid on ECPay's page is
 * asked about first, because a notice may be late or lost, and nobody pays twice (R-ORD-03).
 */
public final class PayAgain {
  private final Payments payments;
  private final SettlePayment settlePayment;
  private final StartPayment startPayment;

  public PayAgain(Payments payments, SettlePayment settlePayment, StartPayment startPayment) {
    this.payments = payments;
    this.settlePayment = settlePayment;
    this.startPayment = startPayment;
  }

  /**
   * Starts an attempt with the same offer, unless the earlier one may still bring money: it is
   * under way while ECPay does not answer, or when ECPay has given a code for it.
   *
   * @throws java.util.NoSuchElementException if there is no such attempt
   */
  public Result again(PaymentId id) {
    Payment payment = payments.find(id).orElseThrow();
    if (!(payment instanceof Payment.HandedOver)) {
      return startPayment.again(payment);
    }
    boolean answered = settlePayment.askNow(payment);
    Payment known = payments.find(id).orElseThrow();
    return answered && !(known instanceof Payment.AwaitingMoney)
        ? startPayment.again(known)
        : new Result.UnderWay(known);
  }
}
