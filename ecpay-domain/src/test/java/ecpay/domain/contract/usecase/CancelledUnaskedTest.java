package ecpay.domain.contract.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.contract.ContractAction;
import ecpay.domain.contract.PeriodicContract.State;
import ecpay.domain.payment.offer.Channel;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Subscription;
import ecpay.domain.world.ecpay.Fault;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A buyer who cancels is not charged on because a question to ECPay fails. */
class CancelledUnaskedTest {
  private static final int FOR_GOOD = 100;

  private static Subscription unanswered(Channel channel, Fault fault) {
    Subscription one = new Subscription(channel, 12);
    Fault[] always = Collections.nCopies(FOR_GOOD, fault).toArray(Fault[]::new);
    one.shop.world.wire.script("QueryContract", always);
    return one;
  }

  @Rule({"R-CAP-10", "R-PAY-13"})
  @Test
  void aCancellationLeavesAtOnceThoughTheQuestionFails() {
    for (Channel channel : Channel.values()) {
      for (Fault fault : List.of(Fault.REFUSED, Fault.LOST, Fault.NOT_SENT, Fault.HTTP_500)) {
        Subscription one = unanswered(channel, fault);
        one.act(ContractAction.CANCEL);
        assertThat(one.shop.world.ecpayContracts.isStopped()).isTrue();
        assertThat(one.contract().state()).isEqualTo(State.STOPPED);
        assertThat(one.shop.world.wire.count("CreditCardPeriodAction")).isEqualTo(1);
      }
    }
  }

  @Rule({"R-CAP-10", "R-PAY-13"})
  @Test
  void aLostCancellationIsRepeatedThoughTheQuestionFailsForEcpayTakesItOnce() {
    for (Fault fault : List.of(Fault.LOST, Fault.DONE_BUT_LOST, Fault.NOT_SENT)) {
      Subscription one = unanswered(Channel.HOSTED, Fault.REFUSED);
      one.shop.world.wire.script("CreditCardPeriodAction", fault);
      one.act(ContractAction.CANCEL);
      one.follow(Duration.ofHours(1));
      assertThat(one.shop.world.ecpayContracts.isStopped()).isTrue();
      assertThat(one.contract().state()).isEqualTo(State.STOPPED);
      assertThat(one.shop.world.wire.count("CreditCardPeriodAction")).isEqualTo(2);
      assertThat(one.shop.incidents()).isEmpty();
    }
  }

  @Rule("R-TRN-06")
  @Test
  void aCancellationThatEndedInHttp500IsNotRepeatedUnasked() {
    Subscription one = unanswered(Channel.HOSTED, Fault.REFUSED);
    one.shop.world.wire.script("CreditCardPeriodAction", Fault.HTTP_500);
    one.act(ContractAction.CANCEL);
    one.follow(Duration.ofHours(1));
    assertThat(one.shop.world.wire.count("CreditCardPeriodAction")).isEqualTo(1);
    assertThat(one.contract().isBeingCancelled()).isTrue();
  }

  @Rule({"R-CAP-10", "R-PAY-18"})
  @Test
  void aReauthorizationIsNeverSentUnasked() {
    Subscription one = new Subscription(Channel.EMBEDDED, 12);
    one.untilCharge(1);
    one.deliver(one.charge(false));
    one.shop.world.wire.script("QueryContract", Fault.REFUSED);
    one.act(ContractAction.REAUTHORIZE);
    assertThat(one.shop.world.wire.count("CreditCardPeriodAction")).isZero();
  }
}
