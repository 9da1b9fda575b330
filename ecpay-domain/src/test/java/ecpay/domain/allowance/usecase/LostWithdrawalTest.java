package ecpay.domain.allowance.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.allowance.Allowance;
import ecpay.domain.event.DomainEvent.AllowanceIssued;
import ecpay.domain.event.DomainEvent.AllowanceWithdrawalRefused;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Progress;
import ecpay.domain.journal.CallJournal.Operation;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Desk;
import ecpay.domain.world.ecpay.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A withdrawal whose call was refused or lost, or which a consent overtook. */
class LostWithdrawalTest {
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
