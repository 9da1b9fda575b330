package ecpay.domain.contract.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecpay.domain.Samples;
import ecpay.domain.contract.ChargeReport;
import ecpay.domain.contract.ContractAction;
import ecpay.domain.contract.PeriodicContract.State;
import ecpay.domain.event.DomainEvent.PeriodicChargeFailed;
import ecpay.domain.inbox.Acknowledgement;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.offer.Channel;
import ecpay.domain.payment.offer.PaymentMethod;
import ecpay.domain.payment.report.PaymentFailure;
import ecpay.domain.payment.report.PaymentReport.Verdict;
import ecpay.domain.rule.IllegalMoveException;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Subscription;
import ecpay.domain.world.ecpay.Fault;
import ecpay.domain.world.ecpay.ScriptedContracts;
import ecpay.domain.world.ecpay.ScriptedPayments;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where our books and ECPay's may part, and how they come together again. */
class ContractDoubtsTest {

  @Rule({"R-CAP-10", "R-PAY-18"})
  @Test
  void aContractThatCountsAsStoppedHereOnlyIsStillCancelledAtEcpay() {
    Subscription one = new Subscription(Channel.EMBEDDED, 12);
    for (int turn = 1; turn <= 6; turn++) {
      one.untilCharge(turn);
      one.follow(Duration.ofDays(2));
    }
    assertThat(one.contract().state()).isEqualTo(State.STOPPED);

    one.act(ContractAction.CANCEL);
    assertThat(one.shop.world.ecpayContracts.isStopped()).isTrue();
    assertThat(one.contract().ending()).isPresent();

    one.act(ContractAction.CANCEL);
    assertThat(one.shop.world.wire.count("CreditCardPeriodAction")).isEqualTo(1);
  }

  @Rule("R-CAP-10")
  @Test
  void cancellingWhatWasChargedForTheLastTimeCallsNobody() {
    Subscription two = new Subscription(Channel.EMBEDDED, 2);
    two.untilCharge(1);
    two.deliver(two.charge(true));
    two.act(ContractAction.CANCEL);
    assertThat(two.contract().state()).isEqualTo(State.FINISHED);
    assertThat(two.shop.world.wire.count("CreditCardPeriodAction")).isZero();
  }

  @Rule({"R-PAY-17", "R-PAY-18"})
  @Test
  void whatCameOfTryingTheLastChargeAgainIsFoundThoughItsNoticeIsLost() {
    for (Channel channel : Channel.values()) {
      for (Fault fault : new Fault[] {Fault.NONE, Fault.HTTP_500}) {
        Subscription two = new Subscription(channel, 2);
        two.untilCharge(1);
        two.deliver(two.charge(false));
        two.follow(Duration.ofDays(3));
        two.shop.world.wire.script("CreditCardPeriodAction", fault);
        two.act(ContractAction.REAUTHORIZE);
        two.follow(Duration.ofHours(1));
        if (fault == Fault.HTTP_500) {
          two.charge(true); // later than we asked
        }
        two.follow(Duration.ofHours(24));
        assertThat(two.contract().successes()).isEqualTo(2);
        two.follow(Duration.ofDays(60));
        assertThat(two.invoicesOf(2)).hasSize(1);
        assertThat(two.shop.world.books.unfinished()).isEmpty();
      }
    }
  }

  @Rule({"R-PAY-18", "R-CBK-03"})
  @Test
  void aRefusalWithoutAnyNumberOfEcpaysIsEnteredOnce() {
    Subscription one = new Subscription(Channel.HOSTED, 12);
    one.untilCharge(1);
    one.deliver(one.shop.world.ecpayContracts.refuseWithoutNumber(one.tradeNo(), second(one)));
    one.follow(Duration.ofHours(3));
    one.deliver(one.shop.world.ecpayContracts.refuseWithoutNumber(one.tradeNo(), second(one)));
    for (int turn = 2; turn <= 4; turn++) {
      one.untilCharge(turn);
      one.charge(true);
      one.follow(Duration.ofDays(2));
    }
    assertThat(one.contract().successes()).isEqualTo(4);
    assertThat(one.shop.events(PeriodicChargeFailed.class)).hasSize(2);
    assertThat(one.shop.incidents()).containsExactly("CHARGE_FAILED", "CHARGE_FAILED");
  }

