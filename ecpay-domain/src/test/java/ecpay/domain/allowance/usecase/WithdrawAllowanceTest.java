package ecpay.domain.allowance.usecase;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ecpay.domain.Samples;
import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.Reason;
import ecpay.domain.event.DomainEvent.AllowanceCancelled;
import ecpay.domain.event.DomainEvent.AllowanceIssued;
import ecpay.domain.event.DomainEvent.AllowanceVoided;
import ecpay.domain.event.DomainEvent.AllowanceWithdrawalRefused;
import ecpay.domain.event.DomainEvent.AllowanceWithdrawalRequested;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Progress;
import ecpay.domain.journal.CallJournal.Operation;
import ecpay.domain.rule.Broken;
import ecpay.domain.rule.IllegalMoveException;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Desk;
import ecpay.domain.world.ecpay.Fault;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cancelling an allowance that awaits consent, or voiding one that exists. */
class WithdrawAllowanceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private final Desk desk = Desk.invoiced();

  private void online() {
    desk.reduce("r1", Samples.onlineConsent(), 3, 50);
    assertThat(desk.allowance()).isInstanceOf(Allowance.AwaitingConsent.class);
  }

  private void paper() {
    desk.reduce("r1", Samples.paperConsent(), 3, 50);
    assertThat(desk.allowance()).isInstanceOf(Allowance.Issued.class);
  }

  private Progress settle() {
    return desk.shop.proceed(new FollowUp.SettleAllowance(Samples.SHOP, desk.allowance().id()));
  }

  private static String ruleOf(ThrowingCallable move) {
    return requireNonNull(catchThrowableOfType(IllegalMoveException.class, move)).rule();
  }

  @Rule("R-ALW-24")
  @Test
  void oneThatAwaitsConsentIsCancelledOnceAndGivesItsAmountBack() {
    online();
    Allowance cancelled = desk.cancelAllowance();
    assertThat(cancelled).isInstanceOf(Allowance.Cancelled.class);
    assertThat(desk.cancelAllowance()).isEqualTo(cancelled);
    assertThat(desk.journal(Operation.AllowanceInvalidByCollegiate)).containsExactly("Accepted");
    assertThat(desk.world.wire.count("AllowanceInvalid")).isZero();
    assertThat(desk.shop.events(AllowanceWithdrawalRequested.class)).hasSize(1);
    assertThat(desk.shop.events(AllowanceCancelled.class)).hasSize(1);
    desk.reduce("r2", Samples.paperConsent(), 3, 200);
    assertThat(desk.allowance()).isInstanceOf(Allowance.Issued.class);
    desk.shop.runToTheEnd();
    assertThat(desk.shop.incidents()).isEmpty();
  }

  @Rule("R-ALW-24")
  @Test
  void itIsCancelledUntilItsDeadlineAndNotAfter() {
    online();
    Allowance.AwaitingConsent waiting = (Allowance.AwaitingConsent) desk.allowance();
    desk.shop.runUntil(waiting.deadline().minusSeconds(1));
    assertThat(desk.cancelAllowance()).isInstanceOf(Allowance.Cancelled.class);
    Desk late = Desk.invoiced();
    late.reduce("r1", Samples.onlineConsent(), 3, 50);
    late.world.clock.advanceTo(((Allowance.AwaitingConsent) late.allowance()).deadline());
    assertThat(ruleOf(late::cancelAllowance)).isEqualTo("R-ALW-24");
    assertThat(late.world.wire.count("AllowanceInvalidByCollegiate")).isZero();
  }

  @Rule({"R-ALW-24", "R-ALW-25"})
  @Test
  void eachStateHasItsOwnWayBack() {
    paper();
    assertThat(ruleOf(desk::cancelAllowance)).isEqualTo("R-ALW-24");
    desk.voidAllowance();
    assertThat(ruleOf(desk::cancelAllowance)).isEqualTo("R-ALW-24");
    Desk other = Desk.invoiced();
    other.reduce("r1", Samples.onlineConsent(), 3, 50);
    assertThat(ruleOf(other::voidAllowance)).isEqualTo("R-ALW-25");
    other.cancelAllowance();
    assertThat(ruleOf(other::voidAllowance)).isEqualTo("R-ALW-25");
  }

  @Rule("R-ALW-25")
  @Test
  void anIssuedOneIsVoidedOnceAndTheBuyerTold() {
    paper();
    Allowance voided = desk.voidAllowance();
    assertThat(voided).isInstanceOf(Allowance.Voided.class);
    assertThat(desk.voidAllowance()).isEqualTo(voided);
    assertThat(desk.journal(Operation.AllowanceInvalid)).containsExactly("Accepted");
    assertThat(desk.shop.events(AllowanceVoided.class)).hasSize(1);
    int told = desk.world.wire.count("InvoiceNotify");
    desk.shop.runToTheEnd();
    assertThat(desk.world.wire.count("InvoiceNotify")).isEqualTo(told + 1);
    assertThat(desk.shop.incidents()).isEmpty();
  }

  @Rule("R-ALW-25")
  @Test
  void itIsVoidedThroughThe13thOfJanuaryAndNotFromThe14th() {
    paper();
    desk.followUntil("2027-01-13T23:59:59+08:00");
    assertThat(desk.voidAllowance()).isInstanceOf(Allowance.Voided.class);
    Desk late = Desk.invoiced();
    late.reduce("r1", Samples.paperConsent(), 3, 50);
    late.followUntil("2027-01-14T00:00:00+08:00");
    assertThat(ruleOf(late::voidAllowance)).isEqualTo("R-ALW-25");
    assertThat(late.world.wire.count("AllowanceInvalid")).isZero();
  }

  @Rule("R-ALW-25")
  @Test
  void itsOwnDateCountsAndNotThatOfItsInvoice() {
    desk.followUntil("2027-01-01T00:00:00+08:00");
    paper();
    desk.followUntil("2027-03-13T23:59:59+08:00");
    assertThat(desk.voidAllowance()).isInstanceOf(Allowance.Voided.class);
  }

  @Rule("R-ALW-26")
  @ParameterizedTest
  @ValueSource(strings = {"a", "12345678901234567890"})
  void aReasonHas1To20Characters(String reason) {
    assertThat(new Reason(reason).value()).isEqualTo(reason);
  }

  @Rule("R-ALW-26")
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "123456789012345678901"})
  void noOtherReasonIsAccepted(String reason) {
    assertThat(Broken.rules(() -> new Reason(reason))).containsExactly("R-ALW-26 reason");
  }

  private Desk withdrawing(boolean online, Fault... faults) {
    if (online) {
      online();
      desk.world.wire.script("AllowanceInvalidByCollegiate", faults);
      desk.cancelAllowance();
    } else {
      paper();
      desk.world.wire.script("AllowanceInvalid", faults);
      desk.voidAllowance();
    }
    return desk;
  }

  @Rule({"R-ALW-24", "R-ALW-25"})
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aRefusalLeavesItAsItWasAndIsForAPerson(boolean online) {
    withdrawing(online, Fault.REFUSED);
    assertThat(desk.allowance().holdsItsAmount()).isTrue();
    assertThat(desk.shop.events(AllowanceWithdrawalRefused.class)).hasSize(1);
    assertThat(desk.shop.incidents()).containsExactly("WITHDRAWAL_REFUSED");
    assertThat(online ? desk.cancelAllowance() : desk.voidAllowance())
        .isInstanceOfAny(Allowance.Cancelled.class, Allowance.Voided.class);
  }

  @Rule({"R-PAY-13", "R-TRN-06"})
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void afterHttp500NothingIsSentAgainByItself(boolean online) {
    withdrawing(online, Fault.HTTP_500);
    desk.follow(Duration.ofHours(1));
    assertThat(desk.allowance().holdsItsAmount()).isTrue();
    assertThat(
            desk.world.wire.count("AllowanceInvalid")
                + desk.world.wire.count("AllowanceInvalidByCollegiate"))
        .isEqualTo(1);
    assertThat(desk.shop.incidents()).containsExactly("WITHDRAWAL_UNCLEAR");
  }

  @Rule("R-PAY-13")
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aLostCallIsLookedUpAfterPatienceAndThenSentAgain(boolean online) {
    withdrawing(online, Fault.LOST);
    String look = online ? "GetAllowance" : "GetAllowanceInvalid";
    assertThat(settle())
        .isEqualTo(new Progress.WaitUntil(desk.world.clock.instant().plus(PATIENCE)));
    assertThat(desk.world.wire.count(look)).isZero();
    desk.world.clock.advance(PATIENCE);
    assertThat(settle()).isEqualTo(new Progress.WaitUntil(desk.world.clock.instant()));
    assertThat(desk.world.wire.count(look)).isEqualTo(1);
    desk.follow(Duration.ofHours(1));
    assertThat(desk.allowance()).isInstanceOfAny(Allowance.Cancelled.class, Allowance.Voided.class);
    assertThat(desk.shop.incidents()).isEmpty();
    assertThat(
            desk.journal(
                online ? Operation.AllowanceInvalidByCollegiate : Operation.AllowanceInvalid))
        .containsExactly("Unknown", "Accepted");
  }

  @Rule("R-PAY-13")
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aCallThatNeverLeftIsTriedAgainWithoutLookingUp(boolean online) {
    withdrawing(online, Fault.NOT_SENT, Fault.NOT_SENT);
    assertThat(settle()).isInstanceOf(Progress.TryAgain.class);
    assertThat(settle()).isEqualTo(new Progress.WaitUntil(desk.world.clock.instant()));
    assertThat(desk.world.wire.count("GetAllowance")).isZero();
    assertThat(desk.world.wire.count("GetAllowanceInvalid")).isZero();
    assertThat(desk.allowance()).isInstanceOfAny(Allowance.Cancelled.class, Allowance.Voided.class);
  }

  @Rule("R-PAY-13")
  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"REFUSED", "NOT_SENT", "LOST", "HTTP_500"})
  void aLookUpThatFailsIsDoneAgain(Fault fault) {
    withdrawing(false, Fault.DONE_BUT_LOST);
    Allowance before = desk.allowance();
    desk.world.clock.advance(PATIENCE);
    desk.world.wire.script("GetAllowanceInvalid", fault);
    assertThat(settle()).isInstanceOf(Progress.TryAgain.class);
    assertThat(desk.allowance()).isEqualTo(before);
    settle();
    assertThat(desk.allowance()).isInstanceOf(Allowance.Voided.class);
    assertThat(desk.world.wire.count("AllowanceInvalid")).isEqualTo(1);
  }

  @Rule({"R-ALW-24", "R-ALW-22"})
  @Test
  void aBuyerWhoConsentsWhileTheCancelIsUnderWayIsBelieved() {
    for (Fault fault : List.of(Fault.NONE, Fault.LOST, Fault.REFUSED)) {
      Desk race = Desk.invoiced();
      race.reduce("r1", Samples.onlineConsent(), 3, 50);
      race.world.wire.script("AllowanceInvalidByCollegiate", fault);
      race.world.wire.meanwhile(
          "AllowanceInvalidByCollegiate",
          () ->
              race.shop.deliver(
                  race.world.ecpayAllowances.consent(
                      race.world.ecpayAllowances.entries().getFirst().number())));
      race.cancelAllowance();
      race.shop.runToTheEnd();
      assertThat(race.allowance()).isInstanceOf(Allowance.Issued.class);
      assertThat(((Allowance.Issued) race.allowance()).withdrawal()).isEmpty();
      assertThat(race.shop.incidents()).containsExactly("BUYER_WAS_FASTER");
      assertThat(race.shop.events(AllowanceIssued.class)).hasSize(1);
    }
  }

  @Rule({"R-ALW-22", "R-ALW-24"})
  @Test
  void aConsentWithoutACallbackIsFoundWhenTheLostCancelIsLookedUp() {
    withdrawing(true, Fault.LOST);
    desk.world.ecpayAllowances.consent(desk.world.ecpayAllowances.entries().getFirst().number());
    desk.follow(Duration.ofHours(1));
    assertThat(desk.allowance()).isInstanceOf(Allowance.Issued.class);
    assertThat(desk.shop.incidents()).containsExactly("BUYER_WAS_FASTER");
    assertThat(desk.world.wire.count("AllowanceInvalidByCollegiate")).isEqualTo(1);
  }

  @Rule({"R-ALW-24", "R-ALW-28"})
  @Test
  void oneThatEcpayTookBackAfterTheConsentIsNotBookedAsIssued() {
    desk.world.ecpayAllowances.cancelConsented();
    online();
    desk.world.ecpayAllowances.consent(desk.world.ecpayAllowances.entries().getFirst().number());
    desk.world.wire.script("AllowanceInvalidByCollegiate", Fault.DONE_BUT_LOST);
    desk.cancelAllowance();
    desk.follow(Duration.ofHours(1));
    assertThat(desk.allowance()).isInstanceOf(Allowance.Cancelled.class);
    assertThat(desk.shop.events(AllowanceIssued.class)).isEmpty();
  }

  @Rule({"R-ALW-24", "R-ALW-28"})
  @Test
  void aCancellationThatEcpayAcceptedIsLookedUpWhenTheConsentOvertookIt() {
    desk.world.ecpayAllowances.cancelConsented();
    online();
    desk.world.wire.meanwhile(
        "AllowanceInvalidByCollegiate",
        () ->
            desk.shop.deliver(
                desk.world.ecpayAllowances.consent(
                    desk.world.ecpayAllowances.entries().getFirst().number())));
    assertThat(desk.cancelAllowance()).isInstanceOf(Allowance.Issued.class);
    desk.follow(Duration.ofHours(1));
    assertThat(desk.allowance()).isInstanceOf(Allowance.Voided.class);
    assertThat(desk.shop.incidents()).containsExactly("BUYER_WAS_FASTER");
  }
}
