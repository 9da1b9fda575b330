package ecpay.domain.payment.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ecpay.domain.Samples;
import ecpay.domain.event.DomainEvent.BuyerSentToBank;
import ecpay.domain.event.DomainEvent.OrderPaid;
import ecpay.domain.event.DomainEvent.PaymentCodeIssued;
import ecpay.domain.event.DomainEvent.PaymentFailed;
import ecpay.domain.event.DomainEvent.PaymentOutcomeUnknown;
import ecpay.domain.event.DomainEvent.PaymentSubmitted;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.payment.PayToken;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.offer.Offer;
import ecpay.domain.payment.offer.PaymentMethod;
import ecpay.domain.payment.report.PaymentFailure;
import ecpay.domain.payment.report.PaymentReport.Verdict;
import ecpay.domain.rule.IllegalMoveException;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Shop;
import ecpay.domain.world.World;
import ecpay.domain.world.ecpay.Fault;
import ecpay.domain.world.ecpay.ScriptedPayments;
import ecpay.domain.world.ecpay.ScriptedPayments.Way;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubmitPaymentTest {
  private static final PayToken PAY = new PayToken("pay");
  private final World world = new World();
  private final Shop shop = new Shop(world);
  private final Payment.Open open = shop.open(PaymentMethod.CARD);

  @Rule({"R-PAY-01", "R-PAY-03"})
  @Test
  void theBuyerIsSentToTheBankAndNothingIsPaid() {
    Payment payment = world.submitPayment.submit(open.id(), PAY);
    assertThat(payment).isInstanceOf(Payment.AwaitingBuyer.class).isEqualTo(shop.payment());
    assertThat(shop.order().isPaid()).isFalse();
    assertThat(shop.events(PaymentSubmitted.class)).hasSize(1);
    assertThat(shop.events(BuyerSentToBank.class)).hasSize(1);
    assertThat(world.books.scheduled())
        .containsEntry(
            new FollowUp.SettlePayment(Samples.SHOP, open.id()), Samples.NOW.plusSeconds(90));
  }

  @Rule("R-PAY-06")
  @Test
  void aCodeIsKeptAndNothingIsPaid() {
    world.ecpayPayments.answerWith(Way.CODE);
    Payment payment = world.submitPayment.submit(open.id(), PAY);
    assertThat(payment).isInstanceOf(Payment.AwaitingMoney.class);
    assertThat(shop.events(PaymentCodeIssued.class))
        .containsExactly(new PaymentCodeIssued(open.id(), Samples.NOW.plus(Duration.ofDays(3))));
    assertThat(shop.order().isPaid()).isFalse();
  }

  @Rule("R-PAY-08")
  @Test
  void aChargeWithout3dSecureIsPaidOnlyOnceAQueryConfirmsIt() {
    world.ecpayPayments.answerWith(Way.CHARGED);
    assertThat(world.submitPayment.submit(open.id(), PAY)).isInstanceOf(Payment.Submitted.class);
    assertThat(shop.order().isPaid()).isFalse();
    assertThat(world.books.scheduled())
        .containsEntry(new FollowUp.SettlePayment(Samples.SHOP, open.id()), Samples.NOW);
    world.clock.advance(Duration.ofSeconds(90));
    shop.runUntil(Samples.NOW.plus(Duration.ofMinutes(2)));
    assertThat(shop.payment()).isInstanceOf(Payment.Paid.class);
    assertThat(shop.events(OrderPaid.class)).hasSize(1);
  }

  @Rule({"R-PAY-02", "R-PAY-13"})
  @Test
  void aSecondClickNeverCallsAgain() {
    Payment first = world.submitPayment.submit(open.id(), PAY);
    assertThat(world.submitPayment.submit(open.id(), PAY)).isEqualTo(first);
    assertThat(world.wire.count("CreatePayment")).isEqualTo(1);
  }

  @Rule("R-PAY-02")
  @Test
  void anOldTokenIsRefusedAndNothingIsCalled() {
    world.clock.advance(Duration.ofMinutes(10).plusSeconds(1));
    assertThat(
            catchThrowableOfType(
                    IllegalMoveException.class, () -> world.submitPayment.submit(open.id(), PAY))
                .rule())
        .isEqualTo("R-PAY-02");
    assertThat(world.wire.count("CreatePayment")).isZero();
    assertThat(shop.payment()).isEqualTo(open);
  }

  @Test
  void aRefusalOrACallThatNeverLeftFailsTheAttempt() {
    world.wire.script("CreatePayment", Fault.REFUSED, Fault.NOT_SENT);
    assertThat(world.submitPayment.submit(open.id(), PAY))
        .isEqualTo(
            new Payment.Failed(open.attempt(), new PaymentFailure("10200047", "scripted refusal")));
    Payment.Open again = shop.open(PaymentMethod.CARD);
    assertThat(world.submitPayment.submit(again.id(), PAY))
        .isEqualTo(
            new Payment.Failed(
                again.attempt(), new PaymentFailure("NOT_SENT", "scripted: no connection")));
    assertThat(shop.events(PaymentFailed.class)).hasSize(2);
  }

  @Rule("R-PAY-13")
  @Test
  void aLostAnswerIsAskedForAndNeverRepeated() {
    world.wire.script("CreatePayment", Fault.DONE_BUT_LOST);
    assertThat(world.submitPayment.submit(open.id(), PAY)).isInstanceOf(Payment.Submitted.class);
    assertThat(shop.events(PaymentOutcomeUnknown.class)).hasSize(1);
    world.ecpayPayments.moneyArrives(open.tradeNo());
    shop.runUntil(Samples.NOW.plusSeconds(90));
    assertThat(shop.payment()).isInstanceOf(Payment.Paid.class);
    assertThat(world.wire.count("CreatePayment")).isEqualTo(1);
    assertThat(world.wire.count("QueryTrade")).isEqualTo(1);
  }

  @Rule("R-ORD-03")
  @Test
  void aSecondFormIsNotSubmittedWhileTheFirstIsUnderWay() {
    Payment.Open atm = shop.open(PaymentMethod.ATM);
    Payment first = world.submitPayment.submit(open.id(), PAY);
    assertThat(world.submitPayment.submit(atm.id(), PAY)).isEqualTo(first);
    assertThat(world.wire.count("CreatePayment")).isEqualTo(1);
    assertThat(shop.payments()).contains(atm);
  }

  private Payment.HandedOver handedOver() {
    StartPayment.Result started =
        world.startPayment.start(
            Samples.SHOP, shop.order, Offer.hosted(Set.of(PaymentMethod.TWQR)));
    return ((StartPayment.Result.HandedOver) started).payment();
  }

  @Rule("R-ORD-03")
  @Test
  void aFormThatStayedOpenDoesNotChargeWhatWasPaidOnEcpaysPageUnheard() {
    Payment.HandedOver handed = handedOver();
    world.ecpayPayments.answerQueriesWith(
        ScriptedPayments.report(
            Samples.merchant().payments().merchantId(),
            handed.tradeNo(),
            new Verdict.Paid(),
            handed.attempt().amount(),
            false));
    assertThat(world.submitPayment.submit(open.id(), PAY)).isEqualTo(open);
    assertThat(shop.order().isPaid()).isTrue();
    assertThat(world.wire.count("CreatePayment")).isZero();
  }

  @Rule("R-ORD-03")
  @Test
  void nothingIsChargedWhileEcpayDoesNotSayWhetherItsOwnPageWasPaid() {
    Payment.HandedOver handed = handedOver();
    world.wire.script("QueryTrade", Fault.LOST);
    assertThat(world.submitPayment.submit(open.id(), PAY)).isEqualTo(handed);
    assertThat(world.wire.count("CreatePayment")).isZero();
    assertThat(world.submitPayment.submit(open.id(), PAY))
        .isInstanceOf(Payment.AwaitingBuyer.class);
    assertThat(world.wire.count("CreatePayment")).isEqualTo(1);
  }

  @Rule("R-PAY-10")
  @Test
  void aFormOfAPaidOrderIsNotSubmitted() {
    Payment.Open atm = shop.open(PaymentMethod.ATM);
    world.submitPayment.submit(open.id(), PAY);
    world.ecpayPayments.moneyArrives(open.tradeNo());
    shop.deliver(world.ecpayPayments.report(Samples.merchant(), open.tradeNo()));
    assertThat(world.submitPayment.submit(atm.id(), PAY)).isEqualTo(atm);
    assertThat(world.wire.count("CreatePayment")).isEqualTo(1);
  }

  @Rule({"R-PAY-10", "R-CBK-04"})
  @Test
  void aNoticeThatOvertakesTheAnswerStands() {
    world.interruptions.before(
        "PaymentGateway.createPayment",
        () -> {
          world.ecpayPayments.moneyArrives(open.tradeNo());
          shop.deliver(world.ecpayPayments.report(Samples.merchant(), open.tradeNo()));
        });
    assertThat(world.submitPayment.submit(open.id(), PAY)).isInstanceOf(Payment.Paid.class);
    assertThat(shop.payment()).isInstanceOf(Payment.Paid.class);
    assertThat(world.books.callJournal().ofOrder(Samples.SHOP, shop.order))
        .allMatch(call -> call.closedAt().isPresent());
    assertThat(shop.events(OrderPaid.class)).hasSize(1);
  }

  @Test
  void anUnknownAttemptIsNoAttempt() {
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> world.submitPayment.submit(new PaymentId("NOBODY"), PAY));
  }

  @Rule({"R-PAY-13", "R-CBK-03"})
  @Test
  void killedAnywhereTheOrderIsChargedAtMostOnceAndPaidExactlyWhenItWasCharged() {
    int points =
        Shop.killEverywhere(
            new Shop.Story() {
              @Override
              public Shop begin() {
                World fresh = new World();
                fresh.ecpayPayments.answerWith(Way.CHARGED);
                return new Shop(fresh);
              }

              @Override
              public void live(Shop shop) {
                Payment.Open form = shop.open(PaymentMethod.CARD);
                shop.world.submitPayment.submit(form.id(), PAY);
                shop.runUntil(shop.world.clock.instant().plus(Duration.ofHours(1)));
              }

              @Override
              public void check(Shop shop) {
                int charged = shop.world.ecpayPayments.created();
                assertThat(charged).isLessThanOrEqualTo(1);
                assertThat(shop.events(OrderPaid.class)).hasSize(charged);
                assertThat(shop.order().isPaid()).isEqualTo(charged == 1);
                assertThat(shop.world.ecpayInvoices.count()).isEqualTo(charged);
                assertThat(shop.payments()).noneMatch(Payment::isLive);
                assertThat(shop.incidents()).isEmpty();
              }
            });
    assertThat(points).isGreaterThan(100);
  }

  @Rule({"R-PAY-13", "R-ORD-03"})
  @Test
  void aChargeThatWouldLeaveAfterTheMachineSleptStays() {
    world.interruptions.before(
        "CallJournal.open", () -> world.clock.advance(Duration.ofMinutes(5)));
    Payment payment = world.submitPayment.submit(open.id(), PAY);
    assertThat(world.wire.count("CreatePayment")).isZero();
    assertThat(payment).isInstanceOf(Payment.Failed.class).isEqualTo(shop.payment());
  }
}
