package ecpay.domain.payment.usecase;

import ecpay.domain.followup.Patience;
import ecpay.domain.payment.Attempt;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.offer.PaymentMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * When ECPay is asked about an attempt whose callback is missing (callbacks.md section 2): five
 * minutes after the call, then every hour of the first day, then daily for a week. A code is not
 * asked for in a loop: once a day, at its deadline, and a day and three days later, because a
 * barcode's money is told up to two days after it was paid. An attempt is closed long before that,
 * so that the buyer can try again; money that is found later is taken with its incident.
 *
 * @param patience before which a call whose end is unknown is not asked about (R-PAY-13)
 */
record QuerySchedule(Patience patience) {
  /** How long a callback may take before it counts as missing. */
  static final Duration MISSING_AFTER = Duration.ofMinutes(5);

  private static final int HOURS = 24;
  private static final int DAYS = 7;

  /** Before that time there is nothing to learn. */
  Instant first(Payment payment) {
    return switch (payment) {
      case Payment.Opening opening -> closing(opening);
      case Payment.Open open -> closing(open);
      case Payment.HandedOver handed -> handed.since().plus(MISSING_AFTER);
      // A call without an answer is no missing callback, and its buyer waits to try again.
      case Payment.Submitted submitted -> patience.after(submitted.at());
      case Payment.AwaitingBuyer waiting -> waiting.since().plus(MISSING_AFTER);
      case Payment.AwaitingMoney waiting ->
          earlier(waiting.attempt().startedAt().plus(Duration.ofDays(1)), closing(waiting));
      case Payment.Paid _, Payment.Failed _, Payment.Expired _ -> payment.attempt().startedAt();
    };
  }

  /** From that time on a live attempt without money is given up; a form without a question. */
  Instant closing(Payment payment) {
    return switch (payment) {
      case Payment.Opening opening ->
          opening.attempt().startedAt().plus(Payment.TOKEN_LIFE.multipliedBy(2));
      case Payment.Open open -> open.usableUntil().plus(Payment.TOKEN_LIFE);
      case Payment.HandedOver handed -> handed.until();
      case Payment.Submitted submitted ->
          later(submitted.at().plus(Payment.TOKEN_LIFE), patience.after(submitted.at()));
      case Payment.AwaitingBuyer waiting ->
          waiting.since().plus(Payment.TOKEN_LIFE.multipliedBy(2));
      case Payment.AwaitingMoney waiting -> waiting.instructions().deadline();
      case Payment.Paid _, Payment.Failed _, Payment.Expired _ -> payment.attempt().startedAt();
    };
  }

  /**
   * The next time after {@code now} at which ECPay is asked; empty when it is asked no more,
   * because the money is there, because ECPay itself has said that the attempt failed, or because a
   * week is over.
   */
  Optional<Instant> next(Payment payment, Instant now) {
    return moments(payment).filter(now::isBefore).min(Instant::compareTo);
  }

  private Stream<Instant> moments(Payment payment) {
    Attempt attempt = payment.attempt();
    return switch (payment) {
      case Payment.Opening _, Payment.Open _ -> Stream.of(closing(payment));
      case Payment.HandedOver handed -> whileHandedOver(handed);
      case Payment.AwaitingBuyer _ -> Stream.of(first(payment), closing(payment));
      case Payment.Submitted submitted ->
          Stream.of(first(submitted), submitted.at().plus(MISSING_AFTER), closing(submitted))
              .filter(moment -> !moment.isBefore(first(submitted)));
      case Payment.AwaitingMoney waiting -> dailyUntil(closing(waiting), attempt);
      case Payment.Expired expired ->
          Stream.concat(
              isPaidByCodeOnly(attempt) ? Stream.empty() : hourlyThenDaily(attempt),
              offersCodes(attempt) ? afterACode(expired.at()) : Stream.empty());
      case Payment.Failed failed ->
          failed.failure().isOurGuess() ? hourlyThenDaily(attempt) : Stream.empty();
      case Payment.Paid _ -> Stream.empty();
    };
  }

  /** An application takes days, but a card offered beside it may have paid meanwhile. */
  private Stream<Instant> whileHandedOver(Payment.HandedOver handed) {
    Instant closing = closing(handed);
    return Stream.concat(
        Stream.of(first(handed), closing),
        hourlyThenDaily(handed.attempt()).filter(moment -> moment.isBefore(closing)));
  }

  private static Stream<Instant> hourlyThenDaily(Attempt attempt) {
    Instant start = attempt.startedAt();
    return Stream.concat(
        IntStream.rangeClosed(1, HOURS).mapToObj(hour -> start.plus(Duration.ofHours(hour))),
        IntStream.rangeClosed(2, DAYS).mapToObj(day -> start.plus(Duration.ofDays(day))));
  }

  private static Stream<Instant> dailyUntil(Instant deadline, Attempt attempt) {
    Instant start = attempt.startedAt();
    long days = Math.max(0, Duration.between(start, deadline).toDays());
    return Stream.concat(
        LongStream.rangeClosed(1, days).mapToObj(day -> start.plus(Duration.ofDays(day))),
        Stream.of(deadline));
  }

  private static Stream<Instant> afterACode(Instant closed) {
    return Stream.of(1, 3).map(days -> closed.plus(Duration.ofDays(days)));
  }

  private static boolean isPaidByCodeOnly(Attempt attempt) {
    return attempt.methods().stream().allMatch(PaymentMethod::isPaidByCode);
  }

  private static boolean offersCodes(Attempt attempt) {
    return attempt.methods().stream().anyMatch(PaymentMethod::isPaidByCode);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
