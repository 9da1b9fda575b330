package ecpay.domain.refund.usecase;

import static ecpay.domain.world.Till.amount;
import static ecpay.domain.world.Till.everything;
import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.card.CardState;
import ecpay.domain.event.DomainEvent.RefundStepDone;
import ecpay.domain.merchant.CardTerms;
import ecpay.domain.merchant.RefundPolicy;
import ecpay.domain.refund.Refund;
import ecpay.domain.refund.RefundStep;
import ecpay.domain.refund.StepState;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Till;
import ecpay.domain.world.World;
import ecpay.domain.world.ecpay.Fault;
import ecpay.domain.world.ecpay.ScriptedCharges.Telling;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whatever was heard of it, money that went back is a step that is done, and told as such. */
class UnheardAnswersTest {
  private static void toldAsDone(Till till, String... steps) {
    assertThat(till.refund().status()).isInstanceOf(Refund.Status.Done.class);
    assertThat(till.steps()).containsExactly(steps);
    assertThat(till.refund().steps()).allMatch(RefundStep::isDone);
    assertThat(till.shop.events(RefundStepDone.class))
        .filteredOn(RefundStepDone::money)
        .extracting(RefundStepDone::step)
        .contains("Abandon");
    assertThat(till.documents()).isZero();
  }

  @Rule("R-PAY-13")
  @Test
  void anAbandoningWhoseAnswerWasLostIsDoneOnceEcpayIsSeenToCancel() {
    for (CardState seen :
        new CardState[] {
          CardState.TO_BE_CANCELED, CardState.CANCELLATION_IN_PROCESS, CardState.CANCELED
        }) {
      for (Fault fault : new Fault[] {Fault.DONE_BUT_LOST, Fault.DONE_BUT_HTTP_500}) {
        Till till = Till.invoiced(CardState.AUTHORIZED);
        till.world.wire.script("DoAction", fault);
        till.refund("r1", everything());
        assertThat(till.refund().next().orElseThrow().state()).isInstanceOf(StepState.Lost.class);
        till.world.ecpayCharges.turn(seen);
        till.follow(Duration.ofHours(1));
        toldAsDone(till, "VoidInvoice", "Abandon");
        assertThat(till.world.wire.count("DoAction")).isEqualTo(1);
      }
    }
  }

  @Rule({"R-PAY-13", "R-CAP-04"})
  @Test
  void aRefundWhoseAnswerWasLostIsSeenInWhatIsLeftOfTheCapture() {
    Till till = Till.invoiced(CardState.CAPTURED);
    till.world.ecpayCharges.tells(Telling.NET);
    till.world.wire.script("DoAction", Fault.DONE_BUT_LOST);
    till.refund("r1", amount(100));
    till.follow(Duration.ofHours(1));
    assertThat(till.refund().status()).isInstanceOf(Refund.Status.Done.class);
    assertThat(till.world.ecpayCharges.refunds()).isEqualTo(1);
    assertThat(till.world.wire.count("DoAction")).isEqualTo(1);
  }

  /** A capture of which nothing is left may have gone back, or never been told. */
  @Rule({"R-PAY-13", "R-CAP-04"})
  @Test
  void aLostRefundThatLeavesNothingOfTheCaptureIsForAPersonAndNotAskedForAgain() {
    Till till = Till.invoiced(CardState.CAPTURED);
    till.world.ecpayCharges.tells(Telling.NET);
    till.world.wire.script("DoAction", Fault.DONE_BUT_LOST);
    till.refund("r1", everything());
    till.follow(Duration.ofHours(1));
    assertThat(till.refund().status())
        .isInstanceOfSatisfying(
            Refund.Status.Stopped.class,
            stopped -> assertThat(stopped.code()).isEqualTo("NOT_UNDERSTOOD"));
    assertThat(till.world.wire.count("DoAction")).isEqualTo(1);
  }

