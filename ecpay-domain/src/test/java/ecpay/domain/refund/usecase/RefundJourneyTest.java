package ecpay.domain.refund.usecase;

import static ecpay.domain.rule.Broken.rulesOf;
import static ecpay.domain.world.Till.amount;
import static ecpay.domain.world.Till.everything;
import static ecpay.domain.world.Till.units;
import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.answer.Answer;
import ecpay.domain.card.CardState;
import ecpay.domain.event.DomainEvent.RefundCompleted;
import ecpay.domain.refund.Refund;
import ecpay.domain.refund.RefundPlan;
import ecpay.domain.refund.StepState;
import ecpay.domain.refund.usecase.RequestRefund.Result;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Till;
import ecpay.domain.world.ecpay.Fault;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Every way back of a card, with money and documents agreeing at its end. */
class RefundJourneyTest {
  @Rule({"R-CAP-02", "R-CAP-13"})
  @Test
  void anAuthorisedCardIsAbandonedAndItsInvoiceVoid() {
    Till till = Till.invoiced(CardState.AUTHORIZED);
    till.refund("r1", everything());
    assertThat(till.steps()).containsExactly("VoidInvoice", "Abandon");
    till.agrees(0);
    assertThat(till.shop.events(RefundCompleted.class)).hasSize(1);
  }

  @Rule("R-CAP-03")
  @Test
  void aCaptureThatIsAskedForIsTakenBackAndThenAbandoned() {
    Till till = Till.invoiced(CardState.TO_BE_CAPTURED);
    till.refund("r1", everything());
    assertThat(till.steps()).containsExactly("VoidInvoice", "CancelCapture", "Abandon");
    till.agrees(0);
  }

  @Rule({"R-CAP-04", "R-CAP-13"})
  @Test
  void partsGoBackOneAfterTheOtherAndThenTheRest() {
    Till till = Till.invoiced(CardState.CAPTURED);
    till.refund("r1", units(1, 1));
    till.agrees(650);
    till.refund("r2", amount(7));
    till.agrees(643);
    assertThat(rulesOf(() -> till.ask("r3", amount(644)))).contains("R-ALW-03");
    till.refund("r4", everything());
    till.agrees(0);
    assertThat(rulesOf(() -> till.ask("r5", everything()))).containsExactly("R-CAP-04");
  }

  @Test
  void theSameReferenceIsOneRefund() {
    Till till = Till.invoiced(CardState.CAPTURED);
    Refund first = till.refund("r1", amount(100));
    assertThat(till.ask("r1", amount(100))).isEqualTo(new Result.AlreadyRequested(till.refund()));
    assertThat(till.ask("r1", amount(200))).isEqualTo(new Result.ReferenceTaken(first.id()));
    assertThat(till.world.ecpayCharges.refunds()).isEqualTo(1);
  }

  @Rule("R-CAP-02")
  @Test
  void partOfAnAuthorisedCardIsRefusedAndNotTheWholeAbandoned() {
    Till till = Till.invoiced(CardState.AUTHORIZED);
    assertThat(rulesOf(() -> till.ask("r1", amount(100)))).containsExactly("R-CAP-02");
    assertThat(till.refunds()).isEmpty();
    assertThat(till.world.wire.count("DoAction")).isZero();
  }

  @Rule("R-CAP-02")
  @Test
  void aCardInAnUnknownStateIsNotTouched() {
    for (CardState state : new CardState[] {CardState.UNKNOWN, CardState.UNAUTHORIZED}) {
      Till till = Till.invoiced(state);
      assertThat(rulesOf(() -> till.ask("r1", everything()))).containsExactly("R-CAP-02");
    }
  }

  @Rule({"R-CAP-03", "R-CAP-04"})
  @Test
  void theRestOfACaptureThatPartWentBackOfWaitsForTheBank() {
    Till till = Till.invoiced(CardState.TO_BE_CAPTURED);
    till.refund("r1", amount(100));
    till.refund("r2", everything());
    assertThat(till.refund().next().orElseThrow().state()).isInstanceOf(StepState.Waiting.class);
    till.world.ecpayCharges.turn(CardState.CAPTURED);
    till.follow(Duration.ofHours(2));
    till.agrees(0);
  }

  @Rule("R-CAP-06")
  @Test
  void inTheQuietQuarterOfAnHourItWaits() {
    Till till = Till.invoiced(CardState.CAPTURED);
    till.shop.runUntil(Instant.parse("2026-11-21T12:15:00Z"));
    till.refund("r1", everything());
    till.shop.runUntil(Instant.parse("2026-11-21T12:30:00Z"));
    assertThat(till.world.wire.count("DoAction")).isZero();
    till.shop.runUntil(Instant.parse("2026-11-21T12:30:01Z"));
    till.agrees(0);
  }

