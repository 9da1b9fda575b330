package ecpay.domain.refund.usecase;

import static ecpay.domain.world.Till.amount;
import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.card.CardState;
import ecpay.domain.refund.Refund;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Till;
import ecpay.domain.world.ecpay.Fault;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Refunds that are called off, and whose allowance ECPay does not take back. */
class CalledOffRefundsTest {
  private static Till refused(Fault... faults) {
    Till till = Till.invoiced(CardState.SETTLING);
    till.refund("r1", amount(100));
    till.world.wire.script("AllowanceInvalid", faults);
    till.cancel();
    return till;
  }

  private static void standsStill(Till till, int calls) {
    till.follow(Duration.ofDays(1));
    assertThat(till.refund().status())
        .isInstanceOfSatisfying(
            Refund.Status.Stopped.class,
            stopped -> assertThat(stopped.code()).isEqualTo("TAKE_BACK_REFUSED"));
    assertThat(till.world.wire.count("AllowanceInvalid")).isEqualTo(calls);
  }

  @Rule("R-CAP-13")
  @Test
  void whatEcpayDoesNotTakeBackStopsItAndIsToldOnce() {
    Till till = refused(Fault.REFUSED);
    standsStill(till, 1);
    assertThat(till.shop.incidents())
        .containsOnlyOnce("WITHDRAWAL_REFUSED")
        .containsOnlyOnce("REFUND_STOPPED");
  }

  @Rule("R-CAP-13")
  @Test
  void continuedItGivesTheMoneyBackAfterAll() {
    Till till = refused(Fault.REFUSED);
    standsStill(till, 1);
    till.world.ecpayCharges.turn(CardState.CAPTURED);
    till.proceed();
    till.agrees(900);
    assertThat(till.shop.allowances()).hasSize(1);
    assertThat(till.world.ecpayCharges.refunds()).isEqualTo(1);
  }

  @Rule("R-CAP-13")
  @Test
  void calledOffAgainItAsksOnceMore() {
    Till till = refused(Fault.REFUSED, Fault.REFUSED);
    standsStill(till, 1);
    till.cancel();
    standsStill(till, 2);
    till.cancel();
    assertThat(till.refund().status()).isInstanceOf(Refund.Status.Cancelled.class);
    assertThat(till.documents()).isEqualTo(1000);
    assertThat(till.money()).isEqualTo(1000);
  }

  private static Till unconsented() {
    Till till = Till.invoiced(CardState.CAPTURED);
    till.refund("r1", amount(100), Samples.onlineConsent());
    till.world.wire.script("AllowanceInvalidByCollegiate", Fault.REFUSED);
    till.cancel();
    assertThat(till.refund().status()).isInstanceOf(Refund.Status.Cancelling.class);
    return till;
  }

  @Rule("R-CAP-13")
  @Test
  void aRequestForConsentThatIsNotTakenBackIsAskedForTwiceADayAndNotEveryMinute() {
    Till till = unconsented();
    till.world.wire.script("AllowanceInvalidByCollegiate", Fault.REFUSED, Fault.REFUSED);
    till.follow(Duration.ofHours(11));
    assertThat(till.world.wire.count("AllowanceInvalidByCollegiate")).isEqualTo(2);
    till.follow(Duration.ofHours(2));
    assertThat(till.world.wire.count("AllowanceInvalidByCollegiate")).isEqualTo(3);
    till.follow(Duration.ofHours(12));
    assertThat(till.refund().status()).isInstanceOf(Refund.Status.Cancelled.class);
    assertThat(till.documents()).isEqualTo(1000);
  }

  @Rule("R-CAP-13")
  @Test
  void anAllowanceThatTheBuyerConsentedToMeanwhileIsTheOnlyOneOfARefundThatGoesOn() {
    Till till = unconsented();
    till.world.wire.script("AllowanceInvalid", Fault.REFUSED);
    till.consent();
    standsStill(till, 1);
    till.proceed();
    till.agrees(900);
    assertThat(till.shop.allowances()).hasSize(1);
  }
}
