package ecpay.domain.contract.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ecpay.domain.Samples;
import ecpay.domain.answer.Delivery;
import ecpay.domain.contract.ContractAction;
import ecpay.domain.contract.PeriodicContract.State;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.offer.Channel;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Subscription;
import ecpay.domain.world.ecpay.Fault;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/**
 * A person cancels a contract or has a refused charge tried again, whatever becomes of the call.
 */
class ActOnContractTest {
  private final Subscription subscription = new Subscription(Channel.EMBEDDED, 12);

  @Rule("R-CAP-10")
  @Test
  void aContractIsCancelledByItsOwnOperationAfterAskingHowItStands() {
    subscription.act(ContractAction.CANCEL);
    assertThat(subscription.contract().state()).isEqualTo(State.STOPPED);
    assertThat(subscription.shop.world.wire.count("QueryContract")).isEqualTo(1);
    assertThat(subscription.shop.world.ecpayContracts.isStopped()).isTrue();
    subscription.act(ContractAction.CANCEL);
    assertThat(subscription.shop.world.wire.count("CreditCardPeriodAction")).isEqualTo(1);
    subscription.follow(Duration.ofDays(365));
    assertThat(subscription.shop.world.books.unfinished()).isEmpty();
  }

  @Rule({"R-CAP-10", "R-PAY-13"})
  @Test
  void aLostCancelIsAskedForAndNeverLeavesAContractRunning() {
    for (Channel channel : Channel.values()) {
      for (Fault fault : List.of(Fault.DONE_BUT_LOST, Fault.LOST, Fault.NOT_SENT)) {
        Subscription one = new Subscription(channel, 12);
        one.shop.world.wire.script("CreditCardPeriodAction", fault);
        one.act(ContractAction.CANCEL);
        one.follow(Duration.ofHours(1));
        assertThat(one.contract().state()).isEqualTo(State.STOPPED);
        assertThat(one.shop.world.ecpayContracts.isStopped()).isTrue();
        assertThat(one.shop.incidents()).isEmpty();
      }
    }
  }

  @Rule("R-TRN-06")
  @Test
  void anHttp500IsRepeatedByAPersonOnly() {
    subscription.shop.world.wire.script("CreditCardPeriodAction", Fault.HTTP_500);
    subscription.act(ContractAction.CANCEL);
    subscription.follow(Duration.ofHours(1));
    assertThat(subscription.shop.incidents()).containsExactly("CANCEL_UNCLEAR");
    assertThat(subscription.contract().pending()).isEmpty();
    subscription.act(ContractAction.CANCEL);
    assertThat(subscription.contract().state()).isEqualTo(State.STOPPED);
  }

  @Rule("R-CAP-10")
  @Test
  void aRefusedActionLeavesTheContractAsItWasAndTellsAPerson() {
    subscription.shop.world.wire.script("CreditCardPeriodAction", Fault.REFUSED);
    subscription.act(ContractAction.CANCEL);
    assertThat(subscription.contract().state()).isEqualTo(State.RUNNING);
    assertThat(subscription.shop.incidents()).containsExactly("ACTION_REFUSED");
  }

  @Rule("R-PAY-13")
  @Test
  void aLostReauthorizationIsNeverRepeatedBlindly() {
    for (Channel channel : Channel.values()) {
      Subscription one = new Subscription(channel, 12);
      one.untilCharge(1);
      one.deliver(one.charge(false));
      one.shop.world.wire.script("CreditCardPeriodAction", Fault.DONE_BUT_LOST);
      one.act(ContractAction.REAUTHORIZE);
      one.follow(Duration.ofHours(1));
      assertThat(one.contract().successes()).isEqualTo(2);
      assertThat(one.shop.world.wire.count("CreditCardPeriodAction")).isEqualTo(1);
      assertThat(one.shop.incidents()).doesNotContain("ACTION_REFUSED");
    }
  }

  @Test
  void anUnknownContractIsNobodysAndOneThatEcpayForgotIsAnIncident() {
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() ->
            subscription.shop.world.contracts.act.want(
                Samples.SHOP, new MerchantTradeNo("NOBODYS"), ContractAction.CANCEL));
    subscription.shop.world.ecpayContracts.forget();
    subscription.untilCharge(1);
    subscription.follow(Duration.ofHours(25));
    assertThat(subscription.shop.incidents()).contains("CONTRACT_NOT_FOUND");
  }

  @Rule({"R-CAP-10", "R-PAY-13"})
  @Test
  void whoAskedHowItStandsForOneActionDoesNotSendItInPlaceOfAnotherThatIsWantedMeanwhile() {
    subscription.untilCharge(1);
    subscription.deliver(subscription.charge(false));
    var world = subscription.shop.world;
    world.ecpayContracts.authorizeAgain(false);
    world.wire.script("CreditCardPeriodAction", Fault.NOT_SENT, Fault.NONE, Fault.NOT_SENT);
    subscription.act(ContractAction.REAUTHORIZE);
    world.wire.meanwhile(
        "QueryContract",
        () -> {
          subscription.act(ContractAction.REAUTHORIZE);
          subscription.act(ContractAction.CANCEL);
        });
    subscription.act(ContractAction.REAUTHORIZE);
    assertThat(subscription.contract().state()).isEqualTo(State.RUNNING);
    subscription.follow(Duration.ofHours(1));
    assertThat(subscription.contract().state()).isEqualTo(State.STOPPED);
    assertThat(world.ecpayContracts.isStopped()).isTrue();
  }

  @Rule({"R-CAP-10", "R-PAY-13"})
  @Test
  void anAnswerThatComesWhenItsCallWasSentAgainLeavesThatOneAsItIs() {
    var world = subscription.shop.world;
    world.wire.script("CreditCardPeriodAction", Fault.LOST, Fault.NOT_SENT);
    world.wire.meanwhile(
        "CreditCardPeriodAction",
        () -> {
          world.clock.advance(Duration.ofMinutes(5)); // this machine sleeps, another one goes on
          subscription.follow(Duration.ofSeconds(1));
        });
    subscription.act(ContractAction.CANCEL);
    assertThat(subscription.contract().pending().orElseThrow().delivery())
        .isInstanceOf(Delivery.Lost.class);
    subscription.follow(Duration.ofHours(1));
    assertThat(subscription.contract().state()).isEqualTo(State.STOPPED);
    assertThat(world.ecpayContracts.isStopped()).isTrue();
  }
}
