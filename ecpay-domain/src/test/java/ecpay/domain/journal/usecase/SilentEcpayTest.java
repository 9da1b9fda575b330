package ecpay.domain.journal.usecase;

import static ecpay.domain.world.Till.amount;
import static ecpay.domain.world.Till.everything;
import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.allowance.Allowance;
import ecpay.domain.card.CardState;
import ecpay.domain.contract.ContractAction;
import ecpay.domain.contract.PeriodicContract;
import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.event.DomainEvent.PaymentCaptured;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.VoidReason;
import ecpay.domain.payment.offer.Channel;
import ecpay.domain.refund.Refund;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Shop;
import ecpay.domain.world.Subscription;
import ecpay.domain.world.Till;
import ecpay.domain.world.ecpay.Fault;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Actions that ECPay never answers, while its queries say that nothing happened. */
class SilentEcpayTest {
  private static final int LOST = 9;

  private static void loses(Shop shop, String operation, int calls) {
    Fault[] faults = new Fault[calls];
    Arrays.fill(faults, Fault.LOST);
    shop.world.wire.script(operation, faults);
  }

  /** It came through in the end, at a call that left long after a person was told. */
  private static void toldOnce(Shop shop, String operation) {
    assertThat(shop.world.wire.count(operation)).isEqualTo(LOST + 1);
    assertThat(shop.incidents()).containsExactly("CALLS_UNANSWERED");
    assertThat(shop.events(IncidentRaised.class).getFirst().about()).isEqualTo(operation);
  }

  @Rule({"R-PAY-13", "R-CAP-01"})
  @Test
  void moneyThatIsNeverAnsweredLeavesSeldomerAndSeldomerAndAPersonIsToldOnce() {
    Till till = Till.invoiced(CardState.CAPTURED);
    loses(till.shop, "DoAction", 1000);
    till.refund("r1", everything());
    till.follow(Duration.ofMinutes(6));
    assertThat(till.world.wire.count("DoAction")).isEqualTo(2);
    till.follow(Duration.ofHours(1));
    assertThat(till.world.wire.count("DoAction")).isEqualTo(5);
    assertThat(till.shop.incidents()).isEmpty();
    till.follow(Duration.ofHours(23));
    assertThat(till.world.wire.count("DoAction")).isBetween(10, 12);
    assertThat(till.shop.incidents()).containsExactly("CALLS_UNANSWERED");
    till.follow(Duration.ofDays(10));
    assertThat(till.world.wire.count("DoAction")).isBetween(48, 52);
    assertThat(till.shop.incidents()).containsExactly("CALLS_UNANSWERED");
  }

  @Rule("R-PAY-13")
  @Test
  void aRefundGoesOnOnceEcpayAnswersAgain() {
    Till till = Till.invoiced(CardState.CAPTURED);
    loses(till.shop, "DoAction", LOST);
    till.refund("r1", everything());
    till.follow(Duration.ofDays(2));
    till.agrees(0);
    toldOnce(till.shop, "DoAction");
    assertThat(till.world.ecpayCharges.refunds()).isEqualTo(1);
  }

  @Rule("R-CAP-01")
  @Test
  void whatWasDoneInTheBackOfficeMeanwhileIsFoundAndNotSentAgain() {
    Till till = Till.invoiced(CardState.CAPTURED);
    loses(till.shop, "DoAction", 1000);
    till.refund("r1", everything());
    till.follow(Duration.ofDays(1));
    int before = till.world.wire.count("DoAction");
    till.world.ecpayCharges.givenBackByHand(1000);
    till.follow(Duration.ofDays(1));
    till.agrees(0);
    assertThat(till.world.wire.count("DoAction")).isEqualTo(before);
  }

  @Rule("R-CAP-02")
  @Test
  void aCaptureThatIsNeverAnsweredIsBoundedAsWell() {
    Till till = Till.invoiced(CardState.AUTHORIZED);
    loses(till.shop, "DoAction", LOST);
    till.world.capturePayment.capture(Samples.SHOP, till.shop.payment().id());
    till.follow(Duration.ofDays(2));
    toldOnce(till.shop, "DoAction");
    assertThat(till.shop.events(PaymentCaptured.class)).hasSize(1);
  }

  @Rule("R-PAY-13")
  @Test
  void aVoidThatIsNeverAnsweredIsBoundedAsWell() {
    Till till = Till.invoiced(CardState.CAPTURED);
    loses(till.shop, "Invalid", LOST);
    till.world.changeIssued.voidInvoice(
        Samples.SHOP, till.shop.invoice().id(), new VoidReason("customer return"));
    till.follow(Duration.ofDays(2));
    toldOnce(till.shop, "Invalid");
    assertThat(till.shop.invoice()).isInstanceOf(Invoice.Voided.class);
  }

  @Rule("R-PAY-13")
  @Test
  void anAllowanceThatIsNeverAnsweredIsBoundedAsWell() {
    Till till = Till.invoiced(CardState.CAPTURED);
    loses(till.shop, "Allowance", LOST);
    till.refund("r1", amount(100));
    till.follow(Duration.ofDays(2));
    assertThat(till.world.wire.count("Allowance")).isEqualTo(LOST + 1);
    assertThat(till.shop.incidents()).containsOnlyOnce("CALLS_UNANSWERED");
    till.agrees(900);
  }

  @Rule("R-PAY-13")
  @Test
  void aWithdrawalThatIsNeverAnsweredIsBoundedAsWell() {
    Till till = Till.invoiced(CardState.SETTLING);
    till.refund("r1", amount(100));
    loses(till.shop, "AllowanceInvalid", LOST);
    till.cancel();
    till.follow(Duration.ofDays(2));
    assertThat(till.world.wire.count("AllowanceInvalid")).isEqualTo(LOST + 1);
    assertThat(till.shop.incidents()).containsOnlyOnce("CALLS_UNANSWERED");
    assertThat(till.refund().status()).isInstanceOf(Refund.Status.Cancelled.class);
    assertThat(till.shop.allowances().getLast()).isInstanceOf(Allowance.Voided.class);
  }

  @Rule("R-CAP-10")
  @Test
  void theEndOfAContractThatIsNeverAnsweredIsBoundedAsWell() {
    Subscription subscription = new Subscription(Channel.EMBEDDED, 6);
    loses(subscription.shop, "CreditCardPeriodAction", LOST);
    subscription.act(ContractAction.CANCEL);
    subscription.follow(Duration.ofDays(2));
    toldOnce(subscription.shop, "CreditCardPeriodAction");
    assertThat(subscription.contract().state()).isEqualTo(PeriodicContract.State.STOPPED);
  }
}
