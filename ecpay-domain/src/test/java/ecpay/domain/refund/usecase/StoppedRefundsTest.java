package ecpay.domain.refund.usecase;

import static ecpay.domain.rule.Broken.rulesOf;
import static ecpay.domain.world.Till.amount;
import static ecpay.domain.world.Till.everything;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecpay.domain.Samples;
import ecpay.domain.allowance.Allowance;
import ecpay.domain.card.CardState;
import ecpay.domain.event.DomainEvent.PaidBackByHand;
import ecpay.domain.refund.Refund;
import ecpay.domain.refund.StepState;
import ecpay.domain.rule.IllegalMoveException;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Shop;
import ecpay.domain.world.Till;
import ecpay.domain.world.World;
import ecpay.domain.world.ecpay.Fault;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a person does with a refund: lets it go on, calls it off, pays it by hand. */
class StoppedRefundsTest {
  @Rule("R-CAP-03")
  @Test
  void takingTheCaptureBackAndAbandoningFailSeparately() {
    Till till = Till.invoiced(CardState.TO_BE_CAPTURED);
    till.world.wire.script("DoAction", Fault.NONE, Fault.REFUSED);
    till.refund("r1", everything());
    till.isStopped();
    assertThat(till.refund().steps().get(1).isDone()).isTrue();
    assertThat(till.refund().steps().get(2).state()).isInstanceOf(StepState.Failed.class);
    assertThat(till.shop.incidents()).containsExactly("REFUND_STOPPED");
    till.proceed();
    till.agrees(0);
  }

  @Rule("R-CAP-13")
  @Test
  void aRefundThatIsCalledOffLeavesItsOrderToBeInvoiced() {
    Till till = Till.of(Shop.paid(new World()));
    till.world.ecpayCharges.begin(CardState.SETTLING);
    till.refund("r1", everything());
    till.follow(Duration.ofMinutes(30));
    assertThat(till.documents()).isZero();
    till.cancel();
    till.follow(Duration.ofHours(1));
    assertThat(till.refund().status()).isInstanceOf(Refund.Status.Cancelled.class);
    assertThat(till.money()).isEqualTo(1000);
    assertThat(till.documents()).isEqualTo(1000);
  }

  @Rule("R-TRN-06")
  @Test
  void afterHttp500APersonLetsItGoOn() {
    Till till = Till.invoiced(CardState.CAPTURED);
    till.world.wire.script("DoAction", Fault.HTTP_500);
    till.refund("r1", amount(100));
    till.follow(Duration.ofHours(1));
    till.isStopped();
    assertThat(till.world.wire.count("DoAction")).isEqualTo(1);
    till.proceed();
    till.agrees(900);
  }

  @Test
  void anAccountThatIsNotCoveredStopsTheRefundUntilItIs() {
    Till till = Till.invoiced(CardState.CAPTURED);
    till.world.ecpayCharges.covered(false);
    till.refund("r1", everything());
    assertThat(till.refund().waitsForAPerson()).isTrue();
    assertThatThrownBy(() -> till.cancel())
        .isInstanceOf(IllegalMoveException.class)
        .hasMessageContaining("R-CAP-13");
    till.world.ecpayCharges.covered(true);
    till.proceed();
    till.agrees(0);
  }