  /** A notice says other words than its repeat or a query. */
  @Rule({"R-PAY-18", "R-CBK-03"})
  @Test
  void aRefusalThatIsToldInOtherWordsIsStillTheSame() {
    Subscription one = new Subscription(Channel.HOSTED, 12);
    one.untilCharge(1);
    ChargeReport told =
        one.shop.world.ecpayContracts.refuseWithoutNumber(one.tradeNo(), second(one));
    one.deliver(told);
    one.deliver(
        new ChargeReport(
            told.merchantId(),
            told.tradeNo(),
            Optional.of(new PaymentFailure("10200058", "paid failed")),
            told.successes(),
            told.trade(),
            told.simulated()));
    assertThat(one.shop.events(PeriodicChargeFailed.class)).hasSize(1);
    assertThat(one.shop.incidents()).containsExactly("CHARGE_FAILED");
  }

  private static Instant second(Subscription subscription) {
    return Instant.ofEpochSecond(subscription.shop.world.clock.instant().getEpochSecond());
  }

  @Rule({"R-ORD-03", "R-CAP-10"})
  @Test
  void aContractForAnOrderThatIsPaidAlreadyIsToBeCancelled() {
    Subscription one = Subscription.unpaid(Channel.EMBEDDED, 12);
    Payment.Open other = one.shop.open(PaymentMethod.ATM);
    for (MerchantTradeNo paid : new MerchantTradeNo[] {other.tradeNo(), one.tradeNo()}) {
      one.shop.deliver(
          ScriptedPayments.report(
              Samples.merchant().payments().merchantId(),
              paid,
              new Verdict.Paid(),
              ScriptedContracts.AMOUNT,
              false));
    }
    one.follow(Duration.ofMinutes(30));
    assertThat(one.shop.incidents()).containsExactly("SECOND_PAYMENT", "SECOND_CONTRACT");
  }

  @Rule({"R-PAY-17", "R-CBK-04"})
  @Test
  void aChargeThatIsToldWhileEcpayIsAskedIsNoDecrease() {
    Subscription one = new Subscription(Channel.EMBEDDED, 12);
    one.untilCharge(1);
    ChargeReport early =
        ScriptedContracts.report(
            one.tradeNo(), true, 2, 900, "EC900", second(one), ScriptedContracts.AMOUNT, false);
    one.shop.world.wire.meanwhile("QueryContract", () -> one.deliver(early));
    one.follow(Duration.ofHours(25));
    assertThat(one.contract().successes()).isEqualTo(2);
    assertThat(one.shop.incidents()).isEmpty();
  }

  @Rule({"R-PAY-17", "R-CBK-01"})
  @Test
  void aLaterChargeOfAContractThatWasGivenUpBeforeItsFirstWasToldIsNotSwallowed() {
    Subscription one = Subscription.unpaid(Channel.HOSTED, 12);
    one.follow(Duration.ofDays(31));
    assertThat(one.shop.payment()).isInstanceOf(Payment.Expired.class);
    ChargeReport second = one.charge(true);
    assertThat(one.deliver(second)).isInstanceOf(Acknowledgement.Refused.class);
    assertThat(one.deliver(second)).isInstanceOf(Acknowledgement.Refused.class);
    assertThat(one.shop.incidents()).containsExactly("FIRST_CHARGE_UNHEARD");
    one.shop.world.ecpayPayments.answerQueriesWith(
        ScriptedPayments.report(
            Samples.merchant().payments().merchantId(),
            one.tradeNo(),
            new Verdict.Paid(),
            ScriptedContracts.AMOUNT,
            false));
    one.follow(Duration.ofHours(1));
    assertThat(one.deliver(second)).isInstanceOf(Acknowledgement.Received.class);
    one.follow(Duration.ofHours(1));
    assertThat(one.orderOf(2).isPaid()).isTrue();
    assertThat(one.invoicesOf(2)).hasSize(1);
  }

