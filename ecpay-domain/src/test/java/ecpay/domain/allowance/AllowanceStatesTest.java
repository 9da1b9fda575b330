package ecpay.domain.allowance;

import static ecpay.domain.allowance.AllowanceStates.ALL;
import static ecpay.domain.allowance.AllowanceStates.CANCELLED;
import static ecpay.domain.allowance.AllowanceStates.DEADLINE;
import static ecpay.domain.allowance.AllowanceStates.EXPIRED;
import static ecpay.domain.allowance.AllowanceStates.ISSUED;
import static ecpay.domain.allowance.AllowanceStates.NOW;
import static ecpay.domain.allowance.AllowanceStates.NUMBER;
import static ecpay.domain.allowance.AllowanceStates.REASON;
import static ecpay.domain.allowance.AllowanceStates.REFUSED;
import static ecpay.domain.allowance.AllowanceStates.REQUESTED;
import static ecpay.domain.allowance.AllowanceStates.SENT;
import static ecpay.domain.allowance.AllowanceStates.UNKNOWN;
import static ecpay.domain.allowance.AllowanceStates.VOIDED;
import static ecpay.domain.allowance.AllowanceStates.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ecpay.domain.AllowanceSamples;
import ecpay.domain.Samples;
import ecpay.domain.rule.IllegalMoveException;
import ecpay.domain.rule.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/**
 * The moves of an allowance. Cancelling is a method of a waiting one only, voiding of an issued one
 * only, confirming of an unconfirmed one only; all else does not compile (R-ALW-24, R-ALW-25).
 */
class AllowanceStatesTest {
  private static final Instant WINDOW_CLOSES = Instant.parse("2027-01-13T15:59:59Z");

  private static String ruleOf(ThrowingCallable move) {
    return catchThrowableOfType(IllegalMoveException.class, move).rule();
  }

  private static Withdrawal wantedAt(Instant at) {
    return Withdrawal.of(REASON, at);
  }

  @Rule("R-ALW-20")
  @Test
  void anAcceptedOnlineRequestWaitsForConsentAndIsNotIssued() {
    for (Allowance.Unconfirmed from : List.of(REQUESTED, SENT, UNKNOWN)) {
      assertThat(from.awaitingConsent(NUMBER, DEADLINE))
          .isEqualTo(
              new Allowance.AwaitingConsent(REQUESTED.draft(), NUMBER, DEADLINE, Optional.empty()));
    }
  }

  @Rule("R-ALW-20")
  @Test
  void aPaperAllowanceWaitsForNobody() {
    Allowance.Draft draft = REQUESTED.draft();
    Allowance.Requested paper =
        Allowance.request(
            new Allowance.Draft(
                draft.id(),
                draft.merchant(),
                draft.order(),
                draft.reference(),
                AllowanceSamples.allowanceDocument(Samples.paperConsent()),
                draft.parts(),
                NOW));
    assertThat(ruleOf(() -> paper.awaitingConsent(NUMBER, DEADLINE))).isEqualTo("R-ALW-20");
    assertThat(paper.issued(NUMBER, NOW))
        .isEqualTo(new Allowance.Issued(paper.draft(), NUMBER, NOW, Optional.empty()));
  }

  @Test
  void sendingIsRememberedAndForgottenOnlyWhenTheCallSurelyNeverArrived() {
    assertThat(REQUESTED.sentAt()).isEmpty();
    assertThat(SENT.sentAt()).contains(NOW);
    assertThat(SENT.notSent()).isEqualTo(REQUESTED);
  }

  @Rule({"R-ALW-22", "R-PAY-13"})
  @Test
  void anUnconfirmedAllowanceIsIssuedRefusedOrUnknown() {
    for (Allowance.Unconfirmed from : List.of(REQUESTED, SENT, UNKNOWN)) {
      assertThat(from.issued(NUMBER, NOW)).isEqualTo(ISSUED);
      assertThat(from.refused("10", "no")).isEqualTo(REFUSED);
      assertThat(from.outcomeUnknown("late", true, NOW)).isEqualTo(UNKNOWN);
    }
  }

  @Rule({"R-ALW-21", "R-ALW-23"})
  @Test
  void aWaitingAllowanceExpiresAtItsDeadlineAndNotBefore() {
    assertThat(WAITING.expire(DEADLINE)).isEqualTo(EXPIRED);
    assertThat(ruleOf(() -> WAITING.expire(DEADLINE.minusNanos(1)))).isEqualTo("R-ALW-23");
  }