  @Rule("R-CAP-09")
  @Test
  void whatEcpayDoesNotGiveBackAnyMoreAPersonPaysBackOnce() {
    Till till = Till.invoiced(CardState.CAPTURED);
    till.world.ecpayCharges.covered(false);
    till.refund("r1", amount(100));
    till.isStopped();
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

  @Rule({"R-CAP-04", "R-CAP-09"})
  @Test
  void aPersonPaysOnlyWhatTheBackOfficeHasNotGivenBackAlready() {
    Till till = Till.invoiced(CardState.CAPTURED);
    till.world.ecpayCharges.covered(false);
    till.refund("r1", everything());
    till.world.ecpayCharges.givenBackByHand(300);
    till.proceed();
    till.isStopped();
    till.payByHand();
    assertThat(till.shop.events(PaidBackByHand.class))
        .singleElement()
        .satisfies(paid -> assertThat(paid.amount().twd()).isEqualTo(700));
    till.agrees(0);
  }

  @Rule({"R-CAP-04", "R-CAP-09"})
  @Test
  void whatAPersonPaidBackDoesNotGoBackToTheCardOnceMoreWithTheRest() {
    Till till = Till.invoiced(CardState.CAPTURED);
    till.world.ecpayCharges.covered(false);
    till.refund("r1", amount(300));
    till.payByHand();
    till.world.ecpayCharges.covered(true);
    till.refund("r2", everything());
    assertThat(till.world.ecpayCharges.wentBack()).isEqualTo(700);
    till.agrees(0);
  }

  @Rule("R-CAP-09")
  @Test
  void whatAPersonPaidBackIsNotGivenBackOnceMoreWhenItsDocumentFails() {
    Till till = Till.invoiced(Tills.moneyFirst(), CardState.CAPTURED);
    till.world.ecpayCharges.covered(false);
    till.refund("r1", amount(100), Samples.onlineConsent());
    till.payByHand();
    till.follow(Duration.ofDays(4));
    till.isStopped();
    till.world.ecpayCharges.covered(true);
    till.proceedOnPaper();
    assertThat(till.refund().status()).isInstanceOf(Refund.Status.Done.class);
    assertThat(till.world.ecpayCharges.refunds()).isZero();
  }

  @Rule("R-CAP-09")
  @Test
  void aRefundThatStoppedBeforeItsDocumentIsNotPaidByHand() {
    Till till = Till.invoiced(CardState.CAPTURED);
    till.refund("r1", amount(100), Samples.onlineConsent());
    till.follow(Duration.ofDays(4));
    till.isStopped();
    assertThatThrownBy(till::payByHand)
        .isInstanceOf(IllegalMoveException.class)
        .hasMessageContaining("R-CAP-09");
  }

  @Rule("R-CAP-13")
  @Test
  void aRefundIsCalledOffWhileNoMoneyHasMovedAndItsAllowanceIsTakenBack() {
    Till till = Till.invoiced(CardState.CAPTURED);
    till.refund("r1", amount(100), Samples.onlineConsent());
    assertThat(rulesOf(() -> till.ask("r2", amount(50)))).containsExactly("R-CAP-13");
    till.cancel();
    assertThat(till.refund().status()).isInstanceOf(Refund.Status.Cancelled.class);
    assertThat(till.shop.allowances().getLast()).isInstanceOf(Allowance.Cancelled.class);
    assertThat(till.documents()).isEqualTo(1000);
    till.refund("r2", amount(50));
    till.agrees(950);
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
    till.agrees(0);
    assertThat(till.shop.events(PaidBackByHand.class))
        .singleElement()
        .satisfies(paid -> assertThat(paid.bankReference()).isEqualTo("TX-2026-0001"));
    assertThat(till.world.wire.count("DoAction")).isZero();
    assertThat(till.world.wire.count("CreditDetail/QueryTrade")).isZero();
  }

  @Rule({"R-CAP-02", "R-CAP-09"})
  @Test
  void whoPaysBackByHandWhatTheCardWasNeverChargedIsToldToLookAtTheCard() {
    Till till = Till.invoiced(CardState.TO_BE_CAPTURED);
    till.world.wire.script("DoAction", Fault.NONE, Fault.REFUSED);
    till.refund("r1", everything());
    till.isStopped();
    till.payByHand();
    till.payByHand();
    assertThat(till.refund().status()).isInstanceOf(Refund.Status.Done.class);
    assertThat(till.shop.incidents()).containsExactly("REFUND_STOPPED", "PAID_BACK_UNTAKEN");
  }
}
