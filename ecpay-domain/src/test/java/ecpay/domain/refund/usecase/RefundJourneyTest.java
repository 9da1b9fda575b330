package ecpay.domain.refund.usecase;

import static ecpay.domain.rule.Broken.rulesOf;
import static ecpay.domain.world.Till.amount;
import static ecpay.domain.world.Till.everything;
import static ecpay.domain.world.Till.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecpay.domain.Samples;
import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.Reason;
import ecpay.domain.answer.Answer;
import ecpay.domain.card.CardState;
import ecpay.domain.event.DomainEvent.PaidBackByHand;
import ecpay.domain.event.DomainEvent.RefundCompleted;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.merchant.CardTerms;
import ecpay.domain.merchant.RefundPolicy;
import ecpay.domain.order.InvoiceTiming;
import ecpay.domain.refund.Refund;
import ecpay.domain.refund.RefundPlan;
import ecpay.domain.refund.StepState;
import ecpay.domain.refund.usecase.RequestRefund.Result;
import ecpay.domain.rule.IllegalMoveException;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Desk;
import ecpay.domain.world.Fault;
import ecpay.domain.world.Shop;
import ecpay.domain.world.Till;
import ecpay.domain.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every way back, with money and documents agreeing at its end. */
class RefundJourneyTest {
  private static void agrees(Till till, long left) {
    assertThat(till.refund().status()).isInstanceOf(Refund.Status.Done.class);
    assertThat(till.money()).isEqualTo(left);
    assertThat(till.documents()).isEqualTo(left);
  }

  @Rule({"R-CAP-02", "R-CAP-13"})
  @Test
  void anAuthorisedCardIsAbandonedAndItsInvoiceVoid() {
    Till till = Till.invoiced(CardState.AUTHORIZED);
    till.refund("r1", everything());
    assertThat(till.steps()).containsExactly("VoidInvoice", "Abandon");
    agrees(till, 0);
    assertThat(till.shop.events(RefundCompleted.class)).hasSize(1);
  }

  @Rule("R-CAP-03")
  @Test
  void aCaptureThatIsAskedForIsTakenBackAndThenAbandoned() {
    Till till = Till.invoiced(CardState.TO_BE_CAPTURED);
    till.refund("r1", everything());
    assertThat(till.steps()).containsExactly("VoidInvoice", "CancelCapture", "Abandon");
    agrees(till, 0);
  }

  @Rule("R-CAP-03")
  @Test
  void takingTheCaptureBackAndAbandoningFailSeparately() {
    Till till = Till.invoiced(CardState.TO_BE_CAPTURED);
    till.world.wire.script("DoAction", Fault.NONE, Fault.REFUSED);
    till.refund("r1", everything());
    assertThat(till.refund().status()).isInstanceOf(Refund.Status.Stopped.class);
    assertThat(till.refund().steps().get(1).isDone()).isTrue();
    assertThat(till.refund().steps().get(2).state()).isInstanceOf(StepState.Failed.class);
    assertThat(till.shop.incidents()).containsExactly("REFUND_STOPPED");
    till.world.changeRefund.proceed(Samples.SHOP, till.refund().id(), Optional.empty());
    agrees(till, 0);
  }

  @Rule("R-CAP-13")
  @Test
  void afterTheVoidWindowAnAllowanceIsIssued() {
    Till till = Till.invoiced(CardState.CAPTURED);
    till.shop.runUntil(Instant.parse("2027-01-13T16:00:00Z"));
    till.refund("r1", everything());
    assertThat(till.steps()).containsExactly("IssueAllowance", "RefundCard");
    agrees(till, 0);
  }

  @Rule("R-CAP-13")
  @Test
  void aRefundThatIsCalledOffLeavesItsOrderToBeInvoiced() {
    Till till = Till.of(Shop.paid(new World()));
    till.world.ecpayCharges.begin(CardState.SETTLING);
    till.refund("r1", everything());
    till.follow(Duration.ofMinutes(30));
    assertThat(till.documents()).isZero();
    till.world.changeRefund.cancel(Samples.SHOP, till.refund().id());
    till.follow(Duration.ofHours(1));
    assertThat(till.refund().status()).isInstanceOf(Refund.Status.Cancelled.class);
    assertThat(till.money()).isEqualTo(1000);
    assertThat(till.documents()).isEqualTo(1000);
  }