  /** Otherwise the money would go back twice. */
  @Rule({"R-PAY-13", "R-CAP-04"})
  @Test
  void whereNobodyKnowsWhatEcpaysRecordsMeanALostRefundIsForAPerson() {
    Till till = Till.invoiced(CardState.CAPTURED);
    till.world.ecpayCharges.tells(Telling.UNSIGNED);
    till.world.wire.script("DoAction", Fault.DONE_BUT_LOST);
    till.refund("r1", amount(100));
    till.follow(Duration.ofHours(1));
    assertThat(till.refund().status())
        .isInstanceOfSatisfying(
            Refund.Status.Stopped.class,
            stopped -> assertThat(stopped.code()).isEqualTo("NOT_UNDERSTOOD"));
    assertThat(till.world.ecpayCharges.refunds()).isEqualTo(1);
    assertThat(till.shop.incidents()).containsExactly("REFUND_STOPPED");
  }

  @Rule({"R-CAP-02", "R-CAP-13"})
  @Test
  void aCardThatEcpayIsCancellingAlreadyIsAbandonedOnceThatIsOver() {
    Till till = Till.invoiced(CardState.TO_BE_CANCELED);
    till.refund("r1", everything());
    assertThat(till.refund().next().orElseThrow().state()).isInstanceOf(StepState.Waiting.class);
    till.world.ecpayCharges.turn(CardState.CANCELED);
    till.follow(Duration.ofHours(2));
    toldAsDone(till, "VoidInvoice", "Abandon");
    assertThat(till.world.wire.count("DoAction")).isZero();
  }

  @Rule({"R-CAP-01", "R-CAP-03"})
  @Test
  void whatABackOfficeCancelledMeanwhileIsOneStepThatIsDone() {
    Till till = Till.invoiced(CardState.TO_BE_CAPTURED);
    till.world.wire.meanwhile("Invalid", () -> till.world.ecpayCharges.turn(CardState.CANCELED));
    till.refund("r1", everything());
    toldAsDone(till, "VoidInvoice", "Abandon");
    assertThat(till.world.wire.count("DoAction")).isZero();
  }

  @Rule({"R-CAP-03", "R-CAP-13"})
  @Test
  void whatWasCancelledWhileTheRefundStoodStillIsDoneWhenItGoesOn() {
    Till till = Till.invoiced(CardState.TO_BE_CAPTURED);
    till.world.wire.script("DoAction", Fault.NONE, Fault.REFUSED);
    till.refund("r1", everything());
    till.world.ecpayCharges.turn(CardState.CANCELED);
    till.proceed();
    toldAsDone(till, "VoidInvoice", "CancelCapture", "Abandon");
    assertThat(till.world.wire.count("DoAction")).isEqualTo(2);
  }

  @Rule("R-CAP-01")
  @Test
  void whereTheCheckCodeIsMissingTheRefundStopsOnceAndSaysWhatToSet() {
    Till till = Tills.onEcpaysPage(new World());
    till.world.ecpayCharges.begin(CardState.SETTLING);
    till.refund("r1", amount(100));
    assertThat(till.refund().next().orElseThrow().state()).isInstanceOf(StepState.Waiting.class);
    till.world.merchant(Till.merchant(CardTerms.DEFAULT, RefundPolicy.DEFAULT));
    till.follow(Duration.ofDays(1));
    assertThat(till.refund().status())
        .isInstanceOfSatisfying(
            Refund.Status.Stopped.class,
            stopped -> assertThat(stopped.message()).contains("payment.card-check-code"));
    assertThat(till.shop.incidents()).containsExactly("REFUND_STOPPED");
    till.world.merchant(Samples.merchant());
    till.world.ecpayCharges.turn(CardState.CAPTURED);
    till.proceed();
    assertThat(till.refund().status()).isInstanceOf(Refund.Status.Done.class);
    assertThat(till.money()).isEqualTo(900);
  }

