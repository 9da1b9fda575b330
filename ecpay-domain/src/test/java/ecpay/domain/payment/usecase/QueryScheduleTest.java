package ecpay.domain.payment.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.followup.Patience;
import ecpay.domain.money.Money;
import ecpay.domain.payment.Attempt;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.offer.Offer;
import ecpay.domain.payment.offer.PaymentMethod;
import ecpay.domain.payment.report.PaymentFailure;
import ecpay.domain.payment.report.PaymentInstructions;
import ecpay.domain.rule.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

@Rule("R-PAY-11")
class QueryScheduleTest {
  private static final Instant START = Samples.NOW;
  private final QuerySchedule schedule = new QuerySchedule(Patience.DEFAULT);

  private static Attempt attempt(Offer offer) {
    Attempt sample = Samples.attempt();
    return new Attempt(
        sample.id(),
        sample.merchant(),
        sample.order(),
        sample.tradeNo(),
        Money.of(3000),
        offer,
        START);
  }

  private static Attempt embedded(PaymentMethod... methods) {
    return attempt(Offer.embedded(Set.of(methods)));
  }

  /** All moments from the start on, as times after it. */
  private List<Duration> moments(Payment payment) {
    List<Duration> found = new ArrayList<>();
    Optional<Instant> next = schedule.next(payment, START);
    while (next.isPresent()) {
      found.add(Duration.between(START, next.get()));
      next = schedule.next(payment, next.get());
    }
    return found;
  }

  @Test
  void aHandedOverAttemptIsAskedAboutAfterFiveMinutesAndClosedAfterAnHour() {
    Payment handed =
        new Payment.HandedOver(attempt(Offer.hosted(Set.of(PaymentMethod.CARD))), START);
    assertThat(schedule.first(handed)).isEqualTo(START.plus(Duration.ofMinutes(5)));
    assertThat(moments(handed)).containsExactly(Duration.ofMinutes(5), Duration.ofHours(1));
    assertThat(schedule.closing(handed)).isEqualTo(START.plus(Duration.ofHours(1)));
  }

  @Test
  void aCardBesideAnApplicationOfDaysIsAskedAboutEachHourOfTheFirstDayAndThenDaily() {
    Payment handed =
        new Payment.HandedOver(
            attempt(Offer.hosted(Set.of(PaymentMethod.CARD, PaymentMethod.BNPL))), START);
    List<Duration> moments = moments(handed);
    assertThat(moments).hasSize(31).startsWith(Duration.ofMinutes(5), Duration.ofHours(1));
    assertThat(moments.subList(2, 25)).contains(Duration.ofHours(2), Duration.ofHours(24));
    assertThat(moments.subList(25, 31)).startsWith(Duration.ofDays(2)).endsWith(Duration.ofDays(7));
  }

  @Test
  void aClosedAttemptIsAskedAboutEachHourOfTheFirstDayAndThenDailyForAWeek() {
    Payment expired =
        new Payment.Expired(embedded(PaymentMethod.CARD), START.plus(Duration.ofMinutes(20)));
    List<Duration> moments = moments(expired);
    assertThat(moments).hasSize(30);
    for (int hour = 1; hour <= 24; hour++) {
      assertThat(moments.get(hour - 1)).isEqualTo(Duration.ofHours(hour));
    }
    assertThat(moments.subList(24, 30))
        .containsExactly(
            Duration.ofDays(2),
            Duration.ofDays(3),
            Duration.ofDays(4),
            Duration.ofDays(5),
            Duration.ofDays(6),
            Duration.ofDays(7));
  }

  @Rule("R-PAY-13")
  @Test
  void anUnknownCallIsAskedAboutAfterPatienceAndNeverBefore() {
    Payment submitted = new Payment.Submitted(embedded(PaymentMethod.CARD), START);
    assertThat(moments(submitted))
        .containsExactly(Duration.ofSeconds(90), Duration.ofMinutes(5), Duration.ofMinutes(10));
    QuerySchedule patient = new QuerySchedule(new Patience(Duration.ofMinutes(15)));
    assertThat(patient.first(submitted)).isEqualTo(START.plus(Duration.ofMinutes(15)));
    assertThat(patient.next(submitted, START)).contains(START.plus(Duration.ofMinutes(15)));
    assertThat(patient.closing(submitted)).isEqualTo(START.plus(Duration.ofMinutes(15)));
  }

  @Test
  void aCodeIsAskedAboutDailyAndAtItsDeadlineInNoLoop() {
    Payment waiting =
        new Payment.AwaitingMoney(
            embedded(PaymentMethod.CVS_CODE),
            Samples.tradeDetails(),
            new PaymentInstructions.CvsCode(
                "GW1234567890", START.plus(Duration.ofHours(60)), Optional.empty()));
    assertThat(moments(waiting))
        .containsExactly(Duration.ofDays(1), Duration.ofDays(2), Duration.ofHours(60));
    assertThat(schedule.first(waiting)).isEqualTo(START.plus(Duration.ofDays(1)));
  }

  @Test
  void aClosedCodeIsAskedAboutADayAndThreeDaysLaterBecauseBarcodesAreToldLate() {
    Payment expired =
        new Payment.Expired(embedded(PaymentMethod.CVS_BARCODE), START.plus(Duration.ofDays(7)));
    assertThat(moments(expired)).containsExactly(Duration.ofDays(8), Duration.ofDays(10));
  }

  @Test
  void anAttemptThatMightHaveBeenACodeIsAskedAboutLikeBoth() {
    Payment expired =
        new Payment.Expired(
            embedded(PaymentMethod.CARD, PaymentMethod.ATM), START.plus(Duration.ofDays(6)));
    assertThat(moments(expired)).hasSize(31).endsWith(Duration.ofDays(7), Duration.ofDays(9));
  }

  @Test
  void whatIsPaidOrWhatEcpayCallsFailedIsAskedAboutNoMore() {
    Attempt card = embedded(PaymentMethod.CARD);
    assertThat(moments(new Payment.Paid(card, Samples.tradeDetails()))).isEmpty();
    assertThat(moments(new Payment.Failed(card, new PaymentFailure("10100058", "declined"))))
        .isEmpty();
    assertThat(moments(new Payment.Failed(card, PaymentFailure.neverHappened()))).hasSize(30);
  }
}