  @Rule({"R-CAP-04", "R-CAP-13"})
  @Test
  void partsGoBackOneAfterTheOtherAndThenTheRest() {
    Till till = Till.invoiced(CardState.CAPTURED);
    till.refund("r1", units(1, 1));
    agrees(till, 650);
    till.refund("r2", amount(7));
    agrees(till, 643);
    assertThat(rulesOf(() -> till.ask("r3", amount(644)))).contains("R-ALW-03");
    till.refund("r4", everything());
    agrees(till, 0);
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
    agrees(till, 0);
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
    agrees(till, 0);
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
    agrees(till, 0);
  }

  @Rule("R-CAP-06")
  @Test
  void withoutAutomaticCaptureThereIsNoQuietQuarterOfAnHour() {
    Till till =
        Till.invoiced(
            Till.merchant(new CardTerms(false, true, Optional.empty()), RefundPolicy.DEFAULT),
            CardState.CAPTURED);
    till.shop.runUntil(Instant.parse("2026-11-21T12:20:00Z"));
    till.refund("r1", everything());
    agrees(till, 0);
  }

  @Rule("R-CAP-12")
  @Test
  void onTheStageNothingGoesBack() {
    Till till =
        Till.invoiced(
            Till.merchant(new CardTerms(true, false, Optional.empty()), RefundPolicy.DEFAULT),
            CardState.CAPTURED);
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
    agrees(till, 0);
  }

