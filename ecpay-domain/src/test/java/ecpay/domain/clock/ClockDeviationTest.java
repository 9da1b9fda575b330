package ecpay.domain.clock;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.rule.Rule;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockDeviationTest {
  private static final Instant SENT = Instant.parse("2026-11-21T04:05:06.400Z");
  private static final Instant ANSWERED = SENT.plusSeconds(20);

  private static Duration measured(Instant theirs) {
    return ClockDeviation.between(SENT, theirs, ANSWERED).ahead();
  }

  @Rule("R-TRN-03")
  @Test
  void ecpaysTimeBetweenRequestAndAnswerIsNoDeviationHoweverSlowTheAnswer() {
    assertThat(measured(SENT)).isZero();
    assertThat(measured(ANSWERED)).isZero();
    assertThat(measured(SENT.plusSeconds(10))).isZero();
    assertThat(measured(Instant.parse("2026-11-21T04:05:06Z"))).isZero();
  }

  @Rule("R-TRN-03")
  @Test
  void onlyWhatIsCertainCounts() {
    assertThat(measured(SENT.minusSeconds(62))).isEqualTo(Duration.ofSeconds(61));
    assertThat(measured(ANSWERED.plusSeconds(61))).isEqualTo(Duration.ofSeconds(-61));
  }

  @Rule("R-TRN-03")
  @Test
  void aClockThatIsPutBackDuringACallMakesNoDeviation() {
    Instant putBack = ANSWERED.minusSeconds(20);
    assertThat(ClockDeviation.between(ANSWERED, putBack.plusSeconds(5), putBack))
        .isEqualTo(ClockDeviation.NONE);
  }

  @Rule("R-TRN-03")
  @Test
  void moreThanSixtySecondsAlarmAndMoreThanTenMinutesBlock() {
    assertThat(new ClockDeviation(Duration.ofMinutes(1)).alarms()).isFalse();
    assertThat(new ClockDeviation(Duration.ofMinutes(1).plusNanos(1)).alarms()).isTrue();
    assertThat(new ClockDeviation(Duration.ofSeconds(-61)).alarms()).isTrue();
    assertThat(new ClockDeviation(Duration.ofMinutes(10)).blocks()).isFalse();
    assertThat(new ClockDeviation(Duration.ofMinutes(10).plusNanos(1)).blocks()).isTrue();
    assertThat(new ClockDeviation(Duration.ofMinutes(-11)).blocks()).isTrue();
  }

  @Test
  void itSaysWhichWay() {
    assertThat(new ClockDeviation(Duration.ofSeconds(75)).inWords())
        .isEqualTo("75 s ahead of ECPay's");
    assertThat(new ClockDeviation(Duration.ofSeconds(-75)).inWords())
        .isEqualTo("75 s behind ECPay's");
  }
}