  @Rule("R-CAP-06")
  @Test
  void aQuestionThatTakesLongDoesNotCarryTheActionIntoTheQuietQuarterOfAnHour() {
    Till till = Till.invoiced(CardState.CAPTURED);
    till.shop.runUntil(Instant.parse("2026-11-21T12:13:00Z"));
    till.world.wire.meanwhile(
        "Invalid",
        () ->
            till.world.wire.meanwhile(
                "CreditDetail/QueryTrade",
                () -> till.world.clock.advanceTo(Instant.parse("2026-11-21T12:14:05Z"))));
    till.refund("r1", everything());
    till.shop.runUntil(Instant.parse("2026-11-21T12:30:00Z"));
    assertThat(till.world.wire.count("DoAction")).isZero();
    till.shop.runUntil(Instant.parse("2026-11-21T12:30:01Z"));
    till.agrees(0);
  }

  @Rule("R-CAP-06")
  @Test
  void withoutAutomaticCaptureThereIsNoQuietQuarterOfAnHour() {
    Till till = Till.invoiced(Tills.capturedByHand(), CardState.CAPTURED);
    till.shop.runUntil(Instant.parse("2026-11-21T12:20:00Z"));
    till.refund("r1", everything());
    till.agrees(0);
  }

  @Rule("R-CAP-12")
  @Test
  void onTheStageNothingGoesBack() {
    Till till = Till.invoiced(Tills.onStage(), CardState.CAPTURED);
    assertThat(rulesOf(() -> till.ask("r1", everything()))).containsExactly("R-CAP-12");
    assertThat(till.world.wire.count("DoAction")).isZero();
  }

  @Rule("R-CAP-01")
  @Test
  void whatEcpayCapturedMeanwhileIsRefundedInstead() {
    Till till = Till.invoiced(CardState.AUTHORIZED);
    till.world.wire.meanwhile("Invalid", () -> till.world.ecpayCharges.turn(CardState.CAPTURED));
    till.refund("r1", everything());
    assertThat(till.steps()).containsExactly("VoidInvoice", "RefundCard");
    till.agrees(0);
  }

  @Rule("R-CAP-01")
  @Test
  void whatEcpayMovedBetweenQuestionAndActionIsAskedForAfresh() {
    Till till = Till.invoiced(CardState.AUTHORIZED);
    till.world.wire.meanwhile(
        "DoAction", () -> till.world.ecpayCharges.turn(CardState.TO_BE_CAPTURED));
    till.refund("r1", everything());
    assertThat(till.steps()).containsExactly("VoidInvoice", "CancelCapture", "Abandon");
    till.agrees(0);
  }

  @Rule("R-PAY-13")
  @Test
  void aLostAnswerIsSettledByAskingAndNeverRepeatedBlindly() {
    for (Fault fault : new Fault[] {Fault.LOST, Fault.DONE_BUT_LOST}) {
      Till till = Till.invoiced(CardState.CAPTURED);
      till.world.wire.script("DoAction", fault);
      till.refund("r1", amount(100));
      assertThat(till.refund().next().orElseThrow().state()).isInstanceOf(StepState.Lost.class);
      till.follow(Duration.ofMinutes(10));
      till.agrees(900);
      assertThat(till.world.ecpayCharges.refunds()).isEqualTo(1);
    }
  }

  @Test
  void aDryRunShowsThePlanAndDoesNothing() {
    Till till = Till.invoiced(CardState.TO_BE_CAPTURED);
    var answer =
        till.world.requestRefund.preview(
            Samples.SHOP,
            till.shop.payment().id(),
            Till.wish(everything(), Samples.paperConsent()));
    RefundPlan plan = ((Answer.Accepted<RefundPlan>) answer).value();
    assertThat(plan.acts()).hasSize(3);
    assertThat(plan.amount().twd()).isEqualTo(1000);
    assertThat(till.refunds()).isEmpty();
  }

  @Rule("R-CAP-08")
  @Test
  void aReleasedAuthorisationNeedsNoMoneyStep() {
    Till till = Till.invoiced(CardState.CANCELED);
    till.refund("r1", everything());
    assertThat(till.steps()).containsExactly("VoidInvoice");
    till.agrees(0);
  }

  @Test
  void withoutAnAnswerAboutTheCardNothingIsRecorded() {
    Till till = Till.invoiced(CardState.CAPTURED);
    till.world.wire.script("CreditDetail/QueryTrade", Fault.LOST);
    assertThat(till.ask("r1", everything())).isInstanceOf(Result.Unavailable.class);
    assertThat(till.refunds()).isEmpty();
  }

  @Rule("R-CAP-05")
  @Test
  void instalmentsGoBackInFullOnly() {
    Till till = Tills.inInstalments();
    assertThat(rulesOf(() -> till.ask("r1", amount(100)))).containsExactly("R-CAP-05");
    till.refund("r1", everything());
    till.agrees(0);
  }

  @Rule("R-CAP-11")
  @Test
  void unionPayWaitsForItsCapture() {
    Till till = Tills.byUnionPay();
    till.world.ecpayCharges.begin(CardState.TO_BE_CAPTURED);
    till.refund("r1", everything());
    assertThat(till.steps()).containsExactly("VoidInvoice", "RefundCard");
    till.world.ecpayCharges.turn(CardState.CAPTURED);
    till.follow(Duration.ofHours(2));
    till.agrees(0);
  }
}
