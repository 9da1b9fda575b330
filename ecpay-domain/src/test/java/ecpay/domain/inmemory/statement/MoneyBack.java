package ecpay.domain.inmemory.statement;

import ecpay.domain.money.Money;
import ecpay.domain.payment.Payment;
import ecpay.domain.refund.RefundAct;
import ecpay.domain.refund.RefundStep;
import ecpay.domain.refund.Refunds;
import java.time.Instant;
import java.util.stream.Stream;

/** What our own refunds gave back, as the database shows it in {@code money_back}. */
final class MoneyBack {
  private final Refunds refunds;

  MoneyBack(Refunds refunds) {
    this.refunds = refunds;
  }

  /** In whichever way; undoing a capture moves nothing. */
  Money of(Payment payment) {
    return Money.of(
        done(payment)
            .filter(step -> !(step.act() instanceof RefundAct.CancelCapture))
            .mapToLong(step -> step.act().amount().twd())
            .sum());
  }

  boolean isRelease(Payment payment) {
    return done(payment).anyMatch(step -> step.act() instanceof RefundAct.Abandon);
  }

  /** What went back to the card before that time, TWD. */
  long toCard(Payment payment, Instant to) {
    return toCard(payment)
        .filter(step -> step.doneAt().orElseThrow().isBefore(to))
        .mapToLong(step -> step.act().amount().twd())
        .sum();
  }

  /** Whether something went back to the card in that time. */
  boolean reachedCard(Payment payment, Instant from, Instant to) {
    return toCard(payment)
        .map(step -> step.doneAt().orElseThrow())
        .anyMatch(at -> !at.isBefore(from) && at.isBefore(to));
  }

  private Stream<RefundStep> toCard(Payment payment) {
    return done(payment).filter(step -> step.act() instanceof RefundAct.RefundCard);
  }

  private Stream<RefundStep> done(Payment payment) {
    return refunds.ofOrder(payment.merchant(), payment.order()).stream()
        .filter(refund -> refund.payment().equals(payment.id()))
        .flatMap(refund -> refund.steps().stream())
        .filter(step -> step.isMoney() && step.isDone());
  }
}