  @Rule("R-CAP-04")
  @Test
  void whatTheBackOfficeGaveBackOfACapturedCardIsNotGivenBackTwice() {
    Till till = Till.invoiced(CardState.CAPTURED);
    till.world.wire.meanwhile("Invalid", () -> till.world.ecpayCharges.givenBackByHand(1000));
    till.refund("r1", everything());
    assertThat(till.steps()).containsExactly("VoidInvoice", "RefundCard");
    assertThat(till.refund().steps()).allMatch(RefundStep::isDone);
    assertThat(till.world.ecpayCharges.wentBack()).isEqualTo(1000);
    assertThat(till.world.wire.count("DoAction")).isZero();
  }

  @Rule("R-CAP-02")
  @Test
  void whatTheBankDoesNotBookForTenDaysIsToldToAPersonOnceAndGoesOnWhenItDoes() {
    Till till = Till.invoiced(CardState.SETTLING);
    till.refund("r1", everything());
    till.follow(Duration.ofDays(9));
    assertThat(till.shop.incidents()).isEmpty();
    till.follow(Duration.ofDays(2));
    till.follow(Duration.ofDays(10));
    assertThat(till.shop.incidents()).containsExactly("REFUND_WAITS");
    till.world.ecpayCharges.turn(CardState.CAPTURED);
    till.follow(Duration.ofHours(2));
    till.agrees(0);
  }

  @Rule("R-PAY-13")
  @Test
  void moneyThatWouldLeaveAfterTheMachineSleptStaysAndGoesBackOnceLater() {
    Till till = Till.invoiced(CardState.CAPTURED);
    till.world.wire.meanwhile(
        "CreditDetail/QueryTrade",
        () ->
            till.world.wire.meanwhile(
                "CreditDetail/QueryTrade",
                () ->
                    till.world.interruptions.before(
                        "CallJournal.open",
                        () -> till.world.clock.advance(Duration.ofMinutes(5)))));
    till.refund("r1", Till.amount(100));
    assertThat(till.world.wire.count("DoAction")).isZero();
    till.follow(Duration.ofHours(1));
    assertThat(till.world.wire.count("DoAction")).isEqualTo(1);
    till.agrees(900);
  }

  @Rule({"R-CAP-02", "R-CAP-13"})
  @Test
  void theTenDaysOfTheBankBeginWhenTheRefundBeginsToWaitForIt() {
    Till till = Till.invoiced(CardState.SETTLING);
    till.world.wire.script("Invalid", Fault.REFUSED);
    till.refund("r1", everything());
    till.follow(Duration.ofDays(12));
    till.proceed();
    till.follow(Duration.ofDays(9));
    assertThat(till.shop.incidents()).containsExactly("CHANGE_REFUSED", "REFUND_STOPPED");
    till.follow(Duration.ofDays(2));
    assertThat(till.shop.incidents())
        .containsExactly("CHANGE_REFUSED", "REFUND_STOPPED", "REFUND_WAITS");
  }

  @Rule({"R-CAP-02", "R-CAP-06"})
  @Test
  void theQuietQuarterOfAnHourDoesNotBeginTheTenDaysAnew() {
    Till till = Till.invoiced(CardState.SETTLING);
    till.follow(Duration.ofMinutes(15)); // so that one look of each day is at 20:20
    till.refund("r1", everything());
    till.follow(Duration.ofDays(11));
    assertThat(till.shop.incidents()).containsExactly("REFUND_WAITS");
  }

  @Rule("R-CAP-02")
  @Test
  void aRefundThatWaitsForTheBankOnceMoreIsToldOnceMore() {
    Till till = Till.invoiced(CardState.SETTLING);
    till.refund("r1", everything());
    till.follow(Duration.ofDays(11));
    till.world.wire.script("DoAction", Fault.REFUSED);
    till.world.ecpayCharges.turn(CardState.CAPTURED);
    till.follow(Duration.ofHours(2));
    till.world.ecpayCharges.turn(CardState.SETTLING);
    till.proceed();
    till.follow(Duration.ofDays(11));
    assertThat(till.shop.incidents())
        .containsExactly("REFUND_WAITS", "REFUND_STOPPED", "REFUND_WAITS");
  }
}