  @Rule("R-CAP-01")
  @Test
  void whatEcpayMovedBetweenQuestionAndActionIsAskedForAfresh() {
    Till till = Till.invoiced(CardState.AUTHORIZED);
    till.world.wire.meanwhile(
        "DoAction", () -> till.world.ecpayCharges.turn(CardState.TO_BE_CAPTURED));
    till.refund("r1", everything());
    assertThat(till.steps()).containsExactly("VoidInvoice", "CancelCapture", "Abandon");
    agrees(till, 0);
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
      agrees(till, 900);
      assertThat(till.world.ecpayCharges.refunds()).isEqualTo(1);
    }
  }

  @Rule("R-TRN-06")
  @Test
  void afterHttp500APersonLetsItGoOn() {
    Till till = Till.invoiced(CardState.CAPTURED);
    till.world.wire.script("DoAction", Fault.HTTP_500);
    till.refund("r1", amount(100));
    till.follow(Duration.ofHours(1));
    assertThat(till.refund().status()).isInstanceOf(Refund.Status.Stopped.class);
    assertThat(till.world.wire.count("DoAction")).isEqualTo(1);
    till.world.changeRefund.proceed(Samples.SHOP, till.refund().id(), Optional.empty());
    agrees(till, 900);
  }

  @Test
  void anAccountThatIsNotCoveredStopsTheRefundUntilItIs() {
    Till till = Till.invoiced(CardState.CAPTURED);
    till.world.ecpayCharges.covered(false);
    till.refund("r1", everything());
    assertThat(till.refund().waitsForAPerson()).isTrue();
    assertThatThrownBy(() -> till.world.changeRefund.cancel(Samples.SHOP, till.refund().id()))
        .isInstanceOf(IllegalMoveException.class)
        .hasMessageContaining("R-CAP-13");
    till.world.ecpayCharges.covered(true);
    till.world.changeRefund.proceed(Samples.SHOP, till.refund().id(), Optional.empty());
    agrees(till, 0);
  }

  @Rule("R-CAP-09")
  @Test
  void whatEcpayDoesNotGiveBackAnyMoreAPersonPaysBackOnce() {
    Till till = Till.invoiced(CardState.CAPTURED);
    till.world.ecpayCharges.covered(false);
    till.refund("r1", amount(100));
    assertThat(till.refund().status()).isInstanceOf(Refund.Status.Stopped.class);
    till.payByHand();
    till.payByHand();
    assertThat(till.refund().status()).isInstanceOf(Refund.Status.Done.class);
    assertThat(till.steps()).containsExactly("IssueAllowance", "PayByHand");
    assertThat(till.shop.events(PaidBackByHand.class)).hasSize(1);
    till.world.ecpayCharges.covered(true);
    till.follow(Duration.ofDays(1));
    assertThat(till.world.ecpayCharges.refunds()).isZero();
    assertThat(till.documents()).isEqualTo(900);
  }

  @Rule("R-CAP-09")
  @Test
  void whatAPersonPaidBackIsNotGivenBackOnceMoreWhenItsDocumentFails() {
    Till till =
        Till.invoiced(
            Till.merchant(
                CardTerms.DEFAULT,
                new RefundPolicy(RefundPolicy.First.MONEY_FIRST, RefundPolicy.ConsentBy.ONLINE)),
            CardState.CAPTURED);
    till.world.ecpayCharges.covered(false);
    till.refund("r1", amount(100), Samples.onlineConsent());
    till.payByHand();
    till.follow(Duration.ofDays(4));
    assertThat(till.refund().status()).isInstanceOf(Refund.Status.Stopped.class);
    till.world.ecpayCharges.covered(true);
    till.world.changeRefund.proceed(
        Samples.SHOP, till.refund().id(), Optional.of(Samples.paperConsent()));
    assertThat(till.refund().status()).isInstanceOf(Refund.Status.Done.class);
    assertThat(till.world.ecpayCharges.refunds()).isZero();
  }

  @Rule("R-CAP-09")
  @Test
  void aRefundThatStoppedBeforeItsDocumentIsNotPaidByHand() {
    Till till = Till.invoiced(CardState.CAPTURED);
    till.refund("r1", amount(100), Samples.onlineConsent());
    till.follow(Duration.ofDays(4));
    assertThat(till.refund().status()).isInstanceOf(Refund.Status.Stopped.class);
    assertThatThrownBy(till::payByHand)
        .isInstanceOf(IllegalMoveException.class)
        .hasMessageContaining("R-CAP-09");
  }

  @Rule("R-CAP-13")
  @Test
  void theAllowanceOfARefundStaysWhileItsMoneyIsGone() {
    Till till = Till.invoiced(CardState.CAPTURED);
    till.refund("r1", amount(100));
    var allowance = till.shop.allowances().getLast().id();
    assertThatThrownBy(() ->
            till.world.withdrawAllowance.voidAllowance(
                Samples.SHOP, allowance, new Reason("a slip")))
        .isInstanceOf(IllegalMoveException.class)
        .hasMessageContaining("R-CAP-13");
    till.follow(Duration.ofHours(1));
    agrees(till, 900);
  }

  @Rule("R-CAP-13")
  @Test
  void moneyWaitsForTheBuyersConsent() {
    Till till = Till.invoiced(CardState.CAPTURED);
    till.refund("r1", amount(100), Samples.onlineConsent());
    till.follow(Duration.ofHours(30));
    assertThat(till.world.ecpayCharges.refunds()).isZero();
    till.consent();
    till.follow(Duration.ofMinutes(1));
    agrees(till, 900);
  }

  @Rule("R-CAP-13")
  @Test
  void whereTheMerchantWantsItMoneyGoesBeforeTheConsent() {
    Till till =
        Till.invoiced(
            Till.merchant(
                CardTerms.DEFAULT,
                new RefundPolicy(RefundPolicy.First.MONEY_FIRST, RefundPolicy.ConsentBy.ONLINE)),
            CardState.CAPTURED);
    till.refund("r1", amount(100), Samples.onlineConsent());
    assertThat(till.money()).isEqualTo(900);
    assertThat(till.refund().isOpen()).isTrue();
    till.consent();
    till.follow(Duration.ofMinutes(1));
    agrees(till, 900);
  }

  @Rule("R-CAP-13")
  @Test
  void anExpiredConsentStopsTheRefundWhichGoesOnOnPaper() {
    Till till = Till.invoiced(CardState.CAPTURED);
    till.refund("r1", amount(100), Samples.onlineConsent());
    till.follow(Duration.ofDays(4));
    assertThat(till.refund().status()).isInstanceOf(Refund.Status.Stopped.class);
    assertThat(till.money()).isEqualTo(1000);
    till.world.changeRefund.proceed(
        Samples.SHOP, till.refund().id(), Optional.of(Samples.paperConsent()));
    agrees(till, 900);
  }

  @Rule("R-CAP-13")
  @Test
  void aRefundIsCalledOffWhileNoMoneyHasMovedAndItsAllowanceIsTakenBack() {
    Till till = Till.invoiced(CardState.CAPTURED);
    till.refund("r1", amount(100), Samples.onlineConsent());
    assertThat(rulesOf(() -> till.ask("r2", amount(50)))).containsExactly("R-CAP-13");
    till.world.changeRefund.cancel(Samples.SHOP, till.refund().id());
    assertThat(till.refund().status()).isInstanceOf(Refund.Status.Cancelled.class);
    assertThat(till.shop.allowances().getLast()).isInstanceOf(Allowance.Cancelled.class);
    assertThat(till.documents()).isEqualTo(1000);
    till.refund("r2", amount(50));
    agrees(till, 950);
  }

  @Rule("R-CAP-13")
  @Test
  void whatWasPaidAndNeverInvoicedIsNeverInvoicedAfterwards() {
    Desk desk = Desk.paid(new InvoiceTiming.ByHand());
    Till till = Till.of(desk.shop);
    till.world.ecpayCharges.begin(CardState.CAPTURED);
    till.refund("r1", everything());
    assertThat(till.steps()).containsExactly("Withhold", "RefundCard");
    agrees(till, 0);
    assertThat(rulesOf(() -> desk.request("a", 1, 1))).containsExactly("R-CAP-13");
  }

  @Rule("R-CAP-13")
  @Test
  void theInvoiceOfThePaymentIsNotIssuedOnceItsMoneyGoesBack() {
    Till till = Till.of(ecpay.domain.world.Shop.paid(new ecpay.domain.world.World()));
    till.world.ecpayCharges.begin(CardState.AUTHORIZED);
    till.refund("r1", everything());
    till.follow(Duration.ofDays(1));
    assertThat(till.shop.invoices()).isEmpty();
    agrees(till, 0);
  }

  @Rule({"R-CAP-13", "R-INV-28"})
  @Test
  void anInvoiceThatWaitsForNumbersIsGivenUp() {
    Desk desk = Desk.paid(new InvoiceTiming.ByHand());
    Till till = Till.of(desk.shop);
    till.world.ecpayInvoices.numbersLeft(false);
    desk.request("a", 1, 2);
    assertThat(desk.invoice()).isInstanceOf(Invoice.AwaitingNumbers.class);
    till.refund("r1", everything());
    till.world.ecpayInvoices.numbersLeft(true);
    till.follow(Duration.ofDays(2));
    assertThat(desk.invoice()).isInstanceOf(Invoice.Refused.class);
    assertThat(
            rulesOf(() ->
                till.world.retryInvoice.retry(
                    Samples.SHOP, desk.id(), ecpay.domain.invoice.document.Correction.NONE)))
        .containsExactly("R-CAP-13");
    agrees(till, 0);
  }

  @Rule("R-CAP-13")
  @Test
  void aDelayedInvoiceIsCancelled() {
    Desk desk = Desk.scheduled(new InvoiceTiming.OnTrigger(0));
    Till till = Till.of(desk.shop);
    till.refund("r1", everything());
    assertThat(till.steps()).containsExactly("CancelScheduledInvoice", "RefundCard");
    agrees(till, 0);
    assertThat(till.world.ecpayDelays.count()).isZero();
  }

  @Rule("R-CAP-13")
  @Test
  void partOfAnOrderThatIsNotFullyInvoicedIsRefused() {
    Desk desk = Desk.paid(new InvoiceTiming.ByHand());
    Till till = Till.of(desk.shop);
    assertThat(rulesOf(() -> till.ask("r1", amount(100)))).containsExactly("R-CAP-13");
    desk.request("a", 1, 2);
    assertThat(rulesOf(() -> till.ask("r1", amount(100)))).containsExactly("R-CAP-13");
    till.refund("r1", everything());
    assertThat(till.steps()).containsExactly("Withhold", "VoidInvoice", "RefundCard");
    agrees(till, 0);
  }

  @Rule("R-CAP-13")
  @Test
  void eachOfSeveralInvoicesIsHandled() {
    Desk desk = Desk.paid(new InvoiceTiming.ByHand());
    Till till = Till.of(desk.shop);
    desk.request("a", 1, 2);
    desk.request("b", 2, 3, 3, 1);
    assertThat(rulesOf(() -> till.ask("r1", amount(100)))).containsExactly("R-ALW-32");
    var second = desk.shop.invoices().getLast().id();
    till.refund(
        "r1",
        new ecpay.domain.refund.Goods.Amount(
            Optional.of(second), ecpay.domain.money.Money.of(100)));
    agrees(till, 900);
    till.refund("r2", everything());
    assertThat(till.steps()).containsExactly("VoidInvoice", "IssueAllowance", "RefundCard");
    agrees(till, 0);
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
    agrees(till, 0);
  }

  @Test
  void withoutAnAnswerAboutTheCardNothingIsRecorded() {
    Till till = Till.invoiced(CardState.CAPTURED);
    till.world.wire.script("CreditDetail/QueryTrade", Fault.LOST);
    assertThat(till.ask("r1", everything())).isInstanceOf(Result.Unavailable.class);
    assertThat(till.refunds()).isEmpty();
  }

  @Rule("R-CAP-09")
  @Test
  void theEvidenceOfMoneyPaidByHandIsKept() {
    Till till = Tills.byAtm();
    till.refund("r1", everything());
    assertThat(till.steps()).containsExactly("VoidInvoice", "PayByHand");
    assertThat(till.shop.incidents()).containsExactly("PAY_BY_HAND");
    assertThat(till.refund().byHand()).isPresent();
    till.payByHand();
    till.payByHand();
    agrees(till, 0);
    assertThat(till.shop.events(PaidBackByHand.class))
        .singleElement()
        .satisfies(paid -> assertThat(paid.bankReference()).isEqualTo("TX-2026-0001"));
    assertThat(till.world.wire.count("DoAction")).isZero();
    assertThat(till.world.wire.count("CreditDetail/QueryTrade")).isZero();
  }

  @Rule("R-CAP-05")
  @Test
  void instalmentsGoBackInFullOnly() {
    Till till = Tills.inInstalments();
    assertThat(rulesOf(() -> till.ask("r1", amount(100)))).containsExactly("R-CAP-05");
    till.refund("r1", everything());
    agrees(till, 0);
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
    agrees(till, 0);
  }

  @Rule("R-ORD-03")
  @Test
  void aSecondPaymentGoesBackWithoutDocuments() {
    Till till = Tills.paidTwice();
    var second = till.shop.payments().getLast();
    var asked =
        till.world.requestRefund.request(
            Samples.SHOP,
            second.id(),
            new ecpay.domain.refund.RefundReference("second"),
            Till.wish(everything(), Samples.paperConsent()));
    assertThat(asked).isInstanceOf(Result.Requested.class);
    assertThat(till.steps()).containsExactly("RefundCard");
    assertThat(till.refund().status()).isInstanceOf(Refund.Status.Done.class);
    assertThat(till.documents()).isEqualTo(1000);
    assertThat(till.world.ecpayCharges.wentBack()).isEqualTo(1000);
  }
}
