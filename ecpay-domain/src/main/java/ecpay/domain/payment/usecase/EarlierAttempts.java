package ecpay.domain.payment.usecase;

import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.event.DomainEvent.PaymentSubmitted;
import ecpay.domain.event.EventLog;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.PaymentIncident;
import ecpay.domain.payment.Payments;
import ecpay.domain.payment.offer.Channel;
import ecpay.domain.payment.report.PaymentInstructions.Application;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands in the way of another attempt, so that nobody pays twice (R-ORD-03). ECPay is asked
 * about every attempt on its own page, about every one that was long enough at the bank's, and
 * about those that were given up lately without its word, because a notice may be late or lost; a
 * code that was given out may be paid with until its deadline, and nobody can take it back. An
 * application to pay later may have been refused meanwhile, so ECPay is asked about it too.
 */
public final class EarlierAttempts {
  /** For so long, as attempts are counted, a given-up one may bring money of which nobody told. */
  private static final Duration LATELY = Duration.ofDays(1);

  /** What is paid at a counter on the last day is told up to two days later. */
  private static final Duration LATELY_BY_CODE = Duration.ofDays(3);

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
   * A charge that is on its way, an attempt that may be paid and of which ECPay did not answer, one
   * for which ECPay told another amount (R-PAY-09), or one whose code may still be paid with; empty
   * when another attempt may begin. Money that ECPay tells of is in the books then. Nothing is
   * asked while a question changes nothing.
   *
   * @param beside an attempt beside which another one is wanted all the same, and with it those
   *     beside which that one was begun; a charge that is on its way stands in the way whatever is
   *     wanted
   */
  public Optional<Payment> inTheWay(
      MerchantId merchant, OrderId order, Optional<PaymentId> beside) {
    Set<PaymentId> accepted = accepted(payments.ofOrder(merchant, order), beside);
    return known(merchant, order, accepted)
        .or(() -> unheard(merchant, order, accepted))
        .or(() -> known(merchant, order, accepted))
        .or(() -> examined(merchant, order, accepted));
  }

  /**
   * The same for money that is about to move. An attempt may have been accepted a while ago, so
   * ECPay is asked about the accepted ones as well, also about a code, which may be paid; it is not
   * waited for when it does not answer.
   */
  public Optional<Payment> inTheWayOfACharge(
      MerchantId merchant, OrderId order, Optional<PaymentId> beside) {
    List<Payment> earlier = payments.ofOrder(merchant, order);
    Set<PaymentId> accepted = accepted(earlier, beside);
    for (Payment payment : earlier) {
      if (accepted.contains(payment.id())
          && (payment instanceof Payment.AwaitingMoney || mayBePaidUnheard(payment, Set.of()))) {
        settlePayment.askNow(payment);
      }
    }
    return inTheWay(merchant, order, beside);
  }

  /** Otherwise a buyer with two codes could not be given a third way to pay, whichever is named. */
  private static Set<PaymentId> accepted(List<Payment> earlier, Optional<PaymentId> beside) {
    Set<PaymentId> accepted = new HashSet<>();
    Optional<PaymentId> next = beside;
    while (next.isPresent() && accepted.add(next.get())) {
      PaymentId id = next.get();
      next =
          earlier.stream()
              .filter(payment -> payment.id().equals(id))
              .findFirst()
              .flatMap(payment -> payment.attempt().beside());
    }
    return accepted;
  }

  /**
   * An attempt that may be paid, on a page of ECPay or a bank or after it was given up, and of
   * which ECPay did not answer; empty when it told all that it knows, or the order has its money.
   */
  private Optional<Payment> unheard(MerchantId merchant, OrderId order, Set<PaymentId> accepted) {
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
  private Optional<Payment> known(MerchantId merchant, OrderId order, Set<PaymentId> accepted) {
    List<Payment> earlier = payments.ofOrder(merchant, order);
    if (earlier.stream().anyMatch(Payment.Paid.class::isInstance)) {
      return Optional.empty();
    }
    Set<String> otherAmounts = otherAmounts(merchant, order);
    return earlier.stream()
        .filter(payment ->
            isInTheWay(payment, accepted)
                || (otherAmounts.contains(payment.tradeNo().value())
                    && !accepted.contains(payment.id())))
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

  private boolean isInTheWay(Payment payment, Set<PaymentId> accepted) {
    Instant now = Instant.now(clock);
    return payment.isUnderWayAt(now)
        || (payment instanceof Payment.AwaitingMoney waiting
            && !(waiting.instructions() instanceof Application)
            && now.isBefore(waiting.instructions().deadline())
            && !accepted.contains(payment.id()));
  }

  /** An application of which ECPay, just asked, knows no refusal. */
  private Optional<Payment> examined(MerchantId merchant, OrderId order, Set<PaymentId> accepted) {
    List<Payment> earlier = payments.ofOrder(merchant, order);
    return earlier.stream().anyMatch(Payment.Paid.class::isInstance)
        ? Optional.empty()
        : earlier.stream().filter(payment -> isExamined(payment, accepted)).findFirst();
  }

  private boolean isExamined(Payment payment, Set<PaymentId> accepted) {
    return payment instanceof Payment.AwaitingMoney waiting
        && waiting.instructions() instanceof Application
        && Instant.now(clock).isBefore(waiting.instructions().deadline())
        && !accepted.contains(payment.id());
  }

  /** A bank's page is never accepted: what the buyer confirms there may be charged already. */
  private boolean mayBePaidUnheard(Payment payment, Set<PaymentId> accepted) {
    Instant now = Instant.now(clock);
    return switch (payment) {
      case Payment.AwaitingBuyer waiting -> !waiting.isUnderWayAt(now);
      case Payment.HandedOver handed -> !accepted.contains(handed.id());
      case Payment.Expired expired ->
          !accepted.contains(expired.id()) && wasGivenUpLately(expired, now);
      case Payment.Failed failed ->
          !accepted.contains(failed.id())
              && failed.failure().isOurGuess()
              && isWithin(LATELY, failed.attempt().startedAt(), now);
      case Payment.AwaitingMoney waiting -> isExamined(waiting, accepted);
      case Payment.Opening _, Payment.Open _, Payment.Submitted _, Payment.Paid _ -> false;
    };
  }

  /** No money comes of a form that nobody sent. */
  private boolean wasGivenUpLately(Payment.Expired expired, Instant now) {
    boolean late =
        isWithin(LATELY, expired.attempt().startedAt(), now)
            || (expired.code().isPresent() && isWithin(LATELY_BY_CODE, expired.at(), now));
    return late && (expired.attempt().channel() == Channel.HOSTED || wasSubmitted(expired));
  }

  private boolean wasSubmitted(Payment payment) {
    return events.ofOrder(payment.merchant(), payment.order()).stream()
        .anyMatch(known -> known.event().equals(new PaymentSubmitted(payment.id())));
  }

  private static boolean isWithin(Duration time, Instant since, Instant now) {
    return now.isBefore(since.plus(time));
  }
}
