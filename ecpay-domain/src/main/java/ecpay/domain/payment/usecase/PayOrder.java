package ecpay.domain.payment.usecase;

import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.Payments;
import ecpay.domain.payment.offer.Offer;
import ecpay.domain.payment.usecase.StartPayment.Result;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Gives a buyer an attempt to pay an order, first or another, unless an earlier one may still bring
 * money: then that is under way (R-ORD-03).
 */
public final class PayOrder {
  private final Payments payments;
  private final EarlierAttempts earlierAttempts;
  private final StartPayment startPayment;
  private final RecentTries recentTries = new RecentTries();
  private final Clock clock;

  public PayOrder(
      Payments payments, EarlierAttempts earlierAttempts, StartPayment startPayment, Clock clock) {
    this.payments = payments;
    this.earlierAttempts = earlierAttempts;
    this.startPayment = startPayment;
    this.clock = clock;
  }

  /**
   * Starts an attempt, or finds the one that was started with the same offer a moment ago.
   *
   * @param beside an earlier attempt that is known to wait for money, when another one is wanted,
   *     and may be charged, all the same; a charge that is on its way still stands in its way
   * @throws java.util.NoSuchElementException if the merchant has no such order
   */
  public Result pay(MerchantId merchant, OrderId order, Offer offer, Optional<PaymentId> beside) {
    return isRepeat(merchant, order, offer, beside)
        ? startPayment.start(merchant, order, offer, beside)
        : earlierAttempts
            .inTheWay(merchant, order, beside)
            .<Result>map(Result.UnderWay::new)
            .orElseGet(() -> startPayment.start(merchant, order, offer, beside));
  }

  /**
   * Starts an attempt with the same offer, beside the same attempt, for a buyer who wants to try
   * again; one who tries too often is told when, and ECPay is not asked.
   *
   * @throws java.util.NoSuchElementException if there is no such attempt
   */
  public Result again(PaymentId id) {
    Payment payment = payments.find(id).orElseThrow();
    Optional<Instant> later = later(payment, Instant.now(clock));
    if (later.isPresent()) {
      return new Result.Later(later.get());
    }
    return earlierAttempts
        .inTheWay(payment.merchant(), payment.order(), payment.attempt().beside())
        .<Result>map(Result.UnderWay::new)
        .orElseGet(() -> startPayment.again(payment));
  }

  private Optional<Instant> later(Payment payment, Instant now) {
    List<Payment> earlier = payments.ofOrder(payment.merchant(), payment.order());
    return earlier.stream().anyMatch(Payment.Paid.class::isInstance)
        ? Optional.empty() // nothing is asked, and nothing begins
        : AttemptPace.ofBuyer(earlier, now).or(() -> recentTries.enter(payment.order(), now));
  }

  private boolean isRepeat(
      MerchantId merchant, OrderId order, Offer offer, Optional<PaymentId> beside) {
    Instant now = Instant.now(clock);
    return payments.ofOrder(merchant, order).stream()
        .anyMatch(payment ->
            payment instanceof Payment.HandedOver handed
                && handed.isRepeatedBy(offer, beside, now));
  }
}