  @Rule({"R-ALW-21", "R-ALW-23"})
  @Test
  void oneWhoseAnswerWasLostExpires72HoursAfterItsCallAndNotBefore() {
    assertThat(Allowance.CONSENT_TIME).hasHours(72);
    assertThat(UNKNOWN.expire(DEADLINE))
        .isEqualTo(new Allowance.Expired(REQUESTED.draft(), Optional.empty(), DEADLINE));
    assertThat(ruleOf(() -> UNKNOWN.expire(DEADLINE.minusNanos(1)))).isEqualTo("R-ALW-23");
    Allowance.Unknown sentTwoDaysLater =
        REQUESTED.outcomeUnknown("late", true, NOW.plus(Duration.ofDays(2)));
    assertThat(ruleOf(() -> sentTwoDaysLater.expire(DEADLINE))).isEqualTo("R-ALW-23");
  }

  @Rule("R-ALW-24")
  @Test
  void cancellingIsPossibleBeforeTheDeadlineOnly() {
    Instant last = DEADLINE.minusNanos(1);
    assertThat(WAITING.cancel(REASON, last))
        .isEqualTo(new Allowance.Cancelled(REQUESTED.draft(), NUMBER, REASON, last));
    assertThat(ruleOf(() -> WAITING.cancel(REASON, DEADLINE))).isEqualTo("R-ALW-24");
    assertThat(WAITING.cancelling(wantedAt(last)).withdrawal()).contains(wantedAt(last));
    assertThat(ruleOf(() -> WAITING.cancelling(wantedAt(DEADLINE)))).isEqualTo("R-ALW-24");
  }

  @Rule("R-ALW-25")
  @Test
  void voidingIsPossibleInTheVoidWindowOfTheAllowancesOwnDate() {
    assertThat(ISSUED.voided(REASON, WINDOW_CLOSES))
        .isEqualTo(new Allowance.Voided(REQUESTED.draft(), NUMBER, REASON, WINDOW_CLOSES));
    assertThat(ruleOf(() -> ISSUED.voided(REASON, WINDOW_CLOSES.plusSeconds(1))))
        .isEqualTo("R-ALW-25");
    assertThat(ISSUED.voiding(wantedAt(WINDOW_CLOSES)).withdrawal())
        .contains(wantedAt(WINDOW_CLOSES));
    assertThat(ruleOf(() -> ISSUED.voiding(wantedAt(WINDOW_CLOSES.plusSeconds(1)))))
        .isEqualTo("R-ALW-25");
    Allowance.Issued nextPeriod =
        WAITING.consented(Instant.parse("2026-12-31T16:00:00Z")); // 1 January in Taipei
    assertThat(nextPeriod.voided(REASON, Instant.parse("2027-03-13T15:59:59Z"))).isNotNull();
  }

  @Rule({"R-ALW-24", "R-ALW-25"})
  @Test
  void whatEcpayHasTakenBackIsTakenBackWhateverOurClockSays() {
    Instant late = WINDOW_CLOSES.plusSeconds(1);
    assertThat(WAITING.foundCancelled(REASON, late))
        .isEqualTo(new Allowance.Cancelled(REQUESTED.draft(), NUMBER, REASON, late));
    assertThat(ISSUED.foundVoided(REASON, late))
        .isEqualTo(new Allowance.Voided(REQUESTED.draft(), NUMBER, REASON, late));
  }

  @Rule("R-ALW-28")
  @Test
  void aQueryMayFindAnExpiredOrCancelledOneIssuedAfterAll() {
    assertThat(CANCELLED.foundIssued(NOW)).isEqualTo(ISSUED);
    assertThat(EXPIRED.foundIssued(NUMBER, NOW)).isEqualTo(ISSUED);
  }

  @Rule("R-ALW-04")
  @Test
  void whatIsNotSurelyGoneHoldsItsAmount() {
    assertThat(ALL.stream().filter(Allowance::holdsItsAmount))
        .containsExactly(REQUESTED, SENT, UNKNOWN, WAITING, ISSUED);
    assertThat(ALL).allSatisfy(one -> assertThat(one.amount().twd()).isEqualTo(350));
    assertThat(List.of(VOIDED, CANCELLED, EXPIRED, REFUSED)).noneMatch(Allowance::holdsItsAmount);
  }

  @Rule("R-ALW-29")
  @Test
  void ecpaySurelyHoldsWhatIsIssuedOrWaitsWellBeforeItsDeadline() {
    Instant nearly = DEADLINE.minus(Duration.ofMinutes(10));
    assertThat(ALL.stream().filter(one -> one.surelyHoldsAt(nearly.minusNanos(1))))
        .containsExactly(WAITING, ISSUED);
    assertThat(ALL.stream().filter(one -> one.surelyHoldsAt(nearly))).containsExactly(ISSUED);
  }
}
