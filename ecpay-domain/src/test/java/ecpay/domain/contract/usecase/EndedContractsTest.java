package ecpay.domain.contract.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.contract.ChargeReport;
import ecpay.domain.contract.ContractAction;
import ecpay.domain.contract.PeriodicContract.State;
import ecpay.domain.payment.offer.Channel;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Subscription;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What ECPay does with a contract after it has said that it stopped. */
@Rule("R-CAP-10")
class EndedContractsTest {

  private static Subscription cancelled(Channel channel) {
    Subscription one = new Subscription(channel, 12);
    one.act(ContractAction.CANCEL);
    assertThat(one.contract().state()).isEqualTo(State.STOPPED);
    return one;
  }

  @Test
  void aChargeThatComesAfterTheEndIsBookedAndAPersonIsToldOnce() {
    Subscription one = cancelled(Channel.EMBEDDED);
    one.untilCharge(1);
    ChargeReport late = one.charge(true);
    one.deliver(late);
    one.deliver(late);
    one.follow(Duration.ofDays(2));

    assertThat(one.contract().state()).isEqualTo(State.STOPPED);
    assertThat(one.orderOf(2).isPaid()).isTrue();
    assertThat(one.invoicesOf(2)).hasSize(1);
    assertThat(one.shop.incidents()).containsExactly("CHARGED_AFTER_END");
  }

  @Test
  void aChargeAfterTheEndWhoseNoticeIsLostIsFoundByOneLastLook() {
    for (Channel channel : Channel.values()) {
      Subscription one = cancelled(channel);
      one.untilCharge(1);
      ChargeReport late = one.charge(true);
      one.follow(Duration.ofHours(25));
      assertThat(one.shop.incidents()).containsExactly("CHARGED_AFTER_END");
      assertThat(one.invoicesOf(2)).hasSize(1);

      one.deliver(late);
      assertThat(one.shop.incidents()).as("it is the same charge").hasSize(1);
    }
  }

  @Test
  void whereEcpayChargesOnEachFurtherChargeIsLookedForToo() {
    for (Channel channel : Channel.values()) {
      Subscription one = cancelled(channel);
      for (int turn = 1; turn <= 3; turn++) {
        one.untilCharge(turn);
        one.charge(true);
        one.follow(Duration.ofHours(25));
      }
      assertThat(one.contract().successes()).isEqualTo(4);
      assertThat(one.shop.incidents()).hasSize(3).containsOnly("CHARGED_AFTER_END");
    }
  }

  @Test
  void afterOneQuietTurnNobodyIsAskedAgain() {
    Subscription one = cancelled(Channel.HOSTED);
    int asked = one.shop.world.wire.count("QueryContract");
    one.follow(Duration.ofDays(365));
    assertThat(one.shop.world.wire.count("QueryContract")).isEqualTo(asked + 1);
    assertThat(one.shop.incidents()).isEmpty();
    assertThat(one.shop.world.books.unfinished()).isEmpty();
  }

  @Test
  void aChargeOfBeforeTheEndThatIsToldLateIsOrdinary() {
    for (Channel channel : Channel.values()) {
      Subscription one = new Subscription(channel, 12);
      one.untilCharge(1);
      ChargeReport second = one.charge(true);
      one.follow(Duration.ofHours(1));
      one.act(ContractAction.CANCEL);
      one.deliver(second);
      one.follow(Duration.ofDays(60));
      assertThat(one.contract().successes()).isEqualTo(2);
      assertThat(one.invoicesOf(2)).hasSize(1);
      assertThat(one.shop.incidents()).isEmpty();
    }
  }

  @Test
  void aChargeThatTheBankRefusedAfterTheEndIsNotToBeTriedAgain() {
    Subscription one = cancelled(Channel.EMBEDDED);
    one.untilCharge(1);
    one.deliver(one.charge(false));
    assertThat(one.shop.incidents()).containsExactly("CHARGED_AFTER_END");
  }
}