  @Rule({"R-PAY-17", "R-CBK-03"})
  @Test
  void aChargeThatBearsTheNumberOfItsRefusedFirstTryIsNoContradictionHoweverOftenItIsListed() {
    Subscription one = new Subscription(Channel.HOSTED, 12);
    one.untilCharge(1);
    one.deliver(one.charge(false));
    one.follow(Duration.ofHours(2));
    one.shop.world.ecpayContracts.chargeUnderTheSameNumber(one.tradeNo(), second(one));
    for (int turn = 2; turn <= 4; turn++) {
      one.untilCharge(turn);
      one.charge(true);
      one.follow(Duration.ofDays(2));
    }
    assertThat(one.contract().successes()).isEqualTo(5);
    assertThat(one.shop.incidents()).containsExactly("CHARGE_FAILED");
  }

  @Rule({"R-PAY-09", "R-CBK-03"})
  @Test
  void whatIsWrongWithAChargeIsTheMatterOfAPersonOnceHoweverOftenEcpayListsIt() {
    Subscription one = new Subscription(Channel.HOSTED, 12);
    one.untilCharge(1);
    one.shop.world.ecpayContracts.chargeAnotherAmount(one.tradeNo(), second(one));
    for (int turn = 2; turn <= 4; turn++) {
      one.untilCharge(turn);
      one.charge(true);
      one.follow(Duration.ofDays(2));
    }
    assertThat(one.shop.incidents()).containsOnlyOnce("AMOUNT_MISMATCH");
  }

  @Rule("R-PAY-13")
  @Test
  void aRefusedChargeIsNotTriedOnceMoreBeforeItIsKnownWhatCameOfTryingItAgain() {
    Subscription one = new Subscription(Channel.EMBEDDED, 12);
    one.untilCharge(1);
    one.deliver(one.charge(false));
    one.follow(Duration.ofDays(3));
    one.shop.world.ecpayContracts.authorizeAgain(false);
    one.act(ContractAction.REAUTHORIZE);
    one.follow(Duration.ofHours(3));
    assertThatThrownBy(() -> one.act(ContractAction.REAUTHORIZE))
        .isInstanceOf(IllegalMoveException.class)
        .hasMessageContaining("R-PAY-13");
    assertThat(one.shop.world.wire.count("CreditCardPeriodAction")).isEqualTo(1);

    one.deliver(one.shop.world.ecpayContracts.last());
    one.act(ContractAction.REAUTHORIZE);
    one.follow(Duration.ofHours(25));
    one.act(ContractAction.REAUTHORIZE);
    assertThat(one.shop.world.wire.count("CreditCardPeriodAction")).isEqualTo(3);
  }

  /** The refusal that is tried again is not what came of it, however short ago it was. */
  @Rule("R-PAY-13")
  @Test
  void aChargeThatIsTriedAgainAtOnceIsNotTriedOnceMoreUnheard() {
    Subscription one = new Subscription(Channel.EMBEDDED, 12);
    one.untilCharge(1);
    one.deliver(one.charge(false));
    one.shop.world.ecpayContracts.authorizeAgain(false);
    one.follow(Duration.ofSeconds(30));
    one.act(ContractAction.REAUTHORIZE);
    assertThatThrownBy(() -> one.act(ContractAction.REAUTHORIZE))
        .isInstanceOf(IllegalMoveException.class)
        .hasMessageContaining("R-PAY-13");
    assertThat(one.shop.world.wire.count("CreditCardPeriodAction")).isEqualTo(1);

    one.deliver(one.shop.world.ecpayContracts.last());
    one.act(ContractAction.REAUTHORIZE);
    assertThat(one.shop.world.wire.count("CreditCardPeriodAction")).isEqualTo(2);
  }

  /** A notice of AIO has no TradeNo, and its list has one. */
  @Rule({"R-PAY-18", "R-CBK-03"})
  @Test
  void aRefusalThatGetsItsNumberOnlyInTheListIsStillTheSame() {
    Subscription one = new Subscription(Channel.HOSTED, 12);
    one.untilCharge(1);
    Instant at = second(one);
    one.deliver(
        ScriptedContracts.report(
            one.tradeNo(), false, 1, 0, "", at, ScriptedContracts.AMOUNT, false));
    one.shop.world.ecpayContracts.refuseNumbered(one.tradeNo(), "EC7", at);
    one.follow(Duration.ofDays(3));
    assertThat(one.shop.events(PeriodicChargeFailed.class)).hasSize(1);
    assertThat(one.shop.incidents()).containsExactly("CHARGE_FAILED");
  }
}
