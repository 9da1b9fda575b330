package ecpay.domain.payment.usecase;

import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.event.EventLog;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.PaymentIncident;
import ecpay.domain.payment.Payments;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands in the way of another attempt, so that nobody pays twice (R-ORD-03). ECPay is asked
 * about every attempt on its own page, and about every one that was long enough at the bank's,
 * because a notice of it may be late or lost; a code that was given out may be paid with until its
 * deadline, and nobody can take it back.
 */
public final class EarlierAttempts {
  private final Payments payments;
  private final SettlePayment settlePayment;
  private final EventLog events;
  private final Clock clock;

  public EarlierAttempts(
      Payments payments, SettlePayment settlePayment, EventLog events, Clock clock) {
    this.payments = payments;
    this.settlePayment = settlePayment;
    this.events = events;
    this.clock = clock;
  }

  /**
   * A charge that is on its way, an attempt on a page of ECPay or a bank of which ECPay did not
   * answer, one for which ECPay told another amount (R-PAY-09), or one whose code may still be paid
   * with; empty when another attempt may begin. Money that ECPay tells of is in the books then.
   * Nothing is asked while a question changes nothing.
   *
   * @param accepted an attempt beside which another one is wanted all the same; a charge that is on
   *     its way stands in the way whatever is wanted
   */
  public Optional<Payment> inTheWay(
      MerchantId merchant, OrderId order, Optional<PaymentId> accepted) {
    return known(merchant, order, accepted)
        .or(() -> unheard(merchant, order, accepted))
        .or(() -> known(merchant, order, accepted));
  }

  /**
   * An attempt on a page of ECPay or a bank of which ECPay did not answer; empty when it told all
   * that it knows, or the order has its money.
   *
   * @param accepted an attempt that may be unheard of all the same
   */
  Optional<Payment> unheard(MerchantId merchant, OrderId order, Optional<PaymentId> accepted) {
    List<Payment> earlier = payments.ofOrder(merchant, order);
    if (earlier.stream().anyMatch(Payment.Paid.class::isInstance)) {
      return Optional.empty();
    }
    for (Payment payment : earlier) {
      if (mayBePaidUnheard(payment, accepted) && !settlePayment.askNow(payment)) {
        return payments.find(payment.id());
      }
    }
    return Optional.empty();
  }

  /** What stands in the way by the books alone. */
  private Optional<Payment> known(
      MerchantId merchant, OrderId order, Optional<PaymentId> accepted) {
    List<Payment> earlier = payments.ofOrder(merchant, order);
    if (earlier.stream().anyMatch(Payment.Paid.class::isInstance)) {
      return Optional.empty();
    }
    Set<String> otherAmounts = otherAmounts(merchant, order);
    return earlier.stream()
        .filter(payment ->
            isInTheWay(payment, accepted)
                || (otherAmounts.contains(payment.tradeNo().value())
                    && !isAccepted(payment, accepted)))
        .findFirst();
  }

  /** The trade numbers for which ECPay may hold money that the books cannot take. */
  private Set<String> otherAmounts(MerchantId merchant, OrderId order) {
    return events.ofOrder(merchant, order).stream()
        .flatMap(known ->
            known.event() instanceof IncidentRaised raised
                    && raised.kind().equals(PaymentIncident.AMOUNT_MISMATCH.name())
                ? Stream.of(raised.about())
                : Stream.empty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean isInTheWay(Payment payment, Optional<PaymentId> accepted) {
    Instant now = Instant.now(clock);
    return payment.isUnderWayAt(now)
        || (payment instanceof Payment.AwaitingMoney waiting
            && now.isBefore(waiting.instructions().deadline())
            && !isAccepted(payment, accepted));
  }

  /** A bank's page is never accepted: what the buyer confirms there may be charged already. */
  private boolean mayBePaidUnheard(Payment payment, Optional<PaymentId> accepted) {
    return payment instanceof Payment.AwaitingBuyer
        ? !payment.isUnderWayAt(Instant.now(clock))
        : payment instanceof Payment.HandedOver && !isAccepted(payment, accepted);
  }

  private static boolean isAccepted(Payment payment, Optional<PaymentId> accepted) {
    return accepted.filter(payment.id()::equals).isPresent();
  }
}
